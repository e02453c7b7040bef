internal import SemConvRegistry
internal import SemConvTemplateEngine

extension Registry {
    static let table = ViewTable<Registry, Views>(
        name: "registry",
        fields: [
            .init("schema_url", "The schema URL, or none.") { registry, _ in TemplateValue(registry.schemaURL) },
            .init("version", "The last part of the schema URL, or none.") { registry, _ in
                TemplateValue(registry.version)
            },
            .init("attributes", "All attribute definitions.") { registry, views in
                AttributeView.table.list(
                    registry.attributes.map { AttributeView($0, query: .everything) },
                    views
                )
            },
            .init("metrics", "All metrics.") { registry, views in views.list(registry.metrics, Metric.table) },
            .init("metric_refinements", "All refinements of metrics.") { registry, views in
                views.list(registry.metricRefinements, Metric.table)
            },
            .init("spans", "All spans, refinements too.") { registry, views in views.list(registry.spans, Span.table) },
            .init("events", "All events.") { registry, views in views.list(registry.events, Event.table) },
            .init("entities", "All entities.") { registry, views in views.list(registry.entities, Entity.table) },
            .init("attribute_groups", "All attribute groups.") { registry, views in
                views.list(registry.attributeGroups, AttributeGroup.table)
            },
            .init("other_groups", "Groups without a type, scopes and metric groups.") { registry, views in
                views.list(registry.otherGroups, OtherGroup.table)
            },
        ]
    )

    /// The registry's version: what its schema URL ends with.
    var version: String? {
        schemaURL.flatMap { url in
            url.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(url[url.index(after: $0)...]) }
        }
    }
}

/// One element of a grouping query: a root namespace with what belongs to it.
struct NamespaceView {
    let name: String
    /// What the field with the elements is called, such as `attributes`.
    let field: String
    let elements: TemplateValue

    static let table = ViewTable<NamespaceView, Views>(
        name: "namespace",
        fields: [.init("root_namespace", "The namespace.") { view, _ in .string(view.name) }]
            + ["attributes", "metrics", "spans", "events", "entities"].map { field in
                .init(field, "What the namespace has of these; only the kind that the query asks for.") { view, _ in
                    view.field == field ? view.elements : .undefined
                }
            }
    )
}

extension Views {
    func list<Signal: GroupModel>(
        _ signals: [Signal],
        _ table: ViewTable<SignalView<Signal>, Views>
    ) -> TemplateValue {
        table.list(signals.map { SignalView($0, query: .everything) }, self)
    }
}

extension Query.Options {
    /// What a query without any filter keeps.
    static var everything: Query.Options {
        var options = Query.Options()
        options.ignoresCodeGenerationAnnotations = true
        return options
    }
}
