/// The kinds of declarations in a generated module.
package enum DeclarationKind: String, Hashable, Sendable, CaseIterable {
    case attribute
    case metric
    case span
    case event
    case entity
    case viewPreset = "view_preset"

    /// What the files of the kind are called after.
    var fileKind: String {
        switch self {
        case .attribute: "Attributes"
        case .metric: "Metrics"
        case .span: "Spans"
        case .event: "Events"
        case .entity: "Entities"
        case .viewPreset: "ViewPresets"
        }
    }
}

extension RootNames {
    /// The name of the enum that all declarations of a kind stand in.
    func name(of kind: DeclarationKind) -> String {
        switch kind {
        case .attribute: attributes
        case .metric: metrics
        case .span: spans
        case .event: events
        case .entity: entities
        case .viewPreset: viewPresets
        }
    }
}
