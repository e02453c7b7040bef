internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    /// `entity_associations`: names of entities, and `one_of` and `all_of` over them.
    ///
    /// - Parameter isPublished: whether a name may be a mapping too, with its provenance, as published registries write.
    mutating func associations(_ node: YAMLNode, isPublished: Bool = false) -> [AssociationDefinition] {
        var associations: [AssociationDefinition] = []
        for element in list(node, "entity_associations") {
            if let association = association(element, isPublished) { associations.append(association) }
        }
        return associations
    }

    private static let keys: KeyTable<Bool> = ["one_of": true, "all_of": false]

    private mutating func association(_ node: YAMLNode, _ isPublished: Bool) -> AssociationDefinition? {
        if node.isScalar { return entity(node) }
        if isPublished, let name = node["type"] { return entity(name) }
        guard !node.isMapping || node.count == 1 else {
            report(
                .error,
                .invalidValue,
                "an association has to have exactly one key",
                at: node,
                help: "nest one in the other, or make two entries"
            )
            return nil
        }
        guard var entries = entries(of: node, Self.keys, in: "an entity association") else { return nil }
        var result: AssociationDefinition?
        while let (isOneOf, value) = entries.next(&self, Self.keys) {
            let inner = associations(value, isPublished: isPublished)
            if value.isNull || value.isSequence && value.count == 0 {
                report(
                    .error,
                    .emptyAssociation,
                    "'\(entries.key.string)' names no entity",
                    at: value,
                    help: "list some, or remove it"
                )
            }
            result = isOneOf ? .oneOf(inner) : .allOf(inner)
        }
        return result
    }

    private mutating func entity(_ node: YAMLNode) -> AssociationDefinition? {
        let name = node.isNull ? "" : string(node, "entity_associations")
        guard let name else { return nil }
        if name.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            report(.error, .emptyAssociation, "an associated entity has no name", at: node, help: "name it")
            return nil
        }
        return .entity(Reference(id: name, location: node.location))
    }
}
