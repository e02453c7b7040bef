package import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvRegistry
import SemConvYAML

/// What a run does, with nothing left open.
package struct Settings: Sendable {
    package static let defaultRegistry = "model"
    package static let defaultOutput = "Generated/SemanticConventions"
    /// The name of a boundaries file that is read where a registry's folder has one and no other is given.
    package static let defaultBoundaries = "boundaries.json"

    package var registry: String
    package var output: String
    package var templates: String?
    package var include: [String]
    package var exclude: [String]
    /// `nil` for what the generator does by itself: what is firm for all, what is not for those who ask for it.
    package var stability: StabilitySelection?
    package var accessLevel: AccessLevel
    package var rootNames: [RootType: String]
    package var boundaries: String?
    package var schemaURL: String?
    package var documentationURL: String?
    package var dependencies: [String: String]
    package var parameters: [FreeValue.Entry]
    package var future: Bool

    /// Fills in what the configuration leaves open. Reports where the default registry is not there.
    package init?(_ configuration: Configuration, diagnostics: inout DiagnosticCollector) {
        if configuration.registry == nil, FolderListing.kind(of: Self.defaultRegistry) != .folder {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .missingInput,
                    "no registry is given, and there is no folder '\(Self.defaultRegistry)' here",
                    help: "name the registry with '--registry', or in '\(ConfigurationReader.defaultFile)'"
                )
            )
            return nil
        }
        registry = configuration.registry ?? Self.defaultRegistry
        output = configuration.output ?? Self.defaultOutput
        templates = configuration.templates
        include = configuration.include ?? []
        exclude = configuration.exclude ?? []
        stability = configuration.stability
        accessLevel = configuration.accessLevel ?? .public
        rootNames = configuration.rootNames ?? [:]
        boundaries = configuration.boundaries ?? Self.boundariesFile(beside: registry)
        schemaURL = configuration.schemaURL
        documentationURL = configuration.documentationURL
        dependencies = configuration.dependencies ?? [:]
        parameters = configuration.parameters ?? []
        future = configuration.future ?? false
    }

    private static func boundariesFile(beside registry: String) -> String? {
        let file = PathText.join(registry, defaultBoundaries)
        return FolderListing.kind(of: file) == .file ? file : nil
    }

    /// How the registry is read.
    package var registryOptions: RegistryOptions {
        var options = RegistryOptions()
        options.future = future
        options.dependencyOverrides = dependencies
        return options
    }
}
