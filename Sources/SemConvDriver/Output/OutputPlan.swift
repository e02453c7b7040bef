internal import SemConvDiagnostics
internal import SemConvRendering

/// What a run would do to the output folder, found out before anything is changed.
struct OutputPlan {
    /// A file to write, or one that is as it should be.
    struct Item {
        let path: OutputPath
        /// Index into the files of the run.
        let file: Int
        let state: State
    }

    enum State: Hashable, Sendable {
        case unchanged
        case missing
        case different
    }

    /// In byte order of the paths.
    var items: [Item] = []
    /// Files that an earlier run wrote and this one does not make, as they were written.
    var stale: [OutputPath] = []
    /// Such files that somebody has edited since.
    var edited: [OutputPath] = []
    /// Files that say they are generated, where no manifest tells.
    var unlisted: [String] = []

    var changesNothing: Bool {
        stale.isEmpty && edited.isEmpty && items.allSatisfy { $0.state == .unchanged }
    }
}

/// The paths of a run's files, checked and sorted.
struct OutputPaths {
    /// In byte order; with the index of the file.
    private(set) var entries: [(path: OutputPath, file: Int)] = []
    private var folded: [String: OutputPath] = [:]

    /// Reports every path that is refused and every pair that is in each other's way.
    init(_ files: [OutputFile], folder: String, diagnostics: inout DiagnosticCollector) {
        for (index, file) in files.enumerated() {
            do throws(OutputPath.Refusal) {
                entries.append((try OutputPath(file.path), index))
            } catch {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .invalidOutputPath,
                        "the path '\(file.path)' \(error.reason)",
                        at: SourceLocation(file: folder),
                        help: "let the template give a relative path of plain names, such as 'HTTP/Attributes.swift'"
                    )
                )
            }
        }
        entries.sort { $0.path < $1.path }
        reportDuplicates(folder: folder, diagnostics: &diagnostics)
    }

    func contains(_ path: OutputPath) -> Bool {
        entry(foldedLike: path) == path
    }

    /// The path of this run that differs from `path` in case at most.
    func entry(foldedLike path: OutputPath) -> OutputPath? {
        folded[path.caseFolded]
    }

    private mutating func reportDuplicates(folder: String, diagnostics: inout DiagnosticCollector) {
        for (path, _) in entries {
            guard let other = folded.updateValue(path, forKey: path.caseFolded) else { continue }
            let message =
                other == path
                ? "two files of this run have the path '\(path.text)'"
                : "'\(other.text)' and '\(path.text)' are one file where case is not told apart, as on most Macs"
            diagnostics.report(
                Diagnostic(
                    .error,
                    .duplicateOutputPath,
                    message,
                    at: SourceLocation(file: folder),
                    help: "change the file names in the template so that they differ in more than case"
                )
            )
        }
    }
}
