internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// Answers the queries that have weaver's names, out of what the options of the run select.
struct QueryRunner {
    let views: Views

    /// - Returns: `nil` for a query that is not of this kind.
    func run(_ query: Query) -> TemplateValue? {
        let registry = views.registry
        return switch query.name {
        case .registry: Registry.table.object(registry, views)
        case .attributes: list(attributes(query.options), AttributeView.table)
        case .groupedAttributes: grouped(attributes(query.options), AttributeView.table, field: "attributes")
        case .metrics: list(signals(registry.metrics, query.options), Metric.table)
        case .groupedMetrics: grouped(signals(registry.metrics, query.options), Metric.table, field: "metrics")
        case .spans: list(signals(registry.spans, query.options), Span.table)
        case .groupedSpans: grouped(signals(registry.spans, query.options), Span.table, field: "spans")
        case .events: list(signals(registry.events, query.options), Event.table)
        case .groupedEvents: grouped(signals(registry.events, query.options), Event.table, field: "events")
        case .entities: list(signals(registry.entities, query.options), Entity.table)
        case .groupedEntities: grouped(signals(registry.entities, query.options), Entity.table, field: "entities")
        default: nil
        }
    }

    private struct Element<Subject> {
        let root: String
        let subject: Subject
    }

    private func attributes(_ options: Query.Options) -> [Element<AttributeView>] {
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
            return Element(root: root, subject: AttributeView(attribute, query: options))
        }
    }

    private func signals<Signal: GroupModel>(
        _ signals: [Signal],
        _ options: Query.Options
    ) -> [Element<SignalView<Signal>>] {
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
            return Element(root: root, subject: SignalView(signal, query: options))
        }
    }

    /// Whether the options of the run, which hold for every query, select a definition.
    private func selects(_ name: String, _ stability: Stability?) -> Bool {
        views.options.namespaces.contains(name) && views.options.stability.contains(stability)
    }

    private func list<Subject>(_ elements: [Element<Subject>], _ table: ViewTable<Subject, Views>) -> TemplateValue {
        table.list(elements.map(\.subject), views)
    }

    /// Elements by root namespace, both in byte order; within a namespace the order stays.
    private func grouped<Subject>(
        _ elements: [Element<Subject>],
        _ table: ViewTable<Subject, Views>,
        field: String
    ) -> TemplateValue {
        let groups = Dictionary(grouping: elements, by: \.root)
        let names = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return NamespaceView.table.list(
            names.map { name in
                NamespaceView(name: name, field: field, elements: list(groups[name] ?? [], table))
            },
            views
        )
    }
}
