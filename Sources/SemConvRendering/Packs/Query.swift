package import SemConvDefinitions

/// A query of a pack, with its options.
package struct Query: Hashable, Sendable {
    /// The options of weaver's grouping queries.
    package struct Options: Hashable, Sendable {
        package var stableOnly = false
        package var excludesDeprecated = false
        /// Levels to leave out; `experimental` stands for all that is not stable.
        package var excludedStability: Set<String> = []
        package var excludedRootNamespaces: Set<String> = []
        package var ignoresCodeGenerationAnnotations = false

        package init() {}

        static let keys = [
            "stable_only", "exclude_deprecated", "exclude_stability", "exclude_root_namespace",
            "ignore_code_generation_annotations", "v2",
        ]

        /// Whether a definition of this stability stays.
        func keeps(_ stability: Stability?) -> Bool {
            if stableOnly, stability != .stable { return false }
            if excludedStability.isEmpty { return true }
            if stability != .stable, excludedStability.contains("experimental") { return false }
            return !excludedStability.contains(stability?.rawValue ?? "")
        }

        /// Whether a definition stays.
        func keeps(stability: Stability?, deprecated: Deprecation?, annotations: AnnotationMap) -> Bool {
            keeps(stability) && !(excludesDeprecated && deprecated != nil)
                && (ignoresCodeGenerationAnnotations || !annotations.isExcludedFromCodeGeneration)
        }
    }

    package var name: QueryName
    package var options = Options()

    package init(_ name: QueryName, options: Options = Options()) {
        self.name = name
        self.options = options
    }
}
