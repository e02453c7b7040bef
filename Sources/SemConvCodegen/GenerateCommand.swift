internal import ArgumentParser
internal import SemConvDriver
internal import SemConvRendering

/// `codegen generate`, which also runs where no command is named.
struct GenerateCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the generated files, or with '--check' only compares them.",
        usage: "codegen [generate] [<options>]",
        discussion: """
            A file that is as it should be is not touched. A file that codegen wrote earlier and no longer makes is \
            removed; any other file stays. Nothing is written outside the output folder.

            EXAMPLES
              codegen --include http,url --stability stable
              codegen --stability all --access-level package
              codegen --config Sources/Conventions/semconv.yaml
              codegen --dependency https://opentelemetry.io/schemas/1.44.0=../otel
            """
    )

    @OptionGroup var registry: RegistryArguments

    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "The folder for the generated files. By default 'Generated/SemanticConventions'.",
            valueName: "folder"
        )
    )
    var output: String?

    @Option(
        name: [.long, .short],
        help: ArgumentHelp("Templates that take the place of built-in ones of the same name.", valueName: "folder")
    )
    var templates: String?

    @Option(help: ArgumentHelp("Generate these namespaces only. Repeatable.", valueName: "namespaces"))
    var include: [NamespaceList] = []

    @Option(help: ArgumentHelp("Leave these namespaces out. Repeatable.", valueName: "namespaces"))
    var exclude: [NamespaceList] = []

    @Option(
        help: ArgumentHelp(
            """
            Generate definitions of these stabilities only. By default stable and release_candidate; all is the whole \
            registry, with what it excludes from code.
            """,
            valueName: "stabilities|all"
        )
    )
    var stability: [StabilityList] = []

    @Option(help: ArgumentHelp("Who may see the generated code.", valueName: "public|package|internal"))
    var accessLevel: AccessLevel?

    @Flag(help: "Write nothing; list the files that differ, and exit with 1 if there are any.")
    var check = false

    @OptionGroup var console: ConsoleArguments

    func validate() throws {
        if output == "" { throw ValidationError("'--output' is empty.") }
        if templates == "" { throw ValidationError("'--templates' is empty.") }
    }

    func request() throws -> Request {
        var configuration = registry.configuration
        configuration.output = output
        configuration.templates = templates
        if !include.isEmpty { configuration.include = include.flatMap(\.names) }
        if !exclude.isEmpty { configuration.exclude = exclude.flatMap(\.names) }
        if !stability.isEmpty {
            configuration.stability = try StabilitySelection.parse(stability.flatMap(\.words)).get()
        }
        configuration.accessLevel = accessLevel
        return Request(
            .generate(check: check),
            configuration: configuration,
            configurationFile: registry.config,
            console: console.options
        )
    }
}

extension AccessLevel: ExpressibleByArgument {}

/// Namespaces with commas between them.
struct NamespaceList: ExpressibleByArgument, Hashable, Sendable {
    var names: [String]

    init?(argument: String) {
        names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if names.contains(where: { NamespaceText.problem($0) != nil }) { return nil }
    }
}

/// Stabilities with commas between them.
struct StabilityList: ExpressibleByArgument, Hashable, Sendable {
    var words: [String]

    init?(argument: String) {
        words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for word in words {
            if case .failure = StabilitySelection.parse([word]) { return nil }
        }
    }

    static var allValueStrings: [String] { StabilitySelection.words }
}
