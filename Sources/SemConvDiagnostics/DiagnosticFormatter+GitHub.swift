extension DiagnosticFormatter {
    /// A diagnostic as a workflow command of GitHub Actions:
    ///
    ///     ::error file=a.yaml,line=3,col=1,title=yaml-duplicate-key::message%0Anote: ...%0Ahelp: ...
    func workflowCommand(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let location = diagnostic.location {
            properties.append("file=" + Self.property(location.file))
            if location.line > 0 { properties += ["line=\(location.line)", "col=\(location.column)"] }
        }
        properties.append("title=" + Self.property(diagnostic.rule.rawValue))
        var lines = [diagnostic.message.visible]
        if let subject = diagnostic.subject, !diagnostic.message.contains(subject) {
            lines.append("in: \(subject.visible)")
        }
        for note in diagnostic.notes {
            lines.append("note: " + ((note.location.map { "\($0): " } ?? "") + note.message).visible)
        }
        if let help = diagnostic.help { lines.append("help: \(help.visible)") }
        let message = Self.data(lines.joined(separator: "\n"))
        return "::\(diagnostic.severity.word) \(properties.joined(separator: ","))::\(message)\n"
    }

    /// The text of a command. GitHub decodes these three escapes.
    private static func data(_ text: String) -> String {
        escaped(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: nil
            }
        }
    }

    /// A property of a command: here also what would end it.
    private static func property(_ text: String) -> String {
        escaped(text.visible) { scalar in
            switch scalar {
            case "%": "%25"
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let escaped = escape(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
