/// A type whose lists can be the value of an attribute: the primitive types, and `UInt8` for bytes.
public protocol AttributeArrayElement: Sendable {
    /// What is recorded for a list.
    static func attributeValue(of elements: [Self]) -> AttributeValue

    /// Reads a recorded list back; `nil` where it is of another type.
    static func elements(of attributeValue: AttributeValue) -> [Self]?
}

extension Array: AttributeValueConvertible where Element: AttributeArrayElement {
    /// What is recorded for the value.
    @inlinable
    public var attributeValue: AttributeValue { Element.attributeValue(of: self) }

    /// Reads a recorded value back; `nil` where it is of another type.
    @inlinable
    public init?(attributeValue: AttributeValue) {
        guard let elements = Element.elements(of: attributeValue) else { return nil }
        self = elements
    }
}

extension AttributeArrayElement where Self: AttributeValueConvertible {
    /// The elements of a list of any values, where all of them are of this type.
    @usableFromInline
    static func uniformElements(of attributeValue: AttributeValue) -> [Self]? {
        guard case .array(let values) = attributeValue else { return nil }
        let elements = values.compactMap(Self.init(attributeValue:))
        return elements.count == values.count ? elements : nil
    }
}

extension String: AttributeArrayElement {
    /// What is recorded for a list.
    @inlinable
    public static func attributeValue(of elements: [String]) -> AttributeValue { .stringArray(elements) }

    /// Reads a recorded list back; `nil` where it is of another type.
    @inlinable
    public static func elements(of attributeValue: AttributeValue) -> [String]? {
        if case .stringArray(let elements) = attributeValue { return elements }
        return uniformElements(of: attributeValue)
    }
}

extension Bool: AttributeArrayElement {
    /// What is recorded for a list.
    @inlinable
    public static func attributeValue(of elements: [Bool]) -> AttributeValue { .boolArray(elements) }

    /// Reads a recorded list back; `nil` where it is of another type.
    @inlinable
    public static func elements(of attributeValue: AttributeValue) -> [Bool]? {
        if case .boolArray(let elements) = attributeValue { return elements }
        return uniformElements(of: attributeValue)
    }
}

extension Int: AttributeArrayElement {
    /// What is recorded for a list.
    @inlinable
    public static func attributeValue(of elements: [Int]) -> AttributeValue { .intArray(elements) }

    /// Reads a recorded list back; `nil` where it is of another type.
    @inlinable
    public static func elements(of attributeValue: AttributeValue) -> [Int]? {
        if case .intArray(let elements) = attributeValue { return elements }
        return uniformElements(of: attributeValue)
    }
}

extension Double: AttributeArrayElement {
    /// What is recorded for a list.
    @inlinable
    public static func attributeValue(of elements: [Double]) -> AttributeValue { .doubleArray(elements) }

    /// Reads a recorded list back; `nil` where it is of another type.
    @inlinable
    public static func elements(of attributeValue: AttributeValue) -> [Double]? {
        if case .doubleArray(let elements) = attributeValue { return elements }
        return uniformElements(of: attributeValue)
    }
}

extension UInt8: AttributeArrayElement {
    /// What is recorded for a list.
    @inlinable
    public static func attributeValue(of elements: [UInt8]) -> AttributeValue { .bytes(elements) }

    /// Reads a recorded list back; `nil` where it is of another type.
    @inlinable
    public static func elements(of attributeValue: AttributeValue) -> [UInt8]? {
        guard case .bytes(let elements) = attributeValue else { return nil }
        return elements
    }
}
