internal import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvYAML

/// Carries out one request from the first file read to the last line printed.
///
/// Knows nothing of how a command line is parsed: a tool with another front end hands it a `Request` too.
package struct Session {
    /// The version of the tool.
    package static let version = "0.1.0"

    let request: Request
    let generator: Generator
    let console: Console
    var diagnostics = DiagnosticCollector()
    private var progress: Progress?
    /// What was read. Kept as long as the session, so that a tool that ends with it need not take thousands of values
    /// apart just before its memory goes away as a whole.
    private var registry: Registry?
    /// What was generated, for the same reason.
    var generated: Generator.Result?
    private let start = ContinuousClock.now

    package init(_ request: Request, generator: Generator = .standard) {
        self.request = request
        self.generator = generator
        console = Console(options: request.console)
    }

    /// Does what was asked for.
    package mutating func run() -> ExitStatus {
        Interrupt.ignoreBrokenPipes()
        if console.showsProgress {
            let console = console
            progress = Progress(stage: "starting") { console.writeError($0) }
            progress?.start()
        }
        var status = perform()
        progress?.finish()
        if diagnostics.hasErrors, status == .success { status = .failure }
        let sorted = diagnostics.sorted
        do throws(SystemError) {
            try console.write(sorted, printsData: printsData)
        } catch {
            console.writeError("error: cannot write to standard output: \(error.message)\n")
            status = .failure
        }
        summarize(sorted)
        return status
    }

    /// Whether standard output belongs to the data that the command prints, so that diagnostics must not go there.
    private var printsData: Bool {
        switch request.action {
        case .generate, .check: false
        case .resolve, .stats, .explain: true
        }
    }

    private mutating func perform() -> ExitStatus {
        guard let settings = settings() else { return .failure }
        if settings.future {
            var strict = DiagnosticCollector(future: true)
            strict.append(contentsOf: diagnostics)
            diagnostics = strict
        }
        registry = load(settings)
        guard let registry else { return .failure }
        switch request.action {
        case .generate(let check): return generate(registry, settings, isCheck: check)
        case .check:
            console.inform("\(settings.registry): \(RegistryStatistics(registry).sentence)")
            return .success
        case .resolve(let format): return resolve(registry, format)
        case .stats(let format): return stats(registry, settings, format)
        case .explain(let id): return explain(id, registry, settings)
        }
    }

    // MARK: Before the work

    /// The settings, of the command line, of the configuration file, and of what is usual.
    private mutating func settings() -> Settings? {
        var configuration = request.configuration
        if let file = configurationFile() {
            console.detail("configuration: \(file)")
            guard let read = ConfigurationReader.read(path: file, diagnostics: &diagnostics) else { return nil }
            configuration = configuration.over(read)
        }
        return Settings(configuration, diagnostics: &diagnostics)
    }

    /// The file that was named, or the one of the current folder; that one not where the command line names a registry,
    /// since it was written for another.
    private func configurationFile() -> String? {
        if let file = request.configurationFile { return file }
        let usual = ConfigurationReader.defaultFile
        guard request.configuration.registry == nil, FolderListing.kind(of: usual) == .file else { return nil }
        return usual
    }

    private mutating func load(_ settings: Settings) -> Registry? {
        enter("reading \(settings.registry)")
        let loader = RegistryLoader(options: settings.registryOptions)
        return loader.load(path: settings.registry, diagnostics: &diagnostics)
    }

    /// Names the part of the work that begins.
    func enter(_ stage: String) {
        progress?.enter(stage)
        console.detail("\(stage), after \(start.duration(to: .now).milliseconds) ms")
    }

    // MARK: After the work

    private func summarize(_ diagnostics: [Diagnostic]) {
        if let summary = DiagnosticFormatter.summary(of: diagnostics) { console.inform(summary) }
        console.detail("done, after \(start.duration(to: .now).milliseconds) ms")
    }

    /// Prints a part of the result; what goes wrong becomes a diagnostic.
    mutating func printResult(_ bytes: [UInt8]) -> ExitStatus {
        do throws(SystemError) {
            try console.writeResult(bytes)
            return .success
        } catch {
            let message = "cannot write to standard output: \(error.message)"
            diagnostics.report(Diagnostic(.error, .outputFile, message, help: error.help))
            return .failure
        }
    }
}

extension Duration {
    /// In whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
