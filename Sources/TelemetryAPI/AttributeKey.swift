/// The name of an attribute, together with the type of the values that it takes.
///
/// Generated conventions are made of these: `Attributes.HTTP.Request.method` is an `AttributeKey<HTTPRequestMethod>`.
/// A key of your own is one line:
///
/// ```swift
/// let shelf = AttributeKey<Int>("shop.shelf.number")
/// ```
///
/// Names compare byte for byte, upper and lower case differ (OpenTelemetry specification, "Attribute").
@frozen
public struct AttributeKey<Value: AttributeValueConvertible>: Sendable {
    /// The name on the wire, such as `http.request.method`.
    public let name: String

    /// Makes a key. The name is used as given.
    @inlinable
    public init(_ name: String) {
        self.name = name
    }
}

extension AttributeKey: Hashable {
    /// Whether both are the same.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        left.name.hasSameBytes(as: right.name)
    }

    /// Feeds what `==` compares to a hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        // Equal bytes are equal strings, so the string's own hash, the fastest there is, fits the `==` above.
        hasher.combine(name)
    }
}

extension AttributeKey: CustomStringConvertible {
    /// The name on the wire.
    @inlinable
    public var description: String { name }
}
