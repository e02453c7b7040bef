import SemConvDiagnostics

/// Diagnostics of every shape.
enum Samples {
    static let full = Diagnostic(
        .error,
        "duplicate-key",
        "the key 'a' stands twice",
        at: SourceLocation(file: "model/a.yaml", line: 3, column: 7),
        subject: "http.request.method",
        help: "remove one of the two",
        notes: [
            .init("first here", at: SourceLocation(file: "model/b.yaml", line: 1, column: 2)),
            .init("and nowhere else"),
        ]
    )
    static let wholeFile = Diagnostic(
        .warning,
        "empty-file",
        "nothing in it",
        at: SourceLocation(file: "/srv/model/ä b%.yaml")
    )
    static let nowhere = Diagnostic(.error, "no-registry", "no registry", help: "name one")
    static let named = Diagnostic(
        .futureError,
        "old-key",
        "http.route has an old key",
        at: SourceLocation(file: "a.yaml", line: 1, column: 1),
        subject: "http.route"
    )
    /// What a hostile file could try: fake lines, steer a terminal, end a property or a string, turn text around.
    static let hostile = Diagnostic(
        .error,
        "bad-name",
        "\"x\"\\\n::error::fake {0} 100%\r\t\u{1B}[31m\u{202E}\u{85}\u{2028}",
        at: SourceLocation(file: "a\n:b,c%\u{7}\u{FEFF}.yaml", line: 2, column: 1),
        subject: "a\u{0}b",
        help: "no\nhelp",
        notes: [.init("line\r\nfeed {x}", at: SourceLocation(file: "d\u{9B}e.yaml", line: 1, column: 1))]
    )
    static let all = [full, wholeFile, nowhere, named, hostile]
}
