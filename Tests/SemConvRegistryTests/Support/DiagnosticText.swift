import SemConvDiagnostics

/// Diagnostics with everything that they say, as text to compare.
enum DiagnosticText {
    /// - Parameter folder: the folder that paths are shown from.
    static func of(_ diagnostics: [Diagnostic], below folder: String) -> String {
        var lines: [String] = []
        for diagnostic in diagnostics {
            let place = diagnostic.location.map { "\($0): " } ?? ""
            lines.append("\(place)\(diagnostic.severity): \(diagnostic.message) [\(diagnostic.rule.rawValue)]")
            if let subject = diagnostic.subject { lines.append("  subject: \(subject)") }
            if let help = diagnostic.help { lines.append("  help: \(help)") }
            for note in diagnostic.notes {
                lines.append("  note: \(note.message)" + (note.location.map { " (\($0))" } ?? ""))
            }
        }
        return lines.joined(separator: "\n").replacing(folder + "/", with: "").replacing(folder, with: ".") + "\n"
    }
}
