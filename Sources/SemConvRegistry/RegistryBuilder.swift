import SemConvDefinitions

/// Makes the registry that later stages see out of what resolution found.
struct RegistryBuilder {
    private let source: ResolvedRegistry

    init(_ source: ResolvedRegistry) {
        self.source = source
    }

    func build(schemaURL: String?) -> Registry {
        var metrics: [Metric] = []
        var metricRefinements: [Metric] = []
        var spans: [Span] = []
        var events: [Event] = []
        var entities: [Entity] = []
        var groups: [AttributeGroup] = []
        var others: [OtherGroup] = []
        for group in source.groups where !group.definition.definesOnlyForItself {
            let header = header(of: group)
            switch group.definition.kind {
            case .metric:
                let metric = Metric(
                    header: header,
                    name: group.metricName ?? group.definition.bareID,
                    instrument: group.instrument ?? .gauge,
                    unit: group.unit ?? "",
                    refines: refinedID(of: group)
                )
                if metric.refines == nil { metrics.append(metric) } else { metricRefinements.append(metric) }
            case .span:
                spans.append(
                    Span(
                        header: header,
                        kind: group.spanKind,
                        nameNote: group.spanNameNote,
                        events: group.definition.spanEvents.map(\.id),
                        refines: group.baseID
                    )
                )
            case .event:
                events.append(
                    Event(
                        header: header,
                        name: group.name ?? group.definition.bareID,
                        body: group.definition.body.map(body),
                        refines: refinedID(of: group)
                    )
                )
            case .entity:
                entities.append(
                    Entity(
                        header: header,
                        name: group.name ?? group.definition.bareID,
                        hasName: group.name != nil,
                        refines: refinedID(of: group)
                    )
                )
            case .attributeGroup where group.definition.visibility == .internal: break
            case .attributeGroup:
                groups.append(
                    AttributeGroup(
                        header: header,
                        visibility: group.definition.visibility,
                        displayName: group.definition.displayName
                    )
                )
            case .metricGroup, .scope, .undefined:
                others.append(OtherGroup(header: header, type: group.definition.kind.rawValue))
            }
        }
        return Registry(
            schemaURL: schemaURL,
            attributes: attributes(),
            metrics: sorted(metrics, \.header),
            metricRefinements: sorted(metricRefinements, \.header),
            spans: sorted(spans, \.header),
            events: sorted(events, \.header),
            entities: sorted(entities, \.header),
            attributeGroups: sorted(groups, \.header),
            otherGroups: sorted(others, \.header)
        )
    }

    /// A group that extends another of its kind is no refinement in the first format: only `definition/2` has those.
    private func refinedID(of group: ResolvedGroup) -> String? {
        group.definition.refines == nil ? nil : group.baseID
    }

    private func attributes() -> [Attribute] {
        source.ownAttributes.sorted { $0.id < $1.id }
    }

    private func sorted<Signal>(_ signals: [Signal], _ header: KeyPath<Signal, SignalHeader>) -> [Signal] {
        signals.map { (id: $0[keyPath: header].id, signal: $0) }.enumerated()
            .sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }.map(\.element.signal)
    }

    private func header(of group: ResolvedGroup) -> SignalHeader {
        let definition = group.definition
        return SignalHeader(
            id: definition.id,
            brief: group.brief,
            note: group.note,
            stability: group.stability,
            deprecated: group.deprecated,
            annotations: group.annotations,
            attributes: group.uses.map(use),
            location: definition.location,
            requirementLevel: group.requirementLevel,
            entityAssociations: definition.entityAssociations.map(association),
            dependency: group.origin
        )
    }

    private func use(_ use: ResolvedUse) -> AttributeUse {
        let attribute = use.attribute
        let fields = use.fields
        return AttributeUse(
            attribute: attribute,
            requirementLevel: fields.requirementLevel ?? .recommended(""),
            brief: fields.brief ?? attribute.brief,
            note: fields.note ?? attribute.note,
            examples: fields.examples ?? attribute.examples,
            stability: fields.stability ?? attribute.stability,
            deprecated: fields.deprecated ?? attribute.deprecated,
            annotations: fields.annotations ?? attribute.annotations,
            isSamplingRelevant: fields.isSamplingRelevant ?? false,
            role: fields.role
        )
    }

    private func association(_ definition: AssociationDefinition) -> EntityAssociation {
        switch definition {
        case .entity(let reference): .entity(reference.id)
        case .oneOf(let inner): .oneOf(inner.map(association))
        case .allOf(let inner): .allOf(inner.map(association))
        }
    }

    private func body(_ definition: BodyDefinition) -> EventBody {
        EventBody(
            id: definition.id,
            type: definition.type,
            brief: definition.brief,
            note: definition.note,
            stability: definition.stability,
            requirementLevel: definition.requirementLevel,
            fields: definition.fields.map(body)
        )
    }
}
