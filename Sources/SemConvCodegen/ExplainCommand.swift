internal import ArgumentParser
internal import SemConvDriver

/// `codegen explain`.
struct ExplainCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells all about an id: where it is defined, who refers to it, and its generated name.",
        usage: "codegen explain <id> [<options>]",
        discussion: """
            EXAMPLES
              codegen explain http.request.method             An attribute.
              codegen explain http.server.request.duration    A metric's name.
              codegen explain span.http.server                A span's id.
              codegen explain Attributes.HTTP.Request.method  A generated name.
            """
    )

    @Argument(help: "The id of an attribute, metric, span, event, entity or group, or a name of the generated code.")
    var id: String

    @OptionGroup var registry: RegistryArguments
    @OptionGroup var console: ConsoleArguments

    func request() -> Request {
        Request(
            .explain(id),
            configuration: registry.configuration,
            configurationFile: registry.config,
            console: console.options
        )
    }
}
