/// What a convention says of a type of entity: something that telemetry is about, described by resource attributes.
public struct EntityDescriptor: Hashable, Sendable {
    /// The entity's type, such as `service.instance`.
    public var type: String
    /// What such an entity is, in a sentence.
    public var brief: String
    /// How firm the convention is.
    public var stability: Stability
    /// The attributes that identify and describe it.
    public var attributes: AttributeUsageList

    /// Makes a descriptor.
    public init(
        type: String,
        brief: String = "",
        stability: Stability = .development,
        attributes: AttributeUsageList = []
    ) {
        self.type = type
        self.brief = brief
        self.stability = stability
        self.attributes = attributes
    }
}
