internal import SemConvDiagnostics

/// Gathers the files of a run, and refuses what must not be written.
struct OutputCollector {
    private var byPath: [RenderedFile] = []
    /// Who wrote a path first, by the form in which paths are compared.
    private var writers: [String: Writer] = [:]

    /// The template that asks for a path.
    struct Writer {
        let template: String
        let location: SourceLocation
    }

    /// The files sorted by path, in byte order.
    var files: [RenderedFile] {
        byPath.map { (key: Array($0.path.utf8), file: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.file)
    }

    mutating func add(
        path: String,
        contents: [UInt8],
        by writer: Writer,
        diagnostics: inout DiagnosticCollector
    ) {
        if let problem = OutputPath.problem(with: path) {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidOutputPath,
                    "the output path '\(OutputPath.printable(path))' \(problem)",
                    at: writer.location,
                    subject: writer.template,
                    help: "a path is relative to the output folder, with '/' between its parts"
                )
            )
            return
        }
        if let first = writers.updateValue(writer, forKey: OutputPath.comparisonKey(path)) {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .duplicateOutputPath,
                    "two renderings write the file '\(path)'",
                    at: writer.location,
                    subject: writer.template,
                    help: "paths that differ in case alone count as one, since some file systems see one file",
                    notes: [Diagnostic.Note("first written by '\(first.template)'", at: first.location)]
                )
            )
            return
        }
        byPath.append(RenderedFile(path: path, contents: contents))
    }
}
