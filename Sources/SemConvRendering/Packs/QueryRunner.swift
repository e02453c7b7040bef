internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// Answers the queries that have weaver's names, out of what the options of the run select.
struct QueryRunner {
    let views: Views

    /// - Returns: `nil` for a query that is not of this kind.
    func run(_ query: Query) -> TemplateValue? {
        switch query.name {
        case .registry: views.whole.object(views.registry, views)
        case .attributes: .list(attributes(query.options).map { $0.value })
        case .groupedAttributes: grouped(attributes(query.options), field: "attributes")
        case .metrics: .list(signals(views.registry.metrics, views.metric, query.options).map { $0.value })
        case .groupedMetrics: grouped(signals(views.registry.metrics, views.metric, query.options), field: "metrics")
        case .spans: .list(signals(views.registry.spans, views.span, query.options).map { $0.value })
        case .groupedSpans: grouped(signals(views.registry.spans, views.span, query.options), field: "spans")
        case .events: .list(signals(views.registry.events, views.event, query.options).map { $0.value })
        case .groupedEvents: grouped(signals(views.registry.events, views.event, query.options), field: "events")
        case .entities: .list(signals(views.registry.entities, views.entity, query.options).map { $0.value })
        case .groupedEntities: grouped(signals(views.registry.entities, views.entity, query.options), field: "entities")
        default: nil
        }
    }

    private struct Element {
        let root: String
        let value: TemplateValue
    }

    private func attributes(_ options: Query.Options) -> [Element] {
        views.registry.attributes.compactMap { attribute in
            let root = rootNamespace(of: attribute.id)
            guard
                options.keeps(
                    stability: attribute.stability,
                    deprecated: attribute.deprecated,
                    annotations: attribute.annotations
                ),
                selects(attribute.id, attribute.stability), !options.excludedRootNamespaces.contains(root)
            else { return nil }
            return Element(
                root: root,
                value: views.attribute.object(AttributeView(attribute, query: options), views)
            )
        }
    }

    private func signals<Signal: GroupModel>(
        _ signals: [Signal],
        _ projection: ViewProjection<SignalView<Signal>>,
        _ options: Query.Options
    ) -> [Element] {
        signals.compactMap { signal in
            let header = signal.header
            let root = signal.rootNamespace
            guard
                options.keeps(
                    stability: header.stability,
                    deprecated: header.deprecated,
                    annotations: header.annotations
                ),
                selects(signal.publicName, header.stability), !options.excludedRootNamespaces.contains(root)
            else { return nil }
            return Element(root: root, value: projection.object(SignalView(signal, query: options), views))
        }
    }

    /// Whether the options of the run, which hold for every query, select a definition.
    private func selects(_ name: String, _ stability: Stability?) -> Bool {
        views.options.namespaces.contains(name) && views.options.stability.contains(stability)
    }

    /// Elements by root namespace, both in byte order; within a namespace the order stays.
    private func grouped(_ elements: [Element], field: String) -> TemplateValue {
        var groups: [String: [TemplateValue]] = [:]
        for element in elements { groups[element.root, default: []].append(element.value) }
        return .list(
            groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
                views.namespace.object(NamespaceView(name: name, field: field, elements: groups[name] ?? []), views)
            }
        )
    }
}
