internal import SemConvDefinitions

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
        for group in sortedGroups() where !group.definition.definesOnlyForItself {
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
                        refines: refinedID(of: group)
                    )
                )
            case .event:
                events.append(
                    Event(
                        header: header,
                        name: group.ownName ?? group.definition.bareID,
                        body: group.definition.body.map(body),
                        refines: refinedID(of: group)
                    )
                )
            case .entity:
                entities.append(
                    Entity(
                        header: header,
                        name: group.ownName ?? group.definition.bareID,
                        hasName: group.ownName != nil,
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
            attributes: source.ownAttributes.sorted { $0.precedes($1) },
            metrics: metrics,
            metricRefinements: metricRefinements,
            spans: spans,
            events: events,
            entities: entities,
            attributeGroups: groups,
            otherGroups: others,
            source: source
        )
    }

    /// By id, and those of one id in the order of the files.
    private func sortedGroups() -> [ResolvedGroup] {
        // The sort of the standard library keeps the order of equals.
        let groups = source.groups
        let keys = groups.indices.map { (order: IDOrder(groups[$0].definition.id), index: $0) }
        let sorted = keys.sorted { left, right in
            if left.order != right.order { return left.order < right.order }
            return groups[left.index].definition.id < groups[right.index].definition.id
        }
        return sorted.map { groups[$0.index] }
    }

    /// A group that extends another of its kind is no refinement in the first format: only `definition/2` has those.
    private func refinedID(of group: ResolvedGroup) -> String? {
        group.definition.isRefinement ? group.baseID : nil
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
            attributes: group.uses,
            location: definition.location,
            requirementLevel: group.requirementLevel,
            entityAssociations: definition.entityAssociations.map(association),
            dependency: group.origin
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
