internal import SemConvDiagnostics
internal import SemConvYAML

/// Bodies of events (registries from 1.29 on; not in `definition/2`).
extension Decoder {
    private enum Key: Sendable {
        case id
        case type
        case brief
        case note
        case stability
        case requirementLevel
        case fields
        case members
        case ignored
        case examples
        case deprecated
    }

    private static let keys: KeyTable<Key> = [
        "id": .id, "type": .type, "brief": .brief, "note": .note, "stability": .stability,
        "requirement_level": .requirementLevel, "examples": .examples, "fields": .fields, "members": .members,
        "deprecated": .deprecated, "annotations": .ignored,
    ]

    private static let types: ValueTable<StaticString> = [
        "boolean": "boolean", "int": "int", "double": "double", "string": "string", "boolean[]": "boolean[]",
        "int[]": "int[]", "double[]": "double[]", "string[]": "string[]", "map": "map", "map[]": "map[]",
        "bytes": "bytes", "undefined": "undefined", "enum": "enum",
    ]

    mutating func body(_ node: YAMLNode) -> BodyDefinition? {
        guard var entries = entries(of: node, Self.keys, in: "the body of an event") else { return nil }
        var body = BodyDefinition(id: "", type: "", location: node.location)
        var hasExamples = false
        while let (field, value) = entries.next(&self, Self.keys) {
            switch field {
            case .id: body.id = identifier(value, "id") ?? ""
            case .type:
                body.type = self.value(value, "type", of: Self.types)?.description ?? ""
            case .brief: body.brief = string(value, "brief") ?? ""
            case .note: body.note = string(value, "note") ?? ""
            case .stability: body.stability = stability(value)
            case .requirementLevel: body.requirementLevel = requirementLevel(value)
            case .fields:
                for element in list(value, "fields") {
                    if let field = self.body(element) { body.fields.append(field) }
                }
            case .members: body.members = members(value)?.members ?? []
            case .deprecated: _ = deprecation(value)
            case .examples: hasExamples = !value.isNull
            case .ignored: break
            }
        }
        checkKeys(of: body, at: node)
        if body.stability == nil, isAbsent("stability", in: node) {
            report(
                .warning,
                .bodyStabilityMissing,
                "a value of the body has no stability",
                at: node,
                help: "add 'stability: development' or another level"
            )
        }
        if body.type == "string", !hasExamples {
            report(
                .error,
                .bodyExampleMissing,
                "a text in the body needs examples",
                at: node,
                help: "add 'examples:'"
            )
        }
        return body
    }

    private mutating func checkKeys(of body: BodyDefinition, at node: YAMLNode) {
        var keys: [StaticString] = ["id", "type", "requirement_level"]
        switch body.type {
        case "map", "map[]": keys.append("fields")
        case "enum": keys.append("members")
        default: break
        }
        for key in keys where node[key] == nil { missing(key, in: "a value of the body", at: node) }
    }
}
