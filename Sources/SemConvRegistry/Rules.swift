package import SemConvDiagnostics

/// The rules of this stage. The names are public: users list them; none ever changes its meaning.
extension RuleID {
    // MARK: Sources
    package static let registryNotFound: RuleID = "registry-not-found"
    package static let registryEmpty: RuleID = "registry-empty"
    package static let legacyManifest: RuleID = "legacy-manifest-name"
    package static let dependencyNotLocal: RuleID = "dependency-not-local"
    package static let dependencyNotFound: RuleID = "dependency-not-found"
    package static let dependencyUnused: RuleID = "dependency-override-unused"
    package static let dependencyCycle: RuleID = "circular-dependency"
    package static let dependencyTooDeep: RuleID = "dependency-too-deep"
    package static let dependencyVersions: RuleID = "incompatible-dependency-versions"
    package static let dependencyUpgraded: RuleID = "dependency-version-upgraded"
    package static let dependencyUnversioned: RuleID = "unversioned-dependency-conflict"
    package static let schemaURLMismatch: RuleID = "schema-url-mismatch"

    // MARK: References
    package static let unresolvedAttribute: RuleID = "unresolved-attribute-ref"
    package static let unresolvedExtends: RuleID = "unresolved-extends"
    package static let unresolvedGroup: RuleID = "unresolved-ref-group"
    package static let unresolvedRefinement: RuleID = "unresolved-refinement"
    package static let invalidRefinement: RuleID = "invalid-refinement"
    package static let circularExtends: RuleID = "circular-extends"
    package static let ambiguousAttribute: RuleID = "ambiguous-attribute-ref"
    package static let excluded: RuleID = "excluded-from-dependency-resolution"
    package static let identityChanged: RuleID = "entity-refinement-changed-identity"
    package static let unresolvedAssociation: RuleID = "unresolved-entity-association"
    package static let ambiguousAssociation: RuleID = "ambiguous-entity-association"
    package static let unmatchedImport: RuleID = "unmatched-import"
    package static let invalidWildcard: RuleID = "invalid-wildcard"

    // MARK: Limits
    package static let tooManyUses: RuleID = "too-many-attributes"

    // MARK: Uniqueness
    package static let duplicateAttribute: RuleID = "duplicate-attribute-id"
    package static let duplicateGroupAttribute: RuleID = "duplicate-group-attribute"
    package static let duplicateGroup: RuleID = "duplicate-group-id"
    package static let duplicateName: RuleID = "duplicate-group-name"
    package static let duplicateMetric: RuleID = "duplicate-metric-name"
    package static let collidingSignal: RuleID = "colliding-signal-id"
}
