internal import ArgumentParser
internal import SemConvDriver

/// Which registry is read, and how.
struct RegistryArguments: ParsableArguments {
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "The registry: a folder, or one file. By default 'model'.",
            valueName: "folder|file"
        )
    )
    var registry: String?

    @Option(
        help: ArgumentHelp(
            "The configuration file. By default 'semconv.yaml' in the current folder, unless '--registry' is given.",
            valueName: "file"
        )
    )
    var config: String?

    @Option(
        help: ArgumentHelp(
            "A folder to read wherever a manifest names SOURCE, so that nothing has to be fetched. Repeatable.",
            valueName: "source=folder"
        )
    )
    var dependency: [DependencyArgument] = []

    @Flag(help: "Refuse what future versions of the rules will refuse.")
    var future = false

    /// What these options say.
    var configuration: Configuration {
        var configuration = Configuration()
        configuration.registry = registry
        if !dependency.isEmpty {
            configuration.dependencies = Dictionary(
                dependency.map { ($0.text.source, $0.text.folder) },
                uniquingKeysWith: { _, last in last }
            )
        }
        if future { configuration.future = true }
        return configuration
    }

    func validate() throws {
        if registry == "" { throw ValidationError("'--registry' is empty.") }
        if config == "" { throw ValidationError("'--config' is empty.") }
    }
}

/// A value of `--dependency`.
struct DependencyArgument: ExpressibleByArgument, Hashable, Sendable {
    var text: DependencyText

    init?(argument: String) {
        guard let text = DependencyText(argument) else { return nil }
        self.text = text
    }

    var defaultValueDescription: String { "\(text.source)=\(text.folder)" }
}
