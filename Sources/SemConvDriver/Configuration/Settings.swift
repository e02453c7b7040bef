package import SemConvDiagnostics
package import SemConvRegistry
package import SemConvRendering
internal import SemConvYAML

/// What a run does, with nothing left open.
package struct Settings: Sendable {
    package static let defaultRegistry = "model"
    package static let defaultOutput = "Generated/SemanticConventions"
    /// The name of a boundaries file that is read where a registry's folder has one and no other is given.
    package static let defaultBoundaries = "boundaries.json"

    package var registry: String
    package var output: String
    package var templates: String?
    package var boundaries: String?
    package var dependencies: [String: String]
    /// What concerns the generated code; all but the boundaries, which are still to be read.
    package var rendering: RenderOptions
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
        boundaries = configuration.boundaries ?? Self.boundariesFile(beside: registry)
        dependencies = configuration.dependencies ?? [:]
        rendering = RenderOptions(configuration)
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

extension RenderOptions {
    /// The options that a configuration gives, and the usual ones where it gives none.
    init(_ configuration: Configuration) {
        self.init()
        namespaces.include = configuration.include ?? []
        namespaces.exclude = configuration.exclude ?? []
        stability = configuration.stability ?? stability
        gate = configuration.gate
        accessLevel = configuration.accessLevel ?? accessLevel
        roots = configuration.rootNames ?? roots
        imports = configuration.imports ?? []
        documentationBase = configuration.documentationURL ?? documentationBase
        parameters = configuration.parameters ?? []
    }
}
