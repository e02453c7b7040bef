package import SemConvDefinitions

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
    /// Names for the generated root types.
    package var rootNames: [RootType: String]?
    /// A file with the bucket boundaries of histograms.
    package var boundaries: String?
    /// The schema URL to write into the generated code in place of the registry's own.
    package var schemaURL: String?
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
        result.schemaURL = schemaURL ?? other.schemaURL
        result.documentationURL = documentationURL ?? other.documentationURL
        result.parameters = parameters ?? other.parameters
        result.future = future ?? other.future
        if let lower = other.dependencies {
            result.dependencies = (dependencies ?? [:]).merging(lower) { own, _ in own }
        }
        return result
    }
}

/// Which definitions are generated, by how firm they are.
package enum StabilitySelection: Hashable, Sendable {
    /// Whatever the stability, all without a condition.
    case all
    /// Those of these stabilities, and no others.
    case only([Stability])

    /// The words that `--stability` and the configuration file take.
    package static let words = ["all"] + Stability.allCases.map(\.rawValue)

    /// Reads words such as `stable` and `release_candidate`, or `all` alone.
    ///
    /// - Returns: `nil` where one is unknown, with the first such.
    package static func parse(_ words: [String]) -> Result<StabilitySelection, UnknownWord> {
        if words == ["all"] { return .success(.all) }
        var stabilities: [Stability] = []
        for word in words {
            // The name that registries before 1.30 use.
            let word = word == "experimental" ? Stability.development.rawValue : word
            guard let stability = Stability(rawValue: word) else { return .failure(UnknownWord(word: word)) }
            if !stabilities.contains(stability) { stabilities.append(stability) }
        }
        return .success(.only(stabilities.sorted { $0.rawValue < $1.rawValue }))
    }

    package struct UnknownWord: Error, Hashable, Sendable {
        package let word: String
    }
}

/// Who may see the generated declarations.
package enum AccessLevel: String, Hashable, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`
}

/// The types at the top of the generated code, by their key in a configuration file.
package enum RootType: String, Hashable, Sendable, CaseIterable {
    case attributes
    case metrics
    case spans
    case events
    case entities
    case viewPresets = "view_presets"
}
