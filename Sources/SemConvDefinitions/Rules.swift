package import SemConvDiagnostics

/// The rules of this stage. The names are public: users list them; none ever changes its meaning.
extension RuleID {
    // MARK: Form of a file
    package static let invalidFileFormat: RuleID = "invalid-file-format"
    package static let deprecatedVersionField: RuleID = "deprecated-version-field"
    package static let unknownKey: RuleID = "unknown-key"
    package static let missingKey: RuleID = "missing-key"
    package static let wrongType: RuleID = "wrong-type"
    package static let invalidValue: RuleID = "invalid-value"
    package static let removedKey: RuleID = "removed-key"
    package static let stabilityDeprecated: RuleID = "stability-deprecated"

    // MARK: Groups
    package static let groupTypeMissing: RuleID = "group-type-missing"
    package static let groupStabilityMissing: RuleID = "group-stability-missing"
    package static let groupWithoutAttributes: RuleID = "group-without-attributes"
    package static let groupPrefix: RuleID = "group-prefix"
    package static let groupKeyMisplaced: RuleID = "group-key-misplaced"
    package static let metricIncomplete: RuleID = "metric-incomplete"
    package static let spanKindMissing: RuleID = "span-kind-missing"
    package static let eventNameMissing: RuleID = "event-name-missing"
    package static let signalRequirementLevelMissing: RuleID = "requirement-level-missing"
    package static let entityIdentityMissing: RuleID = "entity-identity-missing"
    package static let entityAttributeTwice: RuleID = "entity-attribute-in-identity-and-description"
    package static let emptyAssociation: RuleID = "empty-entity-association"

    // MARK: Attributes
    package static let attributeBriefMissing: RuleID = "attribute-brief-missing"
    package static let attributeStabilityMissing: RuleID = "attribute-stability-missing"
    package static let memberStabilityMissing: RuleID = "member-stability-missing"
    package static let attributeTwice: RuleID = "duplicate-attribute-ref"
    package static let exampleMissing: RuleID = "example-missing"
    package static let exampleWrongType: RuleID = "example-wrong-type"
    package static let exampleNotNested: RuleID = "example-not-nested"
    package static let unstructuredDeprecation: RuleID = "unstructured-deprecated"

    // MARK: Bodies of events
    package static let bodyStabilityMissing: RuleID = "body-stability-missing"
    package static let bodyExampleMissing: RuleID = "body-example-missing"
}
