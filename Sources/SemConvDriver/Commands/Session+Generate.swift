internal import SemConvDiagnostics
internal import SemConvRegistry

extension Session {
    /// Writes the files, or lists how the output folder differs from them.
    mutating func generate(_ registry: Registry, _ settings: Settings, isCheck: Bool) -> ExitStatus {
        enter("rendering")
        generated = generator.files(registry, settings, &diagnostics)
        guard let files = generated?.files, !diagnostics.hasErrors else { return .failure }
        let writer = OutputWriter(folder: settings.output)
        enter(isCheck ? "comparing \(settings.output)" : "writing \(settings.output)")
        if isCheck {
            guard let differences = writer.check(files, diagnostics: &diagnostics) else { return .failure }
            return tell(differences, of: files.count, settings)
        }
        Interrupt.watch()
        defer { Interrupt.unwatch() }
        guard let report = writer.write(files, diagnostics: &diagnostics) else { return .failure }
        return tell(report, settings)
    }

    private func tell(_ report: OutputReport, _ settings: Settings) -> ExitStatus {
        for path in report.written { console.detail("wrote \(OutputFolder.display(path, below: settings.output))") }
        for path in report.removed { console.detail("removed \(OutputFolder.display(path, below: settings.output))") }
        if let signal = report.signal {
            console.inform("interrupted: \(Count(report.written.count, "file")) written, each whole")
            return .signal(signal)
        }
        if report.written.isEmpty, report.removed.isEmpty {
            console.inform("\(settings.output): \(Count(report.unchanged, "file")), nothing changed")
        } else {
            console.inform(
                "\(settings.output): \(report.written.count) written, \(report.unchanged) unchanged, "
                    + "\(report.removed.count) removed"
            )
        }
        return .success
    }

    /// Lists the files on standard output, one a line, or as diagnostics where a program reads them.
    private mutating func tell(_ differences: [OutputDifference], of count: Int, _ settings: Settings) -> ExitStatus {
        if differences.isEmpty {
            console.inform("\(settings.output): \(Count(count, "file")), all up to date")
            return .success
        }
        if console.options.format == .text {
            let lines = differences.map { "\($0.kind.rawValue): \($0.path)\n" }.joined()
            let status = printResult(Array(lines.utf8))
            console.inform("\(Count(differences.count, "file")) not up to date; run codegen without '--check'")
            return status == .success ? .failure : status
        }
        for difference in differences {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .outdatedFile,
                    difference.message,
                    at: SourceLocation(file: difference.path),
                    help: "run codegen without '--check'"
                )
            )
        }
        return .failure
    }
}

extension OutputDifference {
    fileprivate var message: String {
        switch kind {
        case .missing: "the file is not there, and the registry gives it"
        case .differs: "the file is not what the registry gives"
        case .stale: "the file is generated, and the registry no longer gives it"
        }
    }
}
