/// A value of any type that an attribute, a log body or an element of either can have (OpenTelemetry specification,
/// "AnyValue").
///
/// Empty strings, zeros, empty lists and the empty value carry meaning: they are kept and exported. Arrays and maps
/// cost more than the primitive values, to record and to export; prefer several attributes over a deep map.
///
/// Two values are equal when they mean the same on the wire: strings compare byte for byte, a list of one primitive
/// type equals an ``array(_:)`` of the same elements, maps compare without regard to order, and a double compares by
/// its bits, where `-0.0` counts as `0.0` and every NaN as the same.
@frozen
public enum AttributeValue: Sendable {
    /// A value that says nothing but that it is there.
    case empty
    /// A text.
    case string(String)
    /// A truth value.
    case bool(Bool)
    /// A signed integer of up to 64 bits.
    case int(Int)
    /// An IEEE 754 number of 64 bits.
    case double(Double)
    /// Bytes without further meaning.
    case bytes([UInt8])
    /// A list of texts.
    case stringArray([String])
    /// A list of truth values.
    case boolArray([Bool])
    /// A list of integers.
    case intArray([Int])
    /// A list of numbers.
    case doubleArray([Double])
    /// A list of any values, nested ones included.
    case array([AttributeValue])
    /// Values under names, nested ones included.
    case map(AttributeMap)
}

extension AttributeValue: ExpressibleByStringLiteral {
    /// Makes the value of a string literal.
    @inlinable
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension AttributeValue: ExpressibleByStringInterpolation {}

extension AttributeValue: ExpressibleByBooleanLiteral {
    /// Makes the value of a literal.
    @inlinable
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension AttributeValue: ExpressibleByIntegerLiteral {
    /// Makes the value of a literal.
    @inlinable
    public init(integerLiteral value: Int) {
        self = .int(value)
    }
}

extension AttributeValue: ExpressibleByFloatLiteral {
    /// Makes the value of a literal.
    @inlinable
    public init(floatLiteral value: Double) {
        self = .double(value)
    }
}

extension AttributeValue: ExpressibleByArrayLiteral {
    /// Makes the list of a literal.
    @inlinable
    public init(arrayLiteral elements: AttributeValue...) {
        self = .array(elements)
    }
}

extension AttributeValue: ExpressibleByDictionaryLiteral {
    /// A name that is given twice keeps its first place and its last value.
    @inlinable
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self = .map(AttributeMap(elements))
    }
}
