internal import SemConvDiagnostics

/// Compares the files of a run with what is in the output folder. Changes nothing.
struct OutputPlanner: ~Copyable {
    private var folder: OutputFolder
    private let manifest: OutputManifest?

    /// - Parameter manifest: what the earlier run wrote; `nil` where that is not known.
    init(folder: consuming OutputFolder, manifest: OutputManifest?) {
        self.folder = folder
        self.manifest = manifest
    }

    /// Gives the folder back, to go on with.
    consuming func finish() -> OutputFolder { folder }

    /// - Returns: the plan. Where something is in the way, `diagnostics` has an error for each such place.
    mutating func plan(
        _ files: [OutputFile],
        paths: OutputPaths,
        isCheck: Bool,
        diagnostics: inout DiagnosticCollector
    ) -> OutputPlan {
        var plan = OutputPlan()
        for (path, index) in paths.entries {
            do throws(OutputFailure) {
                let state = try state(of: path, bytes: files[index].bytes, isCheck: isCheck)
                plan.items.append(OutputPlan.Item(path: path, file: index, state: state))
            } catch {
                diagnostics.report(error.diagnostic)
            }
        }
        do throws(OutputFailure) {
            try findStale(paths, plan: &plan)
            if isCheck || manifest == nil { try findUnlisted(paths, folders: [], plan: &plan) }
        } catch {
            diagnostics.report(error.diagnostic)
        }
        return plan
    }

    private mutating func state(
        of path: OutputPath,
        bytes: [UInt8],
        isCheck: Bool
    ) throws(OutputFailure) -> OutputPlan.State {
        guard try folder.enter(path.folders) else { return .missing }
        let shown = folder.display(path.text)
        let comparison: OutputFolder.Comparison
        var mayReplace = isCheck || manifest?[path] != nil
        do throws(SystemError) {
            comparison = try folder.compare(path.name, with: bytes)
            if comparison == .different, !mayReplace { mayReplace = try folder.isMarked(path.name) }
        } catch {
            throw OutputFailure(error, "cannot read the file", path: shown)
        }
        switch comparison {
        case .missing: return .missing
        case .same: return .unchanged
        case .different where mayReplace: return .different
        case .different: throw Self.foreign("a file that codegen did not write has to make way", path: shown)
        case .notAFile(.folder): throw Self.foreign("a folder has the name of a file to write", path: shown)
        case .notAFile(.symbolicLink):
            throw OutputFailure(
                .outputLink,
                "a symbolic link has the name of a file to write; what it leads to is not touched",
                path: shown,
                help: "delete the link, or choose another folder with '--output'"
            )
        case .notAFile: throw Self.foreign("something that is no file has the name of a file to write", path: shown)
        }
    }

    private static func foreign(_ message: String, path: String) -> OutputFailure {
        let help = "move or delete it, or choose another folder with '--output'"
        return OutputFailure(.foreignFile, message, path: path, help: help)
    }

    // MARK: What is there and not made any more

    /// Sorts the files of the earlier run that this one does not make by whether somebody has edited them.
    private mutating func findStale(_ paths: OutputPaths, plan: inout OutputPlan) throws(OutputFailure) {
        guard let manifest else { return }
        for path in manifest.paths where !paths.contains(path) {
            guard try folder.enter(path.folders) else { continue }
            do throws(SystemError) {
                guard let bytes = try folder.read(path.name), try !isTwin(path, of: paths) else { continue }
                if ContentHash(bytes) == manifest[path] {
                    plan.stale.append(path)
                } else {
                    plan.edited.append(path)
                }
            } catch {
                throw OutputFailure(error, "cannot read the file", path: folder.display(path.text))
            }
        }
    }

    /// Whether a file that this run makes is the same file on disk: its name differs in case alone, and the file system
    /// does not tell case apart. Removing the one would remove the other.
    private func isTwin(_ path: OutputPath, of paths: OutputPaths) throws(SystemError) -> Bool {
        guard let other = paths.entry(foldedLike: path), other.folders == path.folders else { return false }
        guard let identity = try folder.status(of: path.name)?.identity else { return false }
        return try folder.status(of: other.name)?.identity == identity
    }

    /// Finds files that say they are generated, and of which neither the manifest nor this run knows.
    ///
    /// Hidden folders are passed over, and links are not followed.
    private mutating func findUnlisted(
        _ paths: OutputPaths,
        folders: [String],
        plan: inout OutputPlan
    ) throws(OutputFailure) {
        guard try folder.enter(folders) else { return }
        var inner: [String] = []
        do throws(SystemError) {
            for name in try folder.names() where !name.hasPrefix(".") {
                let text = (folders + [name]).joined(separator: "/")
                switch try folder.status(of: name)?.kind {
                case .folder?:
                    inner.append(name)
                case .file?:
                    guard let path = try? OutputPath(text), !paths.contains(path), manifest?[path] == nil else {
                        continue
                    }
                    if try folder.isMarked(name), try !isTwin(path, of: paths) { plan.unlisted.append(text) }
                default:
                    break
                }
            }
        } catch {
            throw OutputFailure(
                error,
                "cannot look at the folder",
                path: folder.display(folders.joined(separator: "/"))
            )
        }
        for name in inner {
            try findUnlisted(paths, folders: folders + [name], plan: &plan)
        }
    }
}
