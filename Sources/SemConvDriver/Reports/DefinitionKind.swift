internal import SemConvRendering

/// The kinds of definitions that a registry has.
enum DefinitionKind: String, Hashable, Sendable, CaseIterable {
    case attribute
    case metric
    case metricRefinement = "metric refinement"
    case span
    case spanRefinement = "span refinement"
    case event
    case entity
    case attributeGroup = "attribute group"
    case otherGroup = "other group"

    /// The kinds of declarations that generated code may have for a definition.
    var declarations: [DeclarationKind] {
        switch self {
        case .attribute: [.attribute]
        case .metric: [.metric, .viewPreset]
        case .span, .spanRefinement: [.span]
        case .event: [.event]
        case .entity: [.entity]
        case .metricRefinement, .attributeGroup, .otherGroup: []
        }
    }
}
