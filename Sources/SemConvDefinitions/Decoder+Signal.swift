internal import SemConvDiagnostics
internal import SemConvYAML

/// Signals, groups and refinements of `definition/2`. Each becomes a group whose id carries its kind.
extension Decoder {
    enum SignalKey: Sendable {
        case id
        case ref
        case name
        case type
        case kind
        case brief
        case note
        case stability
        case deprecated
        case annotations
        case attributes
        case identity
        case description
        case entityAssociations
        case requirementLevel
        case instrument
        case unit
        case visibility
    }

    private static let groupKeys: KeyTable<SignalKey> = [
        "id": .id, "visibility": .visibility, "attributes": .attributes, "brief": .brief, "stability": .stability,
        "note": .note, "deprecated": .deprecated, "annotations": .annotations,
    ]
    private static let internalGroupKeys: KeyTable<SignalKey> = [
        "id": .id, "visibility": .visibility, "attributes": .attributes,
    ]
    private static let metricKeys: KeyTable<SignalKey> = [
        "name": .name, "brief": .brief, "instrument": .instrument, "unit": .unit, "stability": .stability,
        "attributes": .attributes, "entity_associations": .entityAssociations,
        "requirement_level": .requirementLevel, "annotations": .annotations, "note": .note,
        "deprecated": .deprecated,
    ]
    private static let spanKeys: KeyTable<SignalKey> = [
        "type": .type, "kind": .kind, "name": .name, "brief": .brief, "stability": .stability,
        "attributes": .attributes, "entity_associations": .entityAssociations,
        "requirement_level": .requirementLevel, "note": .note, "deprecated": .deprecated,
        "annotations": .annotations,
    ]
    private static let spanNameKeys: KeyTable<Bool> = ["note": true]
    private static let eventKeys: KeyTable<SignalKey> = [
        "name": .name, "brief": .brief, "stability": .stability, "attributes": .attributes,
        "entity_associations": .entityAssociations, "requirement_level": .requirementLevel, "note": .note,
        "deprecated": .deprecated, "annotations": .annotations,
    ]
    private static let entityKeys: KeyTable<SignalKey> = [
        "type": .type, "identity": .identity, "description": .description, "brief": .brief, "stability": .stability,
        "requirement_level": .requirementLevel, "note": .note, "deprecated": .deprecated,
        "annotations": .annotations,
    ]
    private static let refinementKeys: KeyTable<SignalKey> = [
        "id": .id, "ref": .ref, "attributes": .attributes, "brief": .brief, "note": .note, "stability": .stability,
        "entity_associations": .entityAssociations, "deprecated": .deprecated, "annotations": .annotations,
    ]
    private static let spanRefinementKeys: KeyTable<SignalKey> = [
        "id": .id, "ref": .ref, "attributes": .attributes, "brief": .brief, "note": .note, "stability": .stability,
        "name": .name, "entity_associations": .entityAssociations, "deprecated": .deprecated,
        "annotations": .annotations,
    ]
    private static let entityRefinementKeys: KeyTable<SignalKey> = [
        "id": .id, "ref": .ref, "identity": .identity, "description": .description, "brief": .brief, "note": .note,
        "stability": .stability, "deprecated": .deprecated, "annotations": .annotations,
    ]

    /// How one of the top lists of a file is to be read.
    struct SignalForm: Sendable {
        let kind: GroupKind
        let isRefinement: Bool
        let context: StaticString
        let keys: KeyTable<SignalKey>
        /// The key that holds the name.
        let nameKey: StaticString
        let required: [StaticString]

        static let attributeGroup = SignalForm(
            kind: .attributeGroup,
            isRefinement: false,
            context: "an attribute group",
            keys: groupKeys,
            nameKey: "id",
            required: ["id", "visibility"]
        )
        static let metric = SignalForm(
            kind: .metric,
            isRefinement: false,
            context: "a metric",
            keys: metricKeys,
            nameKey: "name",
            required: ["name", "instrument", "unit", "brief", "stability"]
        )
        static let span = SignalForm(
            kind: .span,
            isRefinement: false,
            context: "a span",
            keys: spanKeys,
            nameKey: "type",
            required: ["type", "kind", "name", "brief", "stability"]
        )
        static let event = SignalForm(
            kind: .event,
            isRefinement: false,
            context: "an event",
            keys: eventKeys,
            nameKey: "name",
            required: ["name", "brief", "stability"]
        )
        static let entity = SignalForm(
            kind: .entity,
            isRefinement: false,
            context: "an entity",
            keys: entityKeys,
            nameKey: "type",
            required: ["type", "brief", "stability"]
        )

        static func refinement(of kind: GroupKind) -> SignalForm {
            let keys =
                switch kind {
                case .span: spanRefinementKeys
                case .entity: entityRefinementKeys
                default: refinementKeys
                }
            return SignalForm(
                kind: kind,
                isRefinement: true,
                context: "a refinement",
                keys: keys,
                nameKey: "id",
                required: ["id", "ref"]
            )
        }
    }

