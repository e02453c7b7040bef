/// A type whose values can be the values of an attribute.
///
/// The conventions use `String`, `Bool`, `Int`, `Double`, lists of these, ``AttributeValue`` for attributes of any
/// type, and ``EnumValue`` for those with known values. A type of your own may conform too.
public protocol AttributeValueConvertible: Sendable {
    /// What is recorded for the value.
    var attributeValue: AttributeValue { get }

    /// Reads a recorded value back; `nil` where it is of another type.
    init?(attributeValue: AttributeValue)
}

extension AttributeValue: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { self }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        self = attributeValue
    }
}

extension String: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { .string(self) }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard case .string(let value) = attributeValue else { return nil }
        self = value
    }
}

extension Bool: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { .bool(self) }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard case .bool(let value) = attributeValue else { return nil }
        self = value
    }
}

extension Int: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { .int(self) }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard case .int(let value) = attributeValue else { return nil }
        self = value
    }
}

extension Double: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { .double(self) }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard case .double(let value) = attributeValue else { return nil }
        self = value
    }
}
