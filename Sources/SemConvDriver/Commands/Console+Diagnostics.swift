internal import SemConvDiagnostics

extension Console {
    /// Writes the diagnostics of a run in the format that the user asked for.
    ///
    /// People, and the log of a workflow, read them on standard error. A document that a program reads is the result of
    /// the run and goes to standard output, unless the command prints data there.
    func write(_ diagnostics: [Diagnostic], printsData: Bool) throws(SystemError) {
        let shown = options.volume == .quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        let text = DiagnosticFormatter(options.format, usesColor: usesColor).string(for: shown)
        switch options.format {
        case .json where !printsData, .sarif where !printsData: try writeResult(Array(text.utf8))
        case .text, .github, .json, .sarif: writeError(text)
        }
    }
}
