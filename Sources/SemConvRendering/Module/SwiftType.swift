internal import SemConvDefinitions

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
        case .array(let element): "AttributeKey<[\(name(element))]>"
        case .any: "AttributeKey<AttributeValue>"
        case .template(.primitive(let value)): "AttributeKeyTemplate<\(name(value))>"
        case .template(.array(let element)): "AttributeKeyTemplate<[\(name(element))]>"
        case .template(.any): "AttributeKeyTemplate<AttributeValue>"
        case .enumeration: enumName().map { "AttributeKey<\($0)>" }
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
        case .string(let text):
            // Most values are so short that no memory is needed for them, which writing bytes would.
            var literal = "\""
            literal += SwiftLiteral.escaped(text)
            literal += "\""
            return literal
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
