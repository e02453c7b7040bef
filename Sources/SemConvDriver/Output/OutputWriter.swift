package import SemConvDiagnostics

/// What a run did to the output folder.
package struct OutputReport: Hashable, Sendable {
    /// Files that were made or replaced, in byte order.
    package var written: [String] = []
    /// How many files were as they should be, and were not touched.
    package var unchanged = 0
    /// Files of an earlier run that were removed.
    package var removed: [String] = []
    /// The signal that ended the run between two files.
    package var signal: Int32?

    package init() {}
}

/// A file that is not what this run makes of the registry.
package struct OutputDifference: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It would be made.
        case missing
        /// It would be replaced.
        case differs
        /// It would be removed.
        case stale
    }

    package var kind: Kind
    /// With the output folder in front.
    package var path: String

    package init(kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }
}

/// Puts the files of a run into the output folder, or says how that folder differs from them.
///
/// - Files that are as they should be are not touched, nor is their time of modification.
/// - A file is replaced in one step: at any moment it is the old one or the new one, whole.
/// - Of files that this run does not make only those are removed that an earlier run wrote and nobody has edited.
/// - Nothing is read or written outside the folder, whatever the paths of the files say.
/// - Where something is in the way, that is reported and nothing at all is changed.
package struct OutputWriter: Sendable {
    /// The folder, as the user named it.
    package let folder: String
    /// Asked before each change; a signal's number ends the run there.
    var signal: @Sendable () -> Int32? = { Interrupt.signalNumber }
    /// How long to wait for another run to be done with the folder.
    var patience: Duration = .seconds(10)

    package init(folder: String) {
        self.folder = folder
    }

    /// Writes the files.
    ///
    /// - Returns: what was done; `nil` when an error was reported.
    package func write(_ files: [OutputFile], diagnostics: inout DiagnosticCollector) -> OutputReport? {
        var problems = DiagnosticCollector()
        defer { diagnostics.append(contentsOf: problems) }
        let paths = OutputPaths(files, folder: folder, diagnostics: &problems)
        if problems.hasErrors { return nil }
        do throws(OutputFailure) {
            guard var output = try OutputFolder.open(folder, creating: !files.isEmpty) else { return OutputReport() }
            if let signal = try waitForLock(output) { return OutputReport(signal: signal) }
            let target = OutputManifest(of: files, paths: paths)
            let manifest = try readManifest(&output, expecting: target, diagnostics: &problems)
            var planner = OutputPlanner(folder: output, manifest: manifest)
            let plan = planner.plan(files, paths: paths, isCheck: false, diagnostics: &problems)
            if problems.hasErrors { return nil }
            warn(of: plan, diagnostics: &problems)
            var changer = OutputChanger(
                folder: planner.finish(),
                earlier: manifest,
                target: target,
                signal: signal
            )
            return try changer.carryOut(plan, files: files)
        } catch {
            problems.report(error.diagnostic)
            return nil
        }
    }

    /// Compares the folder with the files and changes nothing.
    ///
    /// - Returns: the differences in byte order of their paths; `nil` when an error was reported.
    package func check(_ files: [OutputFile], diagnostics: inout DiagnosticCollector) -> [OutputDifference]? {
        var problems = DiagnosticCollector()
        defer { diagnostics.append(contentsOf: problems) }
        let paths = OutputPaths(files, folder: folder, diagnostics: &problems)
        if problems.hasErrors { return nil }
        do throws(OutputFailure) {
            guard var output = try OutputFolder.open(folder, creating: false) else {
                return paths.entries.map {
                    OutputDifference(kind: .missing, path: OutputFolder.display($0.path.text, below: folder))
                }
            }
            let target = OutputManifest(of: files, paths: paths)
            let manifest = try readManifest(&output, expecting: target, diagnostics: &problems)
            var planner = OutputPlanner(folder: output, manifest: manifest)
            let plan = planner.plan(files, paths: paths, isCheck: true, diagnostics: &problems)
            return problems.hasErrors ? nil : differences(plan, folder: planner.finish())
        } catch {
            problems.report(error.diagnostic)
            return nil
        }
    }

    private func differences(_ plan: OutputPlan, folder: borrowing OutputFolder) -> [OutputDifference] {
        var found: [OutputDifference] = []
        for item in plan.items where item.state != .unchanged {
            let kind: OutputDifference.Kind = item.state == .missing ? .missing : .differs
            found.append(OutputDifference(kind: kind, path: folder.display(item.path.text)))
        }
        for path in plan.stale.map(\.text) + plan.edited.map(\.text) + plan.unlisted {
            found.append(OutputDifference(kind: .stale, path: folder.display(path)))
        }
        return found.sorted { $0.path < $1.path }
    }

    /// - Returns: the signal that ended the wait; `nil` once the lock is ours.
    private func waitForLock(_ output: borrowing OutputFolder) throws(OutputFailure) -> Int32? {
        let start = ContinuousClock.now
        while !output.lock() {
            if let signal = signal() { return signal }
            guard start.duration(to: .now) < patience else {
                throw OutputFailure(
                    .outputFolder,
                    "another run is writing to the output folder",
                    path: folder,
                    help: "wait until it is done, or give each run a folder of its own"
                )
            }
            SystemCalls.pause(milliseconds: 20)
        }
        return nil
    }
}

extension OutputReport {
    init(signal: Int32) {
        self.signal = signal
    }
}