    mutating func signal(_ node: YAMLNode, _ form: SignalForm) -> GroupDefinition? {
        guard node.isMapping else {
            report(
                .error,
                .wrongType,
                "\(form.context) has to be a mapping",
                at: node,
                help: "write '- \(form.nameKey): ...' and its keys"
            )
            return nil
        }
        let outer = subject
        defer { subject = outer }
        let nameNode = node[form.nameKey]
        let name = nameNode.flatMap { identifier($0, form.nameKey.description) }
        subject = name.map { form.isRefinement ? $0 : form.kind.idPrefix + $0 } ?? outer
        for key in form.required where node[key] == nil { missing(key, in: form.context, at: node) }
        var group = GroupFields(
            id: (form.isRefinement ? "" : form.kind.idPrefix) + (name ?? ""),
            kind: form.kind,
            format: .signals,
            location: (nameNode ?? node).location
        )
        if !form.isRefinement { group.takeName(name) }
        let isInternal = form.kind == .attributeGroup && node["visibility"]?.matches("internal") == true
        let keys = isInternal ? Self.internalGroupKeys : form.keys
        var entries = MappingEntries(of: node, in: form.context)
        while let (field, value) = entries.next(&self, keys) { decode(field, value, form, into: &group) }
        check(&group, form, at: node)
        // Without a name it is of no use, but its other problems are worth a word.
        if name == nil { return nil }
        return GroupDefinition(consume group)
    }

    // swift-format-ignore: a table of keys, one line each
    private mutating func decode(
        _ key: SignalKey,
        _ value: YAMLNode,
        _ form: SignalForm,
        into group: inout GroupFields
    ) {
        switch key {
        case .id, .type: break
        case .ref: group.refines = identifier(value, "ref").map { Reference(id: $0, location: value.location) }
        case .name:
            guard form.kind == .span else { break }
            if value.isNull { break }
            var entries = entries(of: value, Self.spanNameKeys, in: "the name of a span")
            while let (_, note) = entries?.next(&self, Self.spanNameKeys) { group.spanNameNote = string(note, "note") }
        case .kind: group.spanKind = self.value(value, "kind", of: Self.spanKinds)
        case .brief:
            group.brief = string(value, "brief") ?? ""
            group.hasBrief = true
        case .note:
            group.note = string(value, "note") ?? ""
            group.hasNote = true
        case .stability: group.stability = stability(value)
        case .deprecated: group.deprecated = deprecation(value)
        case .annotations: group.annotations = annotations(value)
        case .attributes: group.attributes += attributes(value, .signal(isSpan: form.kind == .span, role: nil))
        case .identity:
            group.attributes += attributes(value, .signal(isSpan: false, role: .identifying))
        case .description:
            group.attributes += attributes(value, .signal(isSpan: false, role: .descriptive))
        case .entityAssociations: group.entityAssociations = associations(value)
        case .requirementLevel: group.requirementLevel = signalRequirementLevel(value)
        case .instrument: group.instrument = self.value(value, "instrument", of: Self.instruments)
        case .unit: group.unit = string(value, "unit") ?? ""
        case .visibility: group.visibility = self.value(value, "visibility", of: Self.visibilities)
        }
    }

    private mutating func check(_ group: inout GroupFields, _ form: SignalForm, at node: YAMLNode) {
        if form.kind == .entity {
            checkRoles(of: &group)
            if !form.isRefinement, isAbsent("identity", in: node) || isEmptyList(node["identity"]) {
                report(
                    .error,
                    .entityIdentityMissing,
                    "the entity has no identity",
                    at: node,
                    help: "list the attributes that identify it under 'identity:'"
                )
            }
        }
        if form.kind == .attributeGroup, group.visibility == .public {
            for key in ["brief", "stability"] as [StaticString] where node[key] == nil {
                missing(key, in: "a public attribute group", at: node)
            }
        }
        let isSignal = form.kind != .attributeGroup && !form.isRefinement
        if isSignal, node["requirement_level"] == nil {
            report(
                .warning,
                .signalRequirementLevelMissing,
                "\(form.context) has no requirement level",
                at: node,
                help: "add 'requirement_level: recommended' or 'opt_in'"
            )
        }
    }

    private func isEmptyList(_ node: YAMLNode?) -> Bool {
        node?.kind == .sequence && node?.count == 0
    }

    /// No attribute may both identify and describe an entity. A second reference that does is left out, so that it is
    /// not a problem once more.
    private mutating func checkRoles(of group: inout GroupFields) {
        var roles: [String: AttributeRole] = [:]
        group.attributes.removeAll { entry in
            guard case .reference(let reference) = entry else { return false }
            let role = reference.role ?? .identifying
            guard let first = roles[reference.id] else {
                roles[reference.id] = role
                return false
            }
            if first != role {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .entityAttributeTwice,
                        "'\(reference.id)' is in both 'identity' and 'description'",
                        at: reference.location,
                        subject: subject,
                        help: "keep one of them"
                    )
                )
            }
            return first != role
        }
    }
}

extension GroupFields {
    fileprivate mutating func takeName(_ name: String?) {
        switch kind {
        case .metric: metricName = name
        case .event, .entity: self.name = name
        default: break
        }
    }
}
