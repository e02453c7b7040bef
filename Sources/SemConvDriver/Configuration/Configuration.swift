package import SemConvDefinitions
package import SemConvRendering

/// What a run was told: by a configuration file, or by the command line. What was left open is `nil`.
package struct Configuration: Hashable, Sendable {
    /// The folder or file of the registry.
    package var registry: String?
    /// The folder for the generated files.
    package var output: String?
    /// A folder of templates that take the place of built-in ones.
    package var templates: String?
    /// The namespaces to generate; without any, all.
    package var include: [String]?
    /// The namespaces to leave out.
    package var exclude: [String]?
    package var stability: StabilitySelection?
    package var accessLevel: AccessLevel?
    /// The package trait that definitions which are not settled wait behind.
    package var gate: String?
    /// Modules that the generated code imports besides its own.
    package var imports: [String]?
    /// Names for the generated root types.
    package var rootNames: RootNames?
    /// A file with the bucket boundaries of histograms.
    package var boundaries: String?
    /// Where relative links in the registry's texts lead.
    package var documentationURL: String?
    /// Folders to read in place of what manifests name.
    package var dependencies: [String: String]?
    /// Values for templates of the user's own.
    package var parameters: [FreeValue.Entry]?
    /// Whether what newer versions of the rules refuse is refused now.
    package var future: Bool?

    package init() {}

    /// These settings, with those of `other` where these leave something open. Lists are not joined; dependencies are,
    /// one by one.
    package func over(_ other: Configuration) -> Configuration {
        var result = self
        result.registry = registry ?? other.registry
        result.output = output ?? other.output
        result.templates = templates ?? other.templates
        result.include = include ?? other.include
        result.exclude = exclude ?? other.exclude
        result.stability = stability ?? other.stability
        result.accessLevel = accessLevel ?? other.accessLevel
        result.rootNames = rootNames ?? other.rootNames
        result.boundaries = boundaries ?? other.boundaries
        result.gate = gate ?? other.gate
        result.imports = imports ?? other.imports
        result.documentationURL = documentationURL ?? other.documentationURL
        result.parameters = parameters ?? other.parameters
        result.future = future ?? other.future
        if let lower = other.dependencies {
            result.dependencies = (dependencies ?? [:]).merging(lower) { own, _ in own }
        }
        return result
    }
}
