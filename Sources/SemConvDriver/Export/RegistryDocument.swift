package import SemConvDefinitions
internal import SemConvDiagnostics
package import SemConvRegistry

/// A resolved registry as one tree of values, with everything that is known: texts, examples, places.
///
/// The form is described in docs/cli.md and changes only together with `form`. A key with nothing to say is left out.
package struct RegistryDocument: Sendable {
    /// The name and version of the form.
    static let form = "semconv-resolved/1"

    private let registry: Registry

    package init(_ registry: Registry) {
        self.registry = registry
    }

    package var value: FreeValue {
        var map = MapBuilder()
        map.add("form", Self.form)
        map.add("schema_url", registry.schemaURL)
        map.add("attributes", list(registry.attributes, attribute))
        map.add("metrics", list(registry.metrics, metric))
        map.add("metric_refinements", list(registry.metricRefinements, metric))
        map.add("spans", list(registry.spans, span))
        map.add("events", list(registry.events, event))
        map.add("entities", list(registry.entities, entity))
        map.add("attribute_groups", list(registry.attributeGroups, attributeGroup))
        map.add("other_groups", list(registry.otherGroups, otherGroup))
        return map.value
    }

    private func list<Value>(_ values: [Value], _ transform: (Value) -> FreeValue) -> FreeValue {
        .list(values.map(transform))
    }

    // MARK: Attributes

    private func attribute(_ attribute: Attribute) -> FreeValue {
        var map = MapBuilder()
        map.add("id", attribute.id)
        map.add("type", attribute.type.spelling)
        if case .enumeration(let enumeration) = attribute.type {
            map.add("members", list(enumeration.members, member))
        }
        map.addText(attribute.brief, attribute.note)
        map.add("examples", attribute.examples)
        map.addStatus(attribute.stability, attribute.deprecated, attribute.annotations)
        map.add("dependency", attribute.dependency)
        map.add("source", attribute.location)
        return map.value
    }

    private func member(_ member: EnumMember) -> FreeValue {
        var map = MapBuilder()
        map.add("id", member.id)
        map.add("value", FreeValue(member.value))
        map.addText(member.brief, member.note)
        map.addStatus(member.stability, member.deprecated, member.annotations)
        return map.value
    }

    private func use(_ use: AttributeUse) -> FreeValue {
        var map = MapBuilder()
        map.add("id", use.id)
        map.add("type", use.type.spelling)
        map.add("requirement_level", use.requirementLevel)
        map.add("role", use.role?.rawValue)
        if use.isSamplingRelevant { map.add("sampling_relevant", .bool(true)) }
        map.addText(use.brief, use.note)
        map.add("examples", use.examples)
        map.addStatus(use.stability, use.deprecated, use.annotations)
        return map.value
    }

    // MARK: Signals and groups

    private func metric(_ metric: Metric) -> FreeValue {
        var map = begin(metric.header)
        map.add("name", metric.name)
        map.add("refines", metric.refines)
        map.add("instrument", metric.instrument.rawValue)
        map.add("unit", metric.unit)
        return finish(map, metric.header)
    }

    private func span(_ span: Span) -> FreeValue {
        var map = begin(span.header)
        map.add("refines", span.refines)
        map.add("kind", span.kind?.rawValue)
        map.add("name_note", span.nameNote)
        if !span.events.isEmpty { map.add("events", .list(span.events.map { .string($0) })) }
        return finish(map, span.header)
    }

    private func event(_ event: Event) -> FreeValue {
        var map = begin(event.header)
        map.add("name", event.name)
        map.add("refines", event.refines)
        map.add("body", event.body.map(body))
        return finish(map, event.header)
    }

    private func entity(_ entity: Entity) -> FreeValue {
        var map = begin(entity.header)
        map.add("name", entity.name)
        map.add("refines", entity.refines)
        return finish(map, entity.header)
    }

    private func attributeGroup(_ group: AttributeGroup) -> FreeValue {
        var map = begin(group.header)
        map.add("visibility", group.visibility?.rawValue)
        map.add("display_name", group.displayName)
        return finish(map, group.header)
    }

    private func otherGroup(_ group: OtherGroup) -> FreeValue {
        var map = begin(group.header)
        map.add("type", group.type)
        return finish(map, group.header)
    }

    private func body(_ body: EventBody) -> FreeValue {
        var map = MapBuilder()
        map.add("id", body.id)
        map.add("type", body.type)
        map.add("requirement_level", body.requirementLevel)
        map.addText(body.brief, body.note)
        map.add("stability", body.stability?.rawValue)
        if !body.fields.isEmpty { map.add("fields", list(body.fields, self.body)) }
        return map.value
    }

    /// The id comes first, what only one kind has after it, and what all have last.
    private func begin(_ header: SignalHeader) -> MapBuilder {
        var map = MapBuilder()
        map.add("id", header.id)
        return map
    }

    private func finish(_ map: MapBuilder, _ header: SignalHeader) -> FreeValue {
        var map = map
        map.add("requirement_level", header.requirementLevel)
        map.addText(header.brief, header.note)
        map.addStatus(header.stability, header.deprecated, header.annotations)
        if !header.entityAssociations.isEmpty {
            map.add("entity_associations", list(header.entityAssociations, association))
        }
        map.add("attributes", list(header.attributes, use))
        map.add("dependency", header.dependency)
        map.add("source", header.location)
        return map.value
    }

    private func association(_ association: EntityAssociation) -> FreeValue {
        switch association {
        case .entity(let name): .string(name)
        case .oneOf(let inner): .map([FreeValue.Entry(key: "one_of", value: list(inner, self.association))])
        case .allOf(let inner): .map([FreeValue.Entry(key: "all_of", value: list(inner, self.association))])
        }
    }
}
