import SemConvDiagnostics

extension Console {
    /// Writes the diagnostics of a run in the format that the user asked for.
    ///
    /// - Parameter toOutput: whether a document that a program reads may go to standard output.
    func write(_ diagnostics: [Diagnostic], toOutput: Bool) throws(SystemError) {
        for diagnostic in diagnostics {
            if options.volume == .quiet, diagnostic.severity != .error { continue }
            let place = diagnostic.location.map { "\($0): " } ?? ""
            let severity = diagnostic.severity == .error ? "error" : "warning"
            writeError("\(place)\(severity): \(diagnostic.message) [\(diagnostic.rule.rawValue)]\n")
            if let help = diagnostic.help { writeError("  help: \(help)\n") }
        }
    }
}
