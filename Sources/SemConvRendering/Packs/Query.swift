internal import SemConvDefinitions

/// A query of a pack, with its options.
struct Query: Hashable, Sendable {
    /// The options of weaver's grouping queries.
    struct Options: Hashable, Sendable {
        var stableOnly = false
        var excludesDeprecated = false
        /// Levels to leave out; `experimental` stands for all that is not stable.
        var excludedStability: Set<String> = []
        var excludedRootNamespaces: Set<String> = []
        var ignoresCodeGenerationAnnotations = false

        init() {}

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

    var name: QueryName
    var options = Options()

    init(_ name: QueryName, options: Options = Options()) {
        self.name = name
        self.options = options
    }
}
