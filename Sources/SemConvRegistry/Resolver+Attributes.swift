internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// Enters every attribute that the registry defines, then those that `prefix: true` makes of others.
    mutating func defineAttributes() {
        // A group of attributes or signals defines one attribute on average.
        attributes = NameTable(capacity: definitions.count)
        var again: [DefinedAttribute] = []
        var prefixed: [PrefixedReference] = []
        for (index, group) in definitions.enumerated() {
            for entry in group.attributes {
                switch entry {
                case .definition(let definition):
                    let slot = AttributeSlot(attribute: makeAttribute(definition), group: index)
                    if !attributes.insert(slot, for: definition.id) {
                        again.append(DefinedAttribute(definition: definition, group: index))
                    } else if definition.isExcludedFromDependencyResolution {
                        hasHiddenAttributes = true
                    }
                case .reference(let reference):
                    if let newID = reference.newID {
                        prefixed.append(PrefixedReference(reference: reference, newID: newID, group: index))
                    }
                case .group: break
                }
            }
        }
        if !again.isEmpty { chooseDefinitions(again) }
        definePrefixed(prefixed)
    }

    /// A definition, and the group that has it.
    struct DefinedAttribute {
        let definition: AttributeDefinition
        let group: Int
    }

    mutating func define(_ item: DefinedAttribute) {
        let slot = AttributeSlot(attribute: makeAttribute(item.definition), group: item.group)
        attributes.set(slot, for: item.definition.id)
        if item.definition.isExcludedFromDependencyResolution { hasHiddenAttributes = true }
    }

    private struct PrefixedReference {
        let reference: AttributeReference
        let newID: String
        let group: Int
    }

    /// References with `prefix: true` may stand on one another: each waits for its source to be there.
    private mutating func definePrefixed(_ references: [PrefixedReference]) {
        var waiting: [String: [PrefixedReference]] = [:]
        var ready: [PrefixedReference] = []
        for item in references.reversed() {
            if slot(for: item.reference.id) == nil {
                waiting[item.reference.id, default: []].append(item)
            } else {
                ready.append(item)
            }
        }
        while let item = ready.popLast() {
            guard attributes[item.newID] == nil, let source = slot(for: item.reference.id) else { continue }
            var fields = Self.fields(of: source.attribute)
            if let own = item.reference.fields { fields.override(by: own.fields) }
            let attribute = makeAttribute(item.newID, source.attribute.type, fields, at: item.reference.location)
            attributes.set(AttributeSlot(attribute: attribute, group: item.group), for: item.newID)
            if let next = waiting.removeValue(forKey: item.newID) { ready += next }
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
            dependency: isMain ? nil : identity ?? "",
            usage: Self.usage(of: fields)
        )
    }

    /// What an attribute's definition says as fields, so that a new definition can be laid over it.
    private static func fields(of attribute: Attribute) -> AttributeFields {
        AttributeFields(
            brief: attribute.brief,
            note: attribute.note,
            examples: attribute.examples,
            requirementLevel: attribute.usage?.fields.requirementLevel,
            stability: attribute.stability,
            deprecated: attribute.deprecated,
            annotations: attribute.annotations,
            isSamplingRelevant: attribute.usage?.fields.isSamplingRelevant,
            role: attribute.usage?.fields.role
        )
    }

    /// The part of a definition's fields that belongs to uses: an attribute has no level or role of its own.
    private static func usage(of fields: AttributeFields) -> SharedFields? {
        if fields.requirementLevel == nil, fields.isSamplingRelevant == nil, fields.role == nil { return nil }
        return SharedFields(
            AttributeFields(
                requirementLevel: fields.requirementLevel,
                isSamplingRelevant: fields.isSamplingRelevant,
                role: fields.role
            )
        )
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
        if let hidden = dependencies.lazy.compactMap({ $0.hiddenAttributes[reference.id] }).first {
            reportHidden(
                .error,
                "the attribute '\(reference.id)'",
                reference.location,
                of: group,
                hidden.location
            )
            return
        }
        var help = suggest(reference.id, in: attributes.names)
        for dependency in dependencies where help == nil {
            help = suggest(reference.id, in: dependency.attributes.keys)
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
