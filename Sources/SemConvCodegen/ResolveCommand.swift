internal import ArgumentParser
internal import SemConvDriver

/// `codegen resolve`.
struct ResolveCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Prints a registry with every reference followed.",
        usage: "codegen resolve [<options>]",
        discussion: """
            'json' and 'yaml' have everything, with texts and places. 'facts' has what two readers of a registry must \
            agree on, and is made to be compared.

            EXAMPLES
              codegen resolve --registry my-registry > resolved.json
              codegen resolve --registry my-registry --format yaml
              codegen resolve --registry my-registry --format facts | diff - facts.json
            """
    )

    @OptionGroup var registry: RegistryArguments

    @Option(name: [.long, .short], help: ArgumentHelp("The form.", valueName: "json|yaml|facts"))
    var format: Request.ResolveFormat = .json

    @OptionGroup var console: ConsoleArguments

    func request() -> Request {
        Request(
            .resolve(format),
            configuration: registry.configuration,
            configurationFile: registry.config,
            console: console.options
        )
    }
}

extension Request.ResolveFormat: ExpressibleByArgument {}
