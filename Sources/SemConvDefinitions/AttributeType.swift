/// The type of an attribute, as written in a registry (`type:`).
package enum AttributeType: Hashable, Sendable {
    /// A single value.
    case primitive(Primitive)
    /// A list of values of one type.
    case array(Primitive)
    /// A value of any type, nested ones included.
    case any
    /// A family of attributes: the id is a prefix, and the user's own key makes it whole.
    case template(TemplateElement)
    /// One of a set of known values. Every enumeration is open: other values of the same type are legal.
    case enumeration(Enumeration)

    package enum Primitive: String, Hashable, Sendable, CaseIterable {
        case string
        case int
        case double
        case boolean
    }

    package enum TemplateElement: Hashable, Sendable {
        case primitive(Primitive)
        case array(Primitive)
        case any
    }

    /// The spelling of a registry: `string`, `int[]`, `template[string]`; `enum` for an enumeration.
    package var spelling: String {
        switch self {
        case .primitive(let primitive): primitive.rawValue
        case .array(let primitive): primitive.rawValue + "[]"
        case .any: "any"
        case .template(.primitive(let primitive)): "template[\(primitive.rawValue)]"
        case .template(.array(let primitive)): "template[\(primitive.rawValue)[]]"
        case .template(.any): "template[any]"
        case .enumeration: "enum"
        }
    }
}

/// The known values of an enumeration attribute.
package struct Enumeration: Hashable, Sendable {
    package var members: [EnumMember]

    package init(members: [EnumMember]) {
        self.members = members
    }

    /// The one type that can hold every member's value: that of the values where all agree, otherwise a string.
    package var valueType: AttributeType.Primitive {
        guard let first = members.first?.value.type else { return .string }
        // By index, since members are costly to copy.
        return members.indices.allSatisfy { members[$0].value.type == first } ? first : .string
    }
}

/// A known value of an enumeration attribute.
package struct EnumMember: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case string(String)
        case int(Int)
        case double(Double)
        case boolean(Bool)

        package var type: AttributeType.Primitive {
            switch self {
            case .string: .string
            case .int: .int
            case .double: .double
            case .boolean: .boolean
            }
        }
    }

    package var id: String
    package var value: Value
    package var brief: String
    package var note: String
    package var stability: Stability?
    package var deprecated: Deprecation?
    package var annotations: AnnotationMap

    package init(
        id: String,
        value: Value,
        brief: String = "",
        note: String = "",
        stability: Stability? = nil,
        deprecated: Deprecation? = nil,
        annotations: AnnotationMap = AnnotationMap()
    ) {
        self.id = id
        self.value = value
        self.brief = brief
        self.note = note
        self.stability = stability
        self.deprecated = deprecated
        self.annotations = annotations
    }
}
