internal import SemConvDiagnostics
internal import SemConvYAML

/// Groups of the first format (`groups:`, alias `definition/1`).
extension Decoder {
    private enum Key: Sendable {
        case id
        case type
        case brief
        case note
        case prefix
        case extends
        case stability
        case deprecated
        case attributes
        case spanKind
        case events
        case metricName
        case instrument
        case unit
        case name
        case displayName
        case body
        case annotations
        case entityAssociations
        case visibility
        case requirementLevel
        case spanName
        case constraints
        case ignored
    }

    private static let keys: KeyTable<Key> = [
        "id": .id, "type": .type, "brief": .brief, "stability": .stability, "attributes": .attributes, "note": .note,
        "metric_name": .metricName, "instrument": .instrument, "unit": .unit, "annotations": .annotations,
        "entity_associations": .entityAssociations, "extends": .extends, "name": .name, "deprecated": .deprecated,
        "display_name": .displayName, "span_kind": .spanKind, "prefix": .prefix, "body": .body, "events": .events,
        "visibility": .visibility, "requirement_level": .requirementLevel, "constraints": .constraints,
        "span_name": .spanName, "include_groups": .ignored, "is_v2": .ignored,
    ]

    private static let kinds: ValueTable<GroupKind> = [
        "attribute_group": .attributeGroup, "metric": .metric, "span": .span, "event": .event, "entity": .entity,
        "resource": .entity, "metric_group": .metricGroup, "scope": .scope, "undefined": .undefined,
    ]

    static let spanKinds: ValueTable<SpanKind> = [
        "client": .client, "server": .server, "internal": .internal, "producer": .producer, "consumer": .consumer,
    ]

    static let instruments: ValueTable<Instrument> = [
        "counter": .counter, "updowncounter": .upDownCounter, "gauge": .gauge, "histogram": .histogram,
    ]

    static let visibilities: ValueTable<Visibility> = ["public": .public, "internal": .internal]

    /// What a group says that the checks need, beside the definition itself.
    private struct Seen {
        var type: YAMLNode?
        var brief = false
        var extendsOrAttributes = false
        var prefix: YAMLNode?
        var isTypeKnown = false
        /// Keys that only some kinds of groups may have.
        var spanKind: YAMLNode?
        var events: YAMLNode?
        var body: YAMLNode?
        var associations: YAMLNode?
    }

    mutating func group(_ node: YAMLNode) -> GroupDefinition? {
        guard node.isMapping else {
            report(.error, .wrongType, "a group has to be a mapping", at: node, help: "write '- id: ID' and its keys")
            return nil
        }
        let outer = subject
        defer { subject = outer }
        let idNode = node["id"]
        let id = idNode.flatMap { groupID($0) } ?? ""
        // Whatever looks at one field is in functions of its own: only then can the fields be moved into the definition.
        var group = GroupFields(
            id: id,
            kind: .undefined,
            format: .groups,
            location: (idNode ?? node).location
        )
        if idNode == nil { missing("id", in: "a group", at: node) }
        let prefix = node["prefix"].flatMap { $0.isNull ? nil : string($0, "prefix") } ?? ""
        var seen = Seen()
        var entries = MappingEntries(of: node, in: "a group")
        while let (field, value) = entries.next(&self, Self.keys) {
            decode(field, entries.key, value, prefix: prefix, into: &group, &seen)
        }
        check(group, seen, at: node)
        if id.isEmpty { return nil }
        group.takeName(fromPrefix: prefix)
        return GroupDefinition(consume group)
    }

    /// The id of a group, which is the subject of what is said about it from here on.
    private mutating func groupID(_ node: YAMLNode) -> String? {
        if let id = node.stringValue, !id.isEmpty {
            subject = id
            return id
        }
        if node.isScalar { subject = node.string }
        return identifier(node, "id")
    }

