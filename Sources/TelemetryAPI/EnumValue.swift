/// A value of an attribute with known values. The set is open: the conventions allow other values of the same type.
///
/// One generic type serves every such attribute. `Tag` tells them apart and has no values; generated conventions
/// name each of them:
///
/// ```swift
/// let method: HTTPRequestMethod = .get
/// let rare: HTTPRequestMethod = .custom("PROPFIND")  // or the literal "PROPFIND"
/// ```
@frozen
public struct EnumValue<Tag, RawValue: EnumRawValue>: RawRepresentable, Sendable {
    /// The value on the wire.
    public let rawValue: RawValue

    /// Makes a value, known or not.
    @inlinable
    public init(_ rawValue: RawValue) {
        self.rawValue = rawValue
    }

    /// Makes a value, known or not; it never fails.
    @inlinable
    public init(rawValue: RawValue) {
        self.rawValue = rawValue
    }

    /// A value that the conventions do not list.
    @inlinable
    public static func custom(_ rawValue: RawValue) -> Self {
        Self(rawValue)
    }
}

/// The type of the values of an enumeration on the wire: `String`, `Int`, `Double` or `Bool`.
public protocol EnumRawValue: AttributeValueConvertible, Hashable {
    /// Whether two values are the same on the wire. For strings that is stricter than `==`.
    static func areSame(_ left: Self, _ right: Self) -> Bool
}

extension EnumRawValue {
    /// Whether two values are the same on the wire.
    @inlinable
    public static func areSame(_ left: Self, _ right: Self) -> Bool { left == right }
}

extension String: EnumRawValue {
    /// Whether two values are the same on the wire.
    @inlinable
    public static func areSame(_ left: String, _ right: String) -> Bool { left.hasSameBytes(as: right) }
}

extension Int: EnumRawValue {}
extension Double: EnumRawValue {}
extension Bool: EnumRawValue {}

extension EnumValue: Hashable {
    /// Whether both are the same.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        RawValue.areSame(left.rawValue, right.rawValue)
    }

    /// Feeds what `==` compares to a hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }
}

extension EnumValue: AttributeValueConvertible {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { rawValue.attributeValue }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard let rawValue = RawValue(attributeValue: attributeValue) else { return nil }
        self.init(rawValue)
    }
}

extension EnumValue: CustomStringConvertible {
    /// The value on the wire, as text.
    public var description: String { String(describing: rawValue) }
}

extension EnumValue: ExpressibleByUnicodeScalarLiteral where RawValue == String {
    /// Makes the value of a literal of one scalar.
    @inlinable
    public init(unicodeScalarLiteral value: String) {
        self.init(value)
    }
}

extension EnumValue: ExpressibleByExtendedGraphemeClusterLiteral where RawValue == String {
    /// Makes the value of a literal of one character.
    @inlinable
    public init(extendedGraphemeClusterLiteral value: String) {
        self.init(value)
    }
}

extension EnumValue: ExpressibleByStringLiteral where RawValue == String {
    /// Makes the value of a string literal.
    @inlinable
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension EnumValue: ExpressibleByIntegerLiteral where RawValue == Int {
    /// Makes the value of a literal.
    @inlinable
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension EnumValue: ExpressibleByFloatLiteral where RawValue == Double {
    /// Makes the value of a literal.
    @inlinable
    public init(floatLiteral value: Double) {
        self.init(value)
    }
}

extension EnumValue: ExpressibleByBooleanLiteral where RawValue == Bool {
    /// Makes the value of a literal.
    @inlinable
    public init(booleanLiteral value: Bool) {
        self.init(value)
    }
}
