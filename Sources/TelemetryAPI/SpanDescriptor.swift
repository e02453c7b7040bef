/// What a convention says of a kind of operation that is recorded as a span.
public struct SpanDescriptor: Hashable, Sendable {
    /// The convention's id, such as `http.client`. It is not the name of the span.
    public var id: String
    /// The span's kind; `nil` where the convention leaves it open.
    public var kind: SpanKind?
    /// How to name such a span, in words; empty where the convention does not say.
    public var nameRule: String
    /// What the operation is, in a sentence.
    public var brief: String
    /// How firm the convention is.
    public var stability: Stability
    /// The span's attributes.
    public var attributes: AttributeUsageList

    /// Makes a descriptor.
    public init(
        id: String,
        kind: SpanKind? = nil,
        nameRule: String = "",
        brief: String = "",
        stability: Stability = .development,
        attributes: AttributeUsageList = []
    ) {
        self.id = id
        self.kind = kind
        self.nameRule = nameRule
        self.brief = brief
        self.stability = stability
        self.attributes = attributes
    }
}
