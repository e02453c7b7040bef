extension DiagnosticFormatter {
    /// All diagnostics as one object.
    ///
    /// - `version`: 1; a change that could break a reader raises it. New keys may come at any time.
    /// - `errors`, `warnings`: how many there are.
    /// - `diagnostics`: a list, each with `severity` (`error` or `warning`), `rule`, `message`, and where known
    ///   `location`, `subject` (the id of a definition), `help` and `notes` (each with `message` and perhaps
    ///   `location`).
    /// - A `location` has `file`, and unless the whole file is meant `line` and `column`, both from 1; columns count
    ///   Unicode scalars.
    func json(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let document: JSONValue = [
            "version": 1,
            "errors": .integer(errors),
            "warnings": .integer(diagnostics.count - errors),
            "diagnostics": .array(diagnostics.map(Self.value)),
        ]
        return document.document
    }

    private static func value(_ diagnostic: Diagnostic) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("severity", .string(diagnostic.severity.word)),
            ("rule", .string(diagnostic.rule.rawValue)),
            ("message", .string(diagnostic.message)),
        ]
        if let location = diagnostic.location { members.append(("location", value(location))) }
        if let subject = diagnostic.subject { members.append(("subject", .string(subject))) }
        if let help = diagnostic.help { members.append(("help", .string(help))) }
        if !diagnostic.notes.isEmpty { members.append(("notes", .array(diagnostic.notes.map(value)))) }
        return .object(members)
    }

    private static func value(_ note: Diagnostic.Note) -> JSONValue {
        guard let location = note.location else { return ["message": .string(note.message)] }
        return ["message": .string(note.message), "location": value(location)]
    }

    private static func value(_ location: SourceLocation) -> JSONValue {
        guard location.line > 0 else { return ["file": .string(location.file)] }
        return [
            "file": .string(location.file),
            "line": .integer(location.line),
            "column": .integer(location.column),
        ]
    }
}
