internal import ArgumentParser
internal import SemConvDriver

/// `codegen stats`.
struct StatsCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts what a registry has, by kind, stability and type.",
        usage: "codegen stats [<options>]",
        discussion: """
            EXAMPLES
              codegen stats --registry my-registry
              codegen stats --registry my-registry --format json
            """
    )

    @OptionGroup var registry: RegistryArguments

    @Option(name: [.long, .short], help: ArgumentHelp("The form.", valueName: "text|json"))
    var format: Request.StatsFormat = .text

    @OptionGroup var console: ConsoleArguments

    func request() -> Request {
        Request(
            .stats(format),
            configuration: registry.configuration,
            configurationFile: registry.config,
            console: console.options
        )
    }
}

extension Request.StatsFormat: ExpressibleByArgument {}
