/// A command with its options, as the command line gave them.
package struct Request: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        /// Writes the generated files, or only compares them.
        case generate(check: Bool)
        /// Reads and resolves the registry and says what is wrong with it.
        case check
        /// Prints the resolved registry.
        case resolve(ResolveFormat)
        /// Prints how much the registry has of what.
        case stats(StatsFormat)
        /// Prints all that is known about an id.
        case explain(String)
    }

    package enum ResolveFormat: String, Hashable, Sendable, CaseIterable {
        case json
        case yaml
        case facts
    }

    package enum StatsFormat: String, Hashable, Sendable, CaseIterable {
        case text
        case json
    }

    package var action: Action
    /// What the command line says; a configuration file fills the rest.
    package var configuration: Configuration
    /// The configuration file that the user named.
    package var configurationFile: String?
    package var console: ConsoleOptions

    package init(
        _ action: Action,
        configuration: Configuration = Configuration(),
        configurationFile: String? = nil,
        console: ConsoleOptions = ConsoleOptions()
    ) {
        self.action = action
        self.configuration = configuration
        self.configurationFile = configurationFile
        self.console = console
    }
}