    // swift-format-ignore: a table of keys, one line each
    private mutating func decode(
        _ field: Key,
        _ key: @autoclosure () -> YAMLNode,
        _ value: YAMLNode,
        prefix: String,
        into group: inout GroupFields,
        _ seen: inout Seen
    ) {
        switch field {
        case .id: break
        case .type:
            seen.type = value
            if let kind = self.value(value, "type", of: Self.kinds) {
                group.kind = kind
                seen.isTypeKnown = true
            }
        case .brief:
            group.brief = string(value, "brief") ?? ""
            seen.brief = true
            group.hasBrief = true
        case .note:
            group.note = string(value, "note") ?? ""
            group.hasNote = true
        case .prefix: seen.prefix = value
        case .extends:
            group.extends =
                value.isNull ? nil : identifier(value, "extends").map { Reference(id: $0, location: value.location) }
            seen.extendsOrAttributes = true
        case .stability: group.stability = stability(value)
        case .deprecated: group.deprecated = deprecation(value)
        case .attributes:
            group.attributes = attributes(value, .group(prefix: prefix))
            seen.extendsOrAttributes = true
        case .spanKind:
            group.spanKind = value.isNull ? nil : self.value(value, "span_kind", of: Self.spanKinds)
            seen.spanKind = key()
        case .events:
            group.spanEvents = references(value, "events")
            seen.events = key()
        case .metricName: group.metricName = string(value, "metric_name")
        case .instrument: group.instrument = value.isNull ? nil : self.value(value, "instrument", of: Self.instruments)
        case .unit: group.unit = string(value, "unit")
        case .name: group.name = string(value, "name")
        case .displayName: group.displayName = string(value, "display_name")
        case .body:
            seen.body = key()
            group.body = value.isNull ? nil : body(value)
        case .annotations: group.annotations = annotations(value)
        case .entityAssociations:
            seen.associations = key()
            group.entityAssociations = associations(value)
        case .visibility: group.visibility = value.isNull ? nil : self.value(value, "visibility", of: Self.visibilities)
        case .requirementLevel: group.requirementLevel = requirementLevel(value)
        case .spanName: group.spanNameNote = value.isMapping ? value["note"].map(\.string) : nil
        case .constraints:
            report(
                .futureError,
                .removedKey,
                "'constraints' is no longer part of the format",
                at: key(),
                help: "remove it; requirement levels took its place"
            )
        case .ignored: break
        }
    }

    mutating func references(_ node: YAMLNode, _ key: @autoclosure () -> String) -> [Reference] {
        var references: [Reference] = []
        for element in list(node, key()) {
            if let id = identifier(element, key()) { references.append(Reference(id: id, location: element.location)) }
        }
        return references
    }

    // MARK: - Checks

    private mutating func check(_ group: GroupFields, _ seen: Seen, at node: YAMLNode) {
        if group.kind == .undefined, seen.type == nil || seen.isTypeKnown {
            report(
                .warning,
                .groupTypeMissing,
                "the group has no type",
                at: seen.type ?? node,
                help: "add 'type:', such as attribute_group, span or metric"
            )
        }
        if !seen.brief { missing("brief", in: "a group", at: node) }
        if let prefix = seen.prefix, !prefix.isNull {
            report(
                .warning,
                .groupPrefix,
                "'prefix' is no longer part of the format",
                at: prefix,
                help: "write the ids of attributes in full"
            )
        }
        let isTypeClear = seen.type == nil || seen.isTypeKnown
        if group.stability == nil, group.kind != .attributeGroup, isTypeClear, isAbsent("stability", in: node) {
            report(
                .warning,
                .groupStabilityMissing,
                "the group has no stability",
                at: node,
                help: "add 'stability: development' or another level"
            )
        }
        if !seen.extendsOrAttributes, group.kind != .metric, group.kind != .event {
            report(
                .warning,
                .groupWithoutAttributes,
                "the group has neither 'extends' nor 'attributes'",
                at: node,
                help: "add 'attributes:'"
            )
        }
        checkKind(of: group, seen, at: node)
    }

    private mutating func checkKind(of group: GroupFields, _ seen: Seen, at node: YAMLNode) {
        let isSpan = group.kind == .span
        if isSpan, group.spanKind == nil, isAbsent("span_kind", in: node) {
            report(
                .warning,
                .spanKindMissing,
                "the span has no kind",
                at: node,
                help: "add 'span_kind: internal' or another kind"
            )
        }
        // Old registries leave the type of a span out; its keys then say what it is.
        if !isSpan, group.kind != .undefined {
            misplaced("span_kind", seen.spanKind, belongsTo: "spans")
            misplaced("events", seen.events, belongsTo: "spans")
        }
        if group.kind != .event { misplaced("body", seen.body, belongsTo: "events") }
        switch group.kind {
        case .span, .metric, .event: break
        default: misplaced("entity_associations", seen.associations, belongsTo: "spans, metrics and events")
        }
        if group.kind == .metric {
            let keys: [(key: StaticString, isKnown: Bool)] = [
                ("metric_name", group.metricName != nil), ("instrument", group.instrument != nil),
                ("unit", group.unit != nil),
            ]
            for (key, isKnown) in keys where !isKnown && isAbsent(key, in: node) {
                report(.error, .metricIncomplete, "the metric has no '\(key)'", at: node, help: "add '\(key):'")
            }
        }
        // The prefix names an event of a span. One with a body is a log record, and those have names of their own.
        if group.kind == .event, group.name == nil, isAbsent("name", in: node), seen.prefix == nil || seen.body != nil {
            report(.error, .eventNameMissing, "the event has no name", at: node, help: "add 'name:'")
        }
    }

    private mutating func misplaced(_ key: StaticString, _ node: YAMLNode?, belongsTo kinds: StaticString) {
        guard let node else { return }
        report(.error, .groupKeyMisplaced, "'\(key)' belongs to \(kinds) only", at: node, help: "remove it")
    }
}

extension GroupFields {
    /// Before events had names, the prefix was the name.
    fileprivate mutating func takeName(fromPrefix prefix: String) {
        if kind == .event, name == nil, !prefix.isEmpty { name = prefix }
    }
}
