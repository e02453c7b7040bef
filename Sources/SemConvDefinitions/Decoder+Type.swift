internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    private static let types: ValueTable<AttributeType> = [
        "string": .primitive(.string), "int": .primitive(.int), "boolean": .primitive(.boolean),
        "double": .primitive(.double), "any": .any, "string[]": .array(.string), "int[]": .array(.int),
        "double[]": .array(.double), "boolean[]": .array(.boolean),
        "template[string]": .template(.primitive(.string)), "template[int]": .template(.primitive(.int)),
        "template[double]": .template(.primitive(.double)), "template[boolean]": .template(.primitive(.boolean)),
        "template[any]": .template(.any), "template[string[]]": .template(.array(.string)),
        "template[int[]]": .template(.array(.int)), "template[double[]]": .template(.array(.double)),
        "template[boolean[]]": .template(.array(.boolean)),
    ]

    private static let enumerationKeys: KeyTable<Bool> = ["members": true, "allow_custom_values": false]

    /// A type: a word, or a mapping with the members of an enumeration.
    mutating func attributeType(_ node: YAMLNode) -> AttributeType? {
        if !node.isMapping { return value(node, "type", of: Self.types) }
        var enumeration: Enumeration?
        var entries = MappingEntries(of: node, in: "'type'")
        while let (isMembers, value) = entries.next(&self, Self.enumerationKeys) {
            // Before 1.30 an enumeration said whether other values are allowed; now they always are.
            if isMembers { enumeration = members(value) }
        }
        if enumeration == nil, node["members"] == nil { missing("members", in: "the type", at: node) }
        return enumeration.map { .enumeration($0) }
    }

    /// The members of an enumeration, of an attribute or in the body of an event.
    mutating func members(_ node: YAMLNode) -> Enumeration? {
        guard node.isSequence else {
            report(
                .error,
                .wrongType,
                "'members' has to be a list",
                at: node,
                help: "list each known value with 'id' and 'value'"
            )
            return nil
        }
        var members: [EnumMember] = []
        members.reserveCapacity(node.count)
        for element in node.elements {
            if let member = member(element) { members.append(consume member) }
        }
        return Enumeration(members: members)
    }

    private enum MemberKey: Sendable {
        case id
        case value
        case brief
        case note
        case stability
        case deprecated
        case annotations
    }

    private static let memberKeys: KeyTable<MemberKey> = [
        "id": .id, "value": .value, "brief": .brief, "stability": .stability, "note": .note,
        "deprecated": .deprecated, "annotations": .annotations,
    ]

    private mutating func member(_ node: YAMLNode) -> EnumMember? {
        guard var entries = entries(of: node, Self.memberKeys, in: "a member") else { return nil }
        // Apart and not as a member, which would have to be copied out of a variable.
        var id: String?
        var known: EnumMember.Value?
        var (brief, note) = ("", "")
        var stability: Stability?
        var deprecated: Deprecation?
        var annotations = AnnotationMap()
        while let (field, value) = entries.next(&self, Self.memberKeys) {
            switch field {
            case .id: id = identifier(value, "id") ?? ""
            case .value: known = memberValue(value)
            case .brief: brief = string(value, "brief") ?? ""
            case .note: note = string(value, "note") ?? ""
            case .stability: stability = self.stability(value)
            case .deprecated: deprecated = deprecation(value)
            case .annotations: annotations = self.annotations(value)
            }
        }
        guard let id else {
            missing("id", in: "a member", at: node)
            return nil
        }
        if id.isEmpty { return nil }
        if stability == nil, isAbsent("stability", in: node) {
            report(
                .warning,
                .memberStabilityMissing,
                "member '\(id)' has no stability",
                at: node,
                help: "add 'stability: development' or another level"
            )
        }
        return EnumMember(
            id: id,
            value: known ?? .string(id),
            brief: brief,
            note: note,
            stability: stability,
            deprecated: deprecated,
            annotations: annotations
        )
    }

    private mutating func memberValue(_ node: YAMLNode) -> EnumMember.Value? {
        if node.isScalar {
            switch node.scalar {
            case .string(let text): return .string(text)
            case .int(let number): return .int(number)
            case .double(let number): return .double(number)
            case .bool(let value): return .boolean(value)
            case .null: return nil
            }
        }
        report(
            .error,
            .wrongType,
            "'value' has to be a string, a number, true or false",
            at: node,
            help: "write a single value"
        )
        return nil
    }
}
