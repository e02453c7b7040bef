internal import ArgumentParser
internal import SemConvDriver

/// The command `codegen`: generates Swift code from a registry of semantic conventions.
struct Codegen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codegen",
        abstract: "Generates Swift code from a registry of OpenTelemetry semantic conventions.",
        usage: "codegen [<command>] [<options>]",
        discussion: """
            Without a command, 'generate' runs. Without options it reads the folder 'model' and writes \
            'Generated/SemanticConventions'; a file 'semconv.yaml' in the current folder may say otherwise.

            EXAMPLES
              codegen                               Generate from 'model'.
              codegen -r my-registry -o Sources/Conventions
              codegen --check                       Are the generated files current?
              codegen check -r my-registry          Look for mistakes.
              codegen explain http.request.method   Tell all about an id.

            EXIT STATUS
              0  all is well, or there were only warnings
              1  there were errors, or '--check' found differences
              2  the command line is wrong
            """,
        version: "codegen \(Session.version)",
        subcommands: [
            GenerateCommand.self, CheckCommand.self, ResolveCommand.self, StatsCommand.self, ExplainCommand.self,
        ],
        defaultSubcommand: GenerateCommand.self
    )
}

/// A command that the driver carries out.
protocol RequestCommand: ParsableCommand {
    /// What the command line asks for.
    func request() throws -> Request
}
