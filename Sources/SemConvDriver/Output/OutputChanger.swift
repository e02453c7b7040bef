internal import SemConvDiagnostics

/// Carries out a plan: writes, removes, and keeps the list of what was written true at every end.
struct OutputChanger: ~Copyable {
    private var folder: OutputFolder
    /// What the run before this one wrote, as far as is known.
    private let earlier: OutputManifest?
    /// What is written once this run is through.
    private let target: OutputManifest
    private let signal: () -> Int32?

    init(
        folder: consuming OutputFolder,
        earlier: OutputManifest?,
        target: OutputManifest,
        signal: @escaping () -> Int32?
    ) {
        self.folder = folder
        self.earlier = earlier
        self.target = target
        self.signal = signal
    }

    mutating func carryOut(_ plan: OutputPlan, files: [OutputFile]) throws(OutputFailure) -> OutputReport {
        var report = OutputReport()
        if plan.changesNothing, earlier == target {
            report.unchanged = plan.items.count
            return report
        }
        // Begins with what is known and is changed with each file: whatever ends the run, the list is true.
        var manifest = earlier ?? OutputManifest()
        do throws(OutputFailure) {
            try write(plan, files: files, manifest: &manifest, report: &report)
            try removeStale(plan, manifest: &manifest, report: &report)
        } catch {
            // The failure that ended the run is the one to tell.
            try? writeManifest(manifest)
            throw error
        }
        if report.signal == nil { manifest.keep(plan.items.map(\.path) + plan.edited) }
        try writeManifest(manifest)
        return report
    }

    private mutating func write(
        _ plan: OutputPlan,
        files: [OutputFile],
        manifest: inout OutputManifest,
        report: inout OutputReport
    ) throws(OutputFailure) {
        for item in plan.items {
            if item.state == .unchanged {
                report.unchanged += 1
            } else {
                report.signal = signal()
                if report.signal != nil { return }
                try write(files[item.file].bytes, to: item.path)
                report.written.append(item.path.text)
            }
            manifest[item.path] = target[item.path]
        }
    }

    private mutating func write(_ bytes: [UInt8], to path: OutputPath) throws(OutputFailure) {
        _ = try folder.enter(path.folders, creating: true)
        do throws(SystemError) {
            try folder.write(bytes, to: path.name)
        } catch {
            // The folders may have been made for this file alone.
            try? removeEmptyFolders(path.folders)
            throw OutputFailure(error, "cannot write the file", path: folder.display(path.text))
        }
    }

    private mutating func removeStale(
        _ plan: OutputPlan,
        manifest: inout OutputManifest,
        report: inout OutputReport
    ) throws(OutputFailure) {
        for path in plan.stale where report.signal == nil {
            report.signal = signal()
            if report.signal != nil { return }
            guard try folder.enter(path.folders) else { continue }
            do throws(SystemError) {
                try folder.remove(path.name)
            } catch {
                throw OutputFailure(error, "cannot remove the file", path: folder.display(path.text))
            }
            manifest[path] = nil
            report.removed.append(path.text)
            try removeEmptyFolders(path.folders)
        }
    }

    /// Removes the folders that a removed file leaves empty, the innermost first; never the output folder itself.
    private mutating func removeEmptyFolders(_ folders: [String]) throws(OutputFailure) {
        var folders = folders
        while let name = folders.popLast() {
            guard try folder.enter(folders), folder.removeFolderIfEmpty(name) else { return }
        }
    }

    /// Writes the list where it changed, and removes it where nothing is left to list.
    private mutating func writeManifest(_ manifest: OutputManifest) throws(OutputFailure) {
        guard try folder.enter([]) else { return }
        do throws(SystemError) {
            if manifest.isEmpty {
                if earlier != nil { try folder.remove(OutputManifest.fileName) }
                return
            }
            let bytes = manifest.bytes
            if try folder.compare(OutputManifest.fileName, with: bytes) == .same { return }
            try folder.write(bytes, to: OutputManifest.fileName)
        } catch {
            let shown = folder.display(OutputManifest.fileName)
            throw OutputFailure(error, "cannot write the list of generated files", path: shown)
        }
    }
}
