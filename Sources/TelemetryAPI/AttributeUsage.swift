/// How strongly a convention asks for an attribute (OpenTelemetry specification, "Attribute requirement levels"), from
/// the strongest to the weakest.
@frozen
public enum AttributeRequirementLevel: Hashable, Sendable, CaseIterable {
    /// Always.
    case required
    /// Whenever the condition holds that the convention gives.
    case conditionallyRequired
    /// By default, unless the user turns it off.
    case recommended
    /// Only when the user asks for it.
    case optIn
}

extension AttributeRequirementLevel: Comparable {
    /// Whether the left one ranks below the right one.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    @usableFromInline
    var order: Int {
        switch self {
        case .required: 0
        case .conditionallyRequired: 1
        case .recommended: 2
        case .optIn: 3
        }
    }
}

/// What an attribute does for an entity (OpenTelemetry specification, "Entity data model").
@frozen
public enum EntityAttributeRole: Hashable, Sendable, CaseIterable {
    /// It tells entities of one type apart.
    case identifying
    /// It says more about an entity, and may change.
    case descriptive
}

/// An attribute as a metric, span, event or entity uses it.
public struct AttributeUsage: Hashable, Sendable {
    /// The attribute's name on the wire; for a template the prefix, without the user's key.
    public var name: String
    /// How strongly the signal asks for it.
    public var level: AttributeRequirementLevel
    /// What it does for an entity; `nil` for other signals, and where the convention does not say.
    public var role: EntityAttributeRole?
    /// Whether a sampler should see it, so that it has to be there when the span starts.
    public var isSamplingRelevant: Bool

    /// Makes a use of an attribute.
    public init(
        _ name: String,
        _ level: AttributeRequirementLevel = .recommended,
        role: EntityAttributeRole? = nil,
        isSamplingRelevant: Bool = false
    ) {
        self.name = name
        self.level = level
        self.role = role
        self.isSamplingRelevant = isSamplingRelevant
    }
}
