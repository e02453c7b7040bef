internal import SemConvDefinitions
internal import SemConvYAML

/// The Swift types that attributes have.
enum SwiftType {
    /// The type of the key of an attribute; `nil` for an enumeration without a name.
    ///
    /// - Parameter enumName: the name of the type of an enumeration.
    static func key(_ type: AttributeType, enumName: @autoclosure () -> String?) -> String? {
        switch type {
        case .primitive(.string): "AttributeKey<String>"
        case .primitive(.int): "AttributeKey<Int>"
        case .primitive(.double): "AttributeKey<Double>"
        case .primitive(.boolean): "AttributeKey<Bool>"
        case .array(let element): String(joining: "AttributeKey<[", name(element), "]>")
        case .any: "AttributeKey<AttributeValue>"
        case .template(.primitive(let value)): String(joining: "AttributeKeyTemplate<", name(value), ">")
        case .template(.array(let element)): String(joining: "AttributeKeyTemplate<[", name(element), "]>")
        case .template(.any): "AttributeKeyTemplate<AttributeValue>"
        case .enumeration: enumName().map { String(joining: "AttributeKey<", $0, ">") }
        }
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
        case .string(let text): return String(joining: "\"", SwiftLiteral.escaped(text), "\"")
        case .int(let number): return type == .string ? "\"\(number)\"" : "\(number)"
        case .double(let number):
            if type == .string { return "\"\(number)\"" }
            // Swift has no literal for these; the initializer takes what has a name.
            if number.isNaN { return ".init(.nan)" }
            if number.isInfinite { return number < 0 ? ".init(-.infinity)" : ".init(.infinity)" }
            return SwiftLiteral.number(number)
        case .boolean(let flag): return type == .string ? "\"\(flag)\"" : "\(flag)"
        }
    }
}
