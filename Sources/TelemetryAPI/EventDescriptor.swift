/// What a convention says of an event: a log record with a name and a set of attributes.
public struct EventDescriptor: Hashable, Sendable {
    /// The event's name, such as `exception`.
    public var name: String
    /// What happened, in a sentence.
    public var brief: String
    /// How firm the convention is.
    public var stability: Stability
    /// The event's attributes.
    public var attributes: AttributeUsageList

    /// Makes a descriptor.
    public init(
        name: String,
        brief: String = "",
        stability: Stability = .development,
        attributes: AttributeUsageList = []
    ) {
        self.name = name
        self.brief = brief
        self.stability = stability
        self.attributes = attributes
    }
}
