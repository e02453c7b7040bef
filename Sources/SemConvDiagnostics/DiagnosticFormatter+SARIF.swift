extension DiagnosticFormatter {
    /// All diagnostics as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS).
    func sarif(_ diagnostics: [Diagnostic]) -> String {
        let rules = Set(diagnostics.map(\.rule.rawValue)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
        let driver: JSONValue = ["name": "codegen", "rules": .array(rules.map { ["id": .string($0)] })]
        let run: JSONValue = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map { Self.result($0, ruleIndex: indices[$0.rule.rawValue] ?? 0) }),
        ]
        let log: JSONValue = [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        ]
        return log.document
    }

    private static func result(_ diagnostic: Diagnostic, ruleIndex: Int) -> JSONValue {
        let message = diagnostic.message + (diagnostic.help.map { "\nhelp: \($0)" } ?? "")
        var members: [(key: String, value: JSONValue)] = [
            ("ruleId", .string(diagnostic.rule.rawValue)),
            ("ruleIndex", .integer(ruleIndex)),
            ("level", .string(diagnostic.severity.word)),
            ("message", text(message)),
        ]
        var location: [(key: String, value: JSONValue)] = []
        if let place = diagnostic.location { location.append(("physicalLocation", physical(place))) }
        if let subject = diagnostic.subject {
            location.append(("logicalLocations", [["fullyQualifiedName": .string(subject)]]))
        }
        if !location.isEmpty { members.append(("locations", [.object(location)])) }
        let notes = diagnostic.notes.enumerated().map { related($1, id: $0 + 1) }
        if !notes.isEmpty { members.append(("relatedLocations", .array(notes))) }
        return .object(members)
    }

    private static func related(_ note: Diagnostic.Note, id: Int) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("id", .integer(id))]
        if let location = note.location { members.append(("physicalLocation", physical(location))) }
        members.append(("message", text(note.message)))
        return .object(members)
    }

    private static func physical(_ location: SourceLocation) -> JSONValue {
        let artifact: JSONValue = ["uri": .string(uri(location.file))]
        guard location.line > 0 else { return ["artifactLocation": artifact] }
        return [
            "artifactLocation": artifact,
            "region": ["startLine": .integer(location.line), "startColumn": .integer(location.column)],
        ]
    }

    /// A message. Braces stand for arguments there, so those of a text are doubled (section 3.11.5).
    private static func text(_ text: String) -> JSONValue {
        var doubled = ""
        for scalar in text.unicodeScalars {
            doubled.unicodeScalars.append(scalar)
            if scalar == "{" || scalar == "}" { doubled.unicodeScalars.append(scalar) }
        }
        return ["text": .string(doubled)]
    }

    /// The path as a URI reference (RFC 3986): relative as it is, absolute with its scheme.
    private static func uri(_ path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return uri
    }
}
