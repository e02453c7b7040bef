internal import SemConvDiagnostics

/// What does not keep a run from writing, and should be known.
extension OutputWriter {
    /// Reads the list of what an earlier run wrote.
    ///
    /// - Parameter expected: the list that this run would write. Most often it is the one that is there, and then needs
    ///   no reading.
    /// - Returns: `nil` where there is none.
    func readManifest(
        _ output: inout OutputFolder,
        expecting expected: OutputManifest,
        diagnostics: inout DiagnosticCollector
    ) throws(OutputFailure) -> OutputManifest? {
        let shown = output.display(OutputManifest.fileName)
        let bytes: [UInt8]?
        do throws(SystemError) {
            bytes = try output.read(OutputManifest.fileName)
        } catch {
            throw OutputFailure(error, "cannot read the list of generated files", path: shown)
        }
        guard let bytes else { return nil }
        if bytes == expected.bytes { return expected }
        let manifest = OutputManifest(bytes: bytes)
        if let line = manifest.damagedLines.first {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .damagedManifest,
                    "\(manifest.damagedLines.count) lines of the list of generated files cannot be read",
                    at: SourceLocation(file: shown, line: line, column: 1),
                    help: "this run writes the list anew; files that only those lines named stay where they are"
                )
            )
        }
        return manifest
    }

    /// Tells of files that are not made any more and stay all the same.
    func warn(of plan: OutputPlan, diagnostics: inout DiagnosticCollector) {
        for path in plan.edited {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .editedStaleFile,
                    "the file is no longer generated, and stays because it was edited by hand",
                    at: SourceLocation(file: OutputFolder.display(path.text, below: folder)),
                    help: "move what you need out of the output folder, then delete the file"
                )
            )
        }
        for path in plan.unlisted {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .unlistedGeneratedFile,
                    "the file says that it is generated, and this run does not make it",
                    at: SourceLocation(file: OutputFolder.display(path, below: folder)),
                    help: "delete it if nothing else makes it; without '\(OutputManifest.fileName)' codegen cannot know"
                )
            )
        }
    }
}
