internal import ArgumentParser
internal import SemConvDriver

/// `codegen check`.
struct CheckCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads and resolves a registry, and says all that is wrong with it.",
        usage: "codegen check [<options>]",
        discussion: """
            EXAMPLES
              codegen check --registry my-registry
              codegen check --registry my-registry/http.yaml --future
              codegen check --diagnostics-format sarif > findings.sarif
            """
    )

    @OptionGroup var registry: RegistryArguments
    @OptionGroup var console: ConsoleArguments

    func request() -> Request {
        Request(
            .check,
            configuration: registry.configuration,
            configurationFile: registry.config,
            console: console.options
        )
    }
}
