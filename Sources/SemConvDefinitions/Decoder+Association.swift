import SemConvDiagnostics
import SemConvYAML

extension Decoder {
    /// `entity_associations`: names of entities, and `one_of` and `all_of` over them.
    mutating func associations(_ node: YAMLNode) -> [AssociationDefinition] {
        guard let elements = list(node, "entity_associations") else { return [] }
        var associations: [AssociationDefinition] = []
        for element in elements {
            if let association = association(element) { associations.append(association) }
        }
        return associations
    }

    private mutating func association(_ node: YAMLNode) -> AssociationDefinition? {
        if node.kind == .scalar {
            let name = string(node, "entity_associations") ?? ""
            if name.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
                report(.error, .emptyAssociation, "an associated entity has no name", at: node, help: "name it")
                return nil
            }
            return .entity(Reference(id: name, location: node.location))
        }
        var result: AssociationDefinition?
        guard node.kind != .mapping || node.count == 1 else {
            report(
                .error,
                .invalidValue,
                "an association has to have exactly one key",
                at: node,
                help: "nest one in the other, or make two entries"
            )
            return nil
        }
        entries(
            of: node,
            ["one_of": true, "all_of": false, "type": nil],
            in: "an entity association"
        ) { (decoder, isOneOf: Bool?, key, value) in
            guard let isOneOf else {
                // Published registries write each name as a mapping.
                result = decoder.identifier(value, "type").map { .entity(Reference(id: $0, location: value.location)) }
                return
            }
            let inner = decoder.associations(value)
            if value.isNull || value.kind == .sequence && value.count == 0 {
                decoder.report(
                    .error,
                    .emptyAssociation,
                    "'\(key.string)' names no entity",
                    at: value,
                    help: "list some, or remove it"
                )
            }
            result = isOneOf ? .oneOf(inner) : .allOf(inner)
        }
        return result
    }
}
