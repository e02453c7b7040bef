internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

extension Metric {
    static let table = SignalView<Metric>.table([
        .init("metric_name", "The name on the wire; a refinement has that of its base.") { view, _ in
            .string(view.signal.name)
        },
        .init("name", "The same, under the name of `definition/2`.") { view, _ in .string(view.signal.name) },
        .init("instrument", "`counter`, `updowncounter`, `gauge` or `histogram`.") { view, _ in
            .string(view.signal.instrument.rawValue)
        },
        .init("unit", "The unit.") { view, _ in .string(view.signal.unit) },
        .init("value_type", "`int` or `double`: as annotated, otherwise inferred from instrument and unit.") {
            view,
            _ in
            .string(MetricValueTypeRule(view.signal).type.rawValue)
        },
        .init("value_type_inferred", "Whether the registry is silent on the value type.") { view, _ in
            .bool(MetricValueTypeRule(view.signal).isInferred)
        },
        .init("boundaries", "The advised bucket boundaries, or none.") { view, views in
            views.options.boundaries[view.signal.name].map { .list($0.map { .double($0) }) } ?? .none
        },
        .init("refines", "The id that it refines, or none.") { view, _ in TemplateValue(view.signal.refines) },
    ])
}

extension Span {
    static let table = SignalView<Span>.table([
        .init("span_kind", "The kind, or none.") { view, _ in TemplateValue(view.signal.kind?.rawValue) },
        .init("kind", "The same, under the name of `definition/2`.") { view, _ in
            TemplateValue(view.signal.kind?.rawValue)
        },
        .init("name", "The id without `span.`.") { view, _ in .string(view.signal.publicName) },
        .init("name_note", "How to name such a span, in words, or none.") { view, _ in
            TemplateValue(view.signal.nameNote)
        },
        .init("events", "The ids of events that may occur on it.") { view, _ in
            .list(view.signal.events.map { .string($0) })
        },
        .init("refines", "The id that it refines, or none.") { view, _ in TemplateValue(view.signal.refines) },
    ])
}

extension Event {
    static let table = SignalView<Event>.table([
        .init("name", "The name on the wire; a refinement has that of its base.") { view, _ in
            .string(view.signal.name)
        },
        .init("body", "The body, an object with `fields`, or none.") { view, views in views.value(view.signal.body) },
        .init("refines", "The id that it refines, or none.") { view, _ in TemplateValue(view.signal.refines) },
    ])
}

extension Entity {
    static let table = SignalView<Entity>.table([
        .init("name", "The entity's type; a refinement has that of its base.") { view, _ in
            .string(view.signal.name)
        },
        .init("refines", "The id that it refines, or none.") { view, _ in TemplateValue(view.signal.refines) },
    ])
}

extension AttributeGroup {
    static let table = SignalView<AttributeGroup>.table([
        .init("visibility", "`public`, `internal`, or none.") { view, _ in
            TemplateValue(view.signal.visibility?.rawValue)
        },
        .init("display_name", "A title, or none.") { view, _ in TemplateValue(view.signal.displayName) },
    ])
}

extension OtherGroup {
    static let table = SignalView<OtherGroup>.table([])
}

extension EventBody {
    static let table: ViewTable<EventBody, Views> = ViewTable(
        name: "body",
        fields: [
            .init("id", "The name of the field.") { body, _ in .string(body.id) },
            .init("type", "The type, such as `map`.") { body, _ in .string(body.type) },
            .init("brief", "A short text; may be empty.") { body, _ in .string(body.brief) },
            .init("note", "A longer text in Markdown; may be empty.") { body, _ in .string(body.note) },
            .init("stability", "The level of stability, or none.") { body, _ in TemplateValue(body.stability?.rawValue)
            },
            .init("requirement_level", "As of attributes, or none.") { body, _ in
                TemplateValue(body.requirementLevel)
            },
            .init("fields", "The fields of a map, in the order of the registry.") { body, views in
                EventBody.table.list(body.fields, views)
            },
        ]
    )
}
