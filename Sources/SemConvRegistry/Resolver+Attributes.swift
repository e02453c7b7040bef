import SemConvDefinitions
import SemConvDiagnostics

extension Resolver {
    /// Enters every attribute that the registry defines, then those that `prefix: true` makes of others.
    mutating func defineAttributes() {
        attributes.reserveCapacity(definitions.count)
        var prefixed: [(reference: AttributeReference, newID: String, group: Int)] = []
        for (index, group) in definitions.enumerated() {
            for entry in group.attributes {
                switch entry {
                case .definition(let definition): define(definition, in: index)
                case .reference(let reference):
                    if let newID = reference.newID { prefixed.append((reference, newID, index)) }
                case .group: break
                }
            }
        }
        definePrefixed(&prefixed)
    }

    private mutating func define(_ definition: AttributeDefinition, in group: Int) {
        if let first = attributes[definition.id] {
            // A child may define anew what it inherits.
            if descends(group, from: first.group) || descends(first.group, from: group) {
                hasRedefinitions = true
                return
            }
            diagnostics.report(
                Diagnostic(
                    .error,
                    .duplicateAttribute,
                    "the attribute '\(definition.id)' is defined twice",
                    at: definition.location,
                    subject: definition.id,
                    help: "keep one definition and refer to it with 'ref' elsewhere",
                    notes: [.init("first defined here", at: first.attribute.location)]
                )
            )
            return
        }
        attributes[definition.id] = AttributeSlot(
            attribute: makeAttribute(definition),
            base: Self.useOnly(definition.fields),
            group: group
        )
    }

    /// References with `prefix: true` may stand on one another; passes go on while one finds its source.
    private mutating func definePrefixed(_ open: inout [(reference: AttributeReference, newID: String, group: Int)]) {
        var count = -1
        while !open.isEmpty, open.count != count {
            count = open.count
            open.removeAll { item in
                guard let source = slot(for: item.reference.id) else { return false }
                if attributes[item.newID] != nil { return true }
                var fields = AttributeFields()
                fields.override(by: Self.fields(of: source.attribute))
                if let own = item.reference.fields { fields.override(by: own.fields) }
                attributes[item.newID] = AttributeSlot(
                    attribute: makeAttribute(item.newID, source.attribute.type, fields, at: item.reference.location),
                    base: Self.useOnly(fields),
                    group: item.group
                )
                return true
            }
        }
    }

    func makeAttribute(_ definition: AttributeDefinition) -> Attribute {
        makeAttribute(definition.id, definition.type, definition.fields, at: definition.location)
    }

    private func makeAttribute(
        _ id: String,
        _ type: AttributeType,
        _ fields: AttributeFields,
        at location: SourceLocation
    ) -> Attribute {
        Attribute(
            id: id,
            type: type,
            brief: fields.brief ?? "",
            note: fields.note ?? "",
            examples: fields.examples ?? [],
            stability: fields.stability,
            deprecated: fields.deprecated,
            annotations: fields.annotations ?? AnnotationMap(),
            location: location,
            dependency: isMain ? nil : identity ?? ""
        )
    }

    /// What an attribute's definition says as fields, so that a new definition can be laid over it.
    private static func fields(of attribute: Attribute) -> AttributeFields {
        AttributeFields(
            brief: attribute.brief,
            note: attribute.note,
            examples: attribute.examples,
            stability: attribute.stability,
            deprecated: attribute.deprecated,
            annotations: attribute.annotations
        )
    }

    /// The part of a definition's fields that belongs to uses: an attribute has no level or role of its own.
    static func useOnly(_ fields: AttributeFields) -> SharedFields? {
        if fields.requirementLevel == nil, fields.isSamplingRelevant == nil, fields.role == nil { return nil }
        return SharedFields(
            AttributeFields(
                requirementLevel: fields.requirementLevel,
                isSamplingRelevant: fields.isSamplingRelevant,
                role: fields.role
            )
        )
    }

    /// Whether a group takes over another's attributes by `extends`, at any distance.
    private func descends(_ group: Int, from ancestor: Int) -> Bool {
        var current = group
        for _ in 0..<definitions.count {
            guard let parent = definitions[current].extends.flatMap({ groupIndex[$0.id] }) else { return false }
            if parent == ancestor { return true }
            current = parent
        }
        return false
    }

    // MARK: - Looking up

    /// The attribute of an id: the registry's own, otherwise that of a dependency.
    func slot(for id: String) -> AttributeSlot? {
        if let slot = attributes[id] { return slot }
        for dependency in dependencies {
            if let slot = dependency.attributes[id] { return slot }
        }
        return nil
    }

    /// Reports a reference that dependencies answer in different ways.
    func ambiguity(of id: String) -> [Attribute] {
        if dependencies.count < 2 || attributes[id] != nil { return [] }
        var found: [Attribute] = []
        for dependency in dependencies {
            guard let attribute = dependency.attributes[id]?.attribute else { continue }
            if !found.contains(where: { $0.location == attribute.location }) { found.append(attribute) }
        }
        return found.count > 1 ? found : []
    }

    mutating func reportUnresolved(_ reference: AttributeReference, in group: GroupDefinition) {
        var help = Suggestion.didYouMean(reference.id, in: attributes.keys)
        if help == nil {
            help = Suggestion.didYouMean(reference.id, in: dependencies.lazy.flatMap { $0.attributes.keys })
        }
        diagnostics.report(
            Diagnostic(
                .error,
                .unresolvedAttribute,
                "no attribute '\(reference.id)' is defined",
                at: reference.location,
                subject: group.id,
                help: help ?? "define it, or add the registry that defines it as a dependency"
            )
        )
    }
}
