extension DiagnosticFormatter {
    /// A diagnostic as compilers write it:
    ///
    ///     model/a.yaml:3:1: error: the key 'a' stands twice in this mapping [yaml-duplicate-key]
    ///         in: http.request.method
    ///         note: model/a.yaml:1:1: first here
    ///         help: remove one of the two
    func text(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity.word
        var text = diagnostic.location.map { styled("\($0.description.visible):", .bold) + " " } ?? ""
        text += styled("\(severity):", diagnostic.severity == .error ? .red : .yellow)
        text += " " + styled(diagnostic.message.visible, .bold)
        text += " " + styled("[\(diagnostic.rule.rawValue.visible)]", .dim) + "\n"
        // Most messages name their subject.
        if let subject = diagnostic.subject, !diagnostic.message.contains(subject) {
            text += detail("in", subject)
        }
        for note in diagnostic.notes {
            text += detail("note", (note.location.map { "\($0): " } ?? "") + note.message)
        }
        if let help = diagnostic.help { text += detail("help", help) }
        return text
    }

    private func detail(_ name: String, _ text: String) -> String {
        "    " + styled("\(name):", .cyan) + " \(text.visible)\n"
    }

    /// The styles that terminals have in common (ECMA-48, SGR).
    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "36"
    }

    private func styled(_ text: String, _ style: Style) -> String {
        usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
