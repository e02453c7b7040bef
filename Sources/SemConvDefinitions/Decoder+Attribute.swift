internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    /// Where an attribute stands, which decides its keys and the checks that apply.
    enum AttributeContext {
        /// In a group of the first format, with the group's prefix.
        case group(prefix: String)
        /// In the top list `attributes` of `definition/2`.
        case catalog
        /// In the catalog of a published registry, which others have checked: gaps in it are not worth a word.
        case published
        /// In a signal or group of `definition/2`.
        case signal(isSpan: Bool, role: AttributeRole?)
    }

    private enum Key: Sendable {
        case id
        case ref
        case refGroup
        case type
        case brief
        case note
        case examples
        case tag
        case requirementLevel
        case samplingRelevant
        case stability
        case deprecated
        case annotations
        case role
        case prefix
    }

    private static let definitionKeys: KeyTable<Key> = [
        "id": .id, "type": .type, "brief": .brief, "stability": .stability, "examples": .examples, "note": .note,
        "deprecated": .deprecated, "annotations": .annotations, "requirement_level": .requirementLevel, "tag": .tag,
        "sampling_relevant": .samplingRelevant, "role": .role,
    ]

    private static let referenceKeys: KeyTable<Key> = [
        "ref": .ref, "requirement_level": .requirementLevel, "brief": .brief, "examples": .examples, "note": .note,
        "sampling_relevant": .samplingRelevant, "role": .role, "stability": .stability, "deprecated": .deprecated,
        "annotations": .annotations, "tag": .tag, "prefix": .prefix,
    ]

    private static let catalogKeys: KeyTable<Key> = [
        "key": .id, "type": .type, "brief": .brief, "stability": .stability, "examples": .examples, "note": .note,
        "deprecated": .deprecated, "annotations": .annotations,
    ]

    private static let publishedKeys: KeyTable<Key> = [
        "key": .id, "type": .type, "brief": .brief, "stability": .stability, "examples": .examples, "note": .note,
        "deprecated": .deprecated, "annotations": .annotations, "provenance": .tag,
    ]

    private static let signalKeys: KeyTable<Key> = [
        "ref": .ref, "requirement_level": .requirementLevel, "brief": .brief, "examples": .examples, "note": .note,
        "stability": .stability, "deprecated": .deprecated, "annotations": .annotations,
    ]

    private static let spanKeys: KeyTable<Key> = [
        "ref": .ref, "requirement_level": .requirementLevel, "brief": .brief, "examples": .examples, "note": .note,
        "sampling_relevant": .samplingRelevant, "stability": .stability, "deprecated": .deprecated,
        "annotations": .annotations,
    ]

    private static let roles: ValueTable<AttributeRole> = [
        "identifying": .identifying, "descriptive": .descriptive,
    ]

    private static let groupReferenceKeys: KeyTable<Key> = ["ref_group": .refGroup]

    /// The attributes of a group or signal; one attribute twice in it is reported.
    mutating func attributes(_ node: YAMLNode, _ context: AttributeContext) -> [AttributeEntry] {
        let elements = list(node, "attributes")
        var entries: [AttributeEntry] = []
        entries.reserveCapacity(node.count)
        for element in elements {
            if let entry = attribute(element, context) { entries.append(entry) }
        }
        return entries
    }

    private mutating func attribute(_ node: YAMLNode, _ context: AttributeContext) -> AttributeEntry? {
        guard node.isMapping else {
            report(
                .error,
                .wrongType,
                "an attribute has to be a mapping",
                at: node,
                help: "write '- ref: ID' to refer to one that is defined elsewhere"
            )
            return nil
        }
        switch context {
        case .catalog:
            return definition(node, Self.catalogKeys, prefix: "")
        case .published:
            return definition(node, Self.publishedKeys, prefix: "", isChecked: true)
        case .group(let prefix):
            if node.contains("ref") { return reference(node, Self.referenceKeys, prefix: prefix) }
            guard node.contains("id") else {
                report(
                    .error,
                    .missingKey,
                    "an attribute has neither 'id' nor 'ref'",
                    at: node,
                    help: "define it with 'id:' or refer to another with 'ref:'"
                )
                return nil
            }
            return definition(node, Self.definitionKeys, prefix: prefix)
        case .signal(let isSpan, let role):
            // What identifies or describes an entity is named one by one.
            if role == nil, node.contains("ref_group") { return groupReference(node) }
            guard node.contains("ref") else {
                report(
                    .error,
                    .missingKey,
                    role == nil
                        ? "an attribute of a signal has neither 'ref' nor 'ref_group'"
                        : "an attribute of an entity has no 'ref'",
                    at: node,
                    help: "define attributes in the top list 'attributes' and refer to them here"
                )
                return nil
            }
            return reference(node, isSpan ? Self.spanKeys : Self.signalKeys, role: role)
        }
    }

    private mutating func groupReference(_ node: YAMLNode) -> AttributeEntry? {
        guard var entries = entries(of: node, Self.groupReferenceKeys, in: "a reference to a group") else { return nil }
        var group: Reference?
        while let (_, value) = entries.next(&self, Self.groupReferenceKeys) {
            group = identifier(value, "ref_group").map { Reference(id: $0, location: value.location) }
        }
        return group.map { .group($0) }
    }

    private mutating func reference(
        _ node: YAMLNode,
        _ table: KeyTable<Key>,
        prefix: String = "",
        role: AttributeRole? = nil
    ) -> AttributeEntry? {
        let outer = subject
        defer { subject = outer }
        guard var entries = entries(of: node, table, in: "a reference to an attribute") else { return nil }
        var id: String?
        var place = node
        var fields = AttributeFields()
        fields.role = role
        var takesPrefix = false
        var saysSomething = role != nil
        while let (field, value) = entries.next(&self, table) {
            switch field {
            case .ref:
                id = identifier(value, "ref")
                place = value
                subject = id ?? outer
            case .prefix: takesPrefix = boolean(value, "prefix") ?? false
            default:
                saysSomething = true
                decode(field, value, into: &fields)
            }
        }
        guard let id else { return nil }
        let shared: SharedFields? = if saysSomething { SharedFields(consume fields) } else { nil }
        return .reference(
            AttributeReference(
                id: id,
                fields: shared,
                location: place.location,
                newID: takesPrefix && !prefix.isEmpty ? prefix + "." + id : nil
            )
        )
    }

    private mutating func definition(
        _ node: YAMLNode,
        _ table: KeyTable<Key>,
        prefix: String,
        isChecked: Bool = false
    ) -> AttributeEntry? {
        let outer = subject
        defer { subject = outer }
        guard var entries = entries(of: node, table, in: "an attribute") else { return nil }
        var id: String?
        var type: AttributeType?
        var typeNode: YAMLNode?
        var examplesNode: YAMLNode?
        var place = node
        var fields = AttributeFields()
        while let (field, value) = entries.next(&self, table) {
            switch field {
            case .id:
                id = identifier(value, "id").map { prefix.isEmpty ? $0 : prefix + "." + $0 }
                place = value
                subject = id ?? outer
            case .type:
                typeNode = value
                type = attributeType(value)
            case .examples:
                examplesNode = value
                decode(field, value, into: &fields)
            default: decode(field, value, into: &fields)
            }
        }
        if typeNode == nil { missing("type", in: "an attribute", at: node) }
        guard let id else {
            if node["id"] == nil, node["key"] == nil { missing("key", in: "an attribute", at: node) }
            return nil
        }
        if !isChecked { check(fields, of: type, at: node, examples: examplesNode) }
        // A type that was refused must not make every reference to the attribute an error too.
        let known = type ?? .primitive(.string)
        return .definition(AttributeDefinition(id: id, type: known, fields: consume fields, location: place.location))
    }

    private mutating func decode(_ key: Key, _ value: YAMLNode, into fields: inout AttributeFields) {
        switch key {
        case .brief: fields.brief = string(value, "brief")
        case .note: fields.note = string(value, "note")
        case .examples: fields.examples = examples(value)
        case .requirementLevel: fields.requirementLevel = requirementLevel(value)
        case .samplingRelevant: fields.isSamplingRelevant = boolean(value, "sampling_relevant")
        case .stability: fields.stability = stability(value)
        case .deprecated: fields.deprecated = deprecation(value)
        case .annotations: fields.annotations = annotations(value)
        case .role:
            fields.role = self.value(value, "role", of: Self.roles)
        case .tag: break
        case .id, .ref, .refGroup, .type, .prefix: break
        }
    }

    private mutating func check(
        _ fields: AttributeFields,
        of type: AttributeType?,
        at node: YAMLNode,
        examples: YAMLNode?
    ) {
        if fields.brief == nil, fields.deprecated == nil, isAbsent("brief", in: node) {
            report(.error, .attributeBriefMissing, "the attribute has no brief", at: node, help: "add 'brief:'")
        }
        if fields.stability == nil, isAbsent("stability", in: node) {
            report(
                .warning,
                .attributeStabilityMissing,
                "the attribute has no stability",
                at: node,
                help: "add 'stability: development' or another level"
            )
        }
        if let examples, let type { check(examples: examples, of: type) }
        if fields.examples?.isEmpty ?? true, type == .primitive(.string) || type == .array(.string) {
            report(.warning, .exampleMissing, "an attribute of text needs examples", at: node, help: "add 'examples:'")
        }
    }
}
