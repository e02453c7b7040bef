import SemConvDiagnostics
import SemConvYAML
import Testing

/// A text, what is wrong with it, and whether a document comes of it all the same.
struct DiagnosedText: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var found: [Found]
    var hasDocument: Bool

    init(_ name: String, _ text: String, _ found: Found..., document hasDocument: Bool = true) {
        self.name = name
        self.text = text
        self.found = found
        self.hasDocument = hasDocument
    }

    var testDescription: String { name }
}

@Suite("What is wrong with a text is found at its place") struct SyntaxDiagnosticsTests {
    @Test("text that libyaml refuses", arguments: refused)
    func refusedText(_ sample: DiagnosedText) {
        let parsed = parse(sample.text)
        #expect(parsed.found == sample.found)
        #expect((parsed.document != nil) == sample.hasDocument)
        #expect(parsed.diagnostics.allSatisfy { $0.severity == .error })
    }

    static let refused: [DiagnosedText] = [
        .init("tab before a key", "a:\n\tb: 1\n", .init("yaml-tab", 2, 1), document: false),
        .init("tab after spaces", "a:\n  b: 1\n \tc: 2\n", .init("yaml-tab", 3, 2), document: false),
        .init("tab before a dash", "a:\n  - x\n\t- y\n", .init("yaml-tab", 3, 1), document: false),
        .init("tab in a block scalar", "a: |\n\ttext\n", .init("yaml-tab", 2, 1), document: false),
        .init("tab after a block scalar", "a: |\n  text\n\tmore\n", .init("yaml-tab", 3, 1), document: false),
        .init("tab in a text of several lines", "a: b\n\tc\n", .init("yaml-tab", 2, 1), document: false),
        .init(
            "quote never closed",
            "a: \"x\nb: 1\n",
            .init("yaml-syntax", 3, 1, notes: ["1:4"]),
            document: false
        ),
        .init(
            "sequence never closed",
            "a: [1, 2\nb: 3\n",
            .init("yaml-syntax", 2, 2, notes: ["1:4"]),
            document: false
        ),
        .init("mapping never closed", "{a: 1\n", .init("yaml-syntax", 2, 1, notes: ["1:1"]), document: false),
        // libyaml notices at the line after.
        .init("no colon", "a: 1\nb\nc: 2\n", .init("yaml-syntax", 2, 1, notes: ["3:1"]), document: false),
        .init(
            "indentation between two levels",
            "a:\n    b: 1\n  c: 2\n",
            .init("yaml-syntax", 3, 3, notes: ["1:1"]),
            document: false
        ),
        .init("second colon", "a: b: c\n", .init("yaml-syntax", 1, 5), document: false),
        .init("reserved character", "a: @x\n", .init("yaml-syntax", 1, 4, notes: ["1:4"]), document: false),
        .init("alias without a name", "a: *\n", .init("yaml-syntax", 1, 5, notes: ["1:4"]), document: false),
        .init("unknown escape", "a: \"\\q\"\n", .init("yaml-syntax", 1, 5, notes: ["1:4"]), document: false),
        .init("unknown tag handle", "a: !e!x 1\n", .init("yaml-syntax", 1, 4, notes: ["1:4"]), document: false),
        .init("mapping after a sequence", "- a\nb: 1\n", .init("yaml-syntax", 2, 1, notes: ["1:1"]), document: false),
        .init("text after a quote", "a: 'x' y\n", .init("yaml-syntax", 1, 8, notes: ["1:1"]), document: false),
        .init("wrong block header", "a: |x\n", .init("yaml-syntax", 1, 5, notes: ["1:4"]), document: false),
        .init("sequence after a key", "a: - b\n", .init("yaml-syntax", 1, 4), document: false),
        .init("future version", "%YAML 2.0\n---\na: 1\n", .init("yaml-syntax", 1, 1), document: false),
        // Columns count characters, not bytes.
        .init("after wide characters", "ä€😀: b: c\n", .init("yaml-syntax", 1, 7), document: false),
    ]

    @Test(
        "a tab that separates is no problem",
        arguments: ["a:\tb\n", "a: 1\t# c\n", "a: x\ty\n", "[1,\t2]\n", "a: |\n  x\n  \ty\n", "a: |2\n  \tx\n"]
    )
    func harmlessTab(text: String) {
        #expect(parse(text).found.isEmpty)
    }

    @Test("a syntax error says what libyaml says, what it was about to read, and how to mend it")
    func wording() throws {
        let diagnostic = try #require(parse("key: [1, 2\nb: 3\n").diagnostics.first)
        #expect(diagnostic.message == "did not find expected ',' or ']'")
        #expect(diagnostic.notes.map(\.message) == ["while parsing a flow sequence"])
        #expect(diagnostic.help == "close the sequence with ']', or put a ',' between its elements")
        #expect(diagnostic.location == SourceLocation(file: "test.yaml", line: 2, column: 2))
    }

    @Test("what is wrong before a syntax error is reported with it")
    func severalProblems() {
        let parsed = parse("a: 1\na: 2\nb: *none\nc: {<<: 1}\nd: !x 1\ne: [1\n")
        #expect(
            parsed.found == [
                .init("yaml-duplicate-key", 2, 1, notes: ["1:1"]),
                .init("yaml-unknown-anchor", 3, 4),
                .init("yaml-merge-key", 4, 5),
                .init("yaml-unknown-tag", 5, 4),
                .init("yaml-syntax", 7, 1, notes: ["6:4"]),
            ]
        )
        #expect(parsed.document == nil)
    }

    @Test(
        "every problem has help, and a message without a final period",
        arguments: refused + StructureDiagnosticsTests.all
    )
    func help(_ sample: DiagnosedText) {
        for diagnostic in parse(sample.text).diagnostics {
            #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
            #expect(diagnostic.help != nil, "\(diagnostic.message)")
            #expect(diagnostic.rule.rawValue.hasPrefix("yaml-"))
        }
    }
}
