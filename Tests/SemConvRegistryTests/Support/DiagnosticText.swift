import SemConvDiagnostics

/// Diagnostics as the user sees them, to compare with a text that was looked over.
enum DiagnosticText {
    /// - Parameter folder: the folder that paths are shown from, so that the text is the same on every machine.
    static func of(_ diagnostics: [Diagnostic], below folder: String) -> String {
        DiagnosticFormatter(.text).string(for: diagnostics)
            .replacing(folder + "/", with: "").replacing(folder, with: ".")
    }
}
