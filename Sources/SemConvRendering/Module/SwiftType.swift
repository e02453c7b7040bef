internal import SemConvDefinitions

/// The Swift types that attributes have.
enum SwiftType {
    /// The type of the values of an attribute; `nil` for an enumeration without a name.
    static func value(_ type: AttributeType, enumName: @autoclosure () -> String?) -> String? {
        switch type {
        case .primitive(let primitive), .template(.primitive(let primitive)): name(primitive)
        case .array(let primitive), .template(.array(let primitive)): "[\(name(primitive))]"
        case .any, .template(.any): "AttributeValue"
        case .enumeration: enumName()
        }
    }

    /// The type of the key of an attribute.
    static func key(_ type: AttributeType, enumName: @autoclosure () -> String?) -> String? {
        guard let value = value(type, enumName: enumName()) else { return nil }
        if case .template = type { return "AttributeKeyTemplate<\(value)>" }
        return "AttributeKey<\(value)>"
    }

    static func name(_ primitive: AttributeType.Primitive) -> String {
        switch primitive {
        case .string: "String"
        case .int: "Int"
        case .double: "Double"
        case .boolean: "Bool"
        }
    }

    /// A value of an enumeration as source. Where the values differ in type, all are texts.
    static func literal(_ value: EnumMember.Value, as type: AttributeType.Primitive) -> String {
        switch value {
        case .string(let text): return SwiftLiteral.quoted(text)
        case .int(let number): return type == .string ? "\"\(number)\"" : "\(number)"
        case .double(let number): return type == .string ? "\"\(number)\"" : SwiftLiteral.number(number)
        case .boolean(let flag): return type == .string ? "\"\(flag)\"" : "\(flag)"
        }
    }
}
