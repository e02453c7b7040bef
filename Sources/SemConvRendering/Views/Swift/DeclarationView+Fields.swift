import SemConvDefinitions
import SemConvRegistry
import SemConvTemplateEngine

extension DeclarationView {
    static let attributeFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The attribute's name on the wire as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.attribute.id))
        },
        .init("type", "The type of the key, such as `AttributeKey<String>`.") { view, _ in
            TemplateValue(view.plan.keyType(ofAttribute: view.place))
        },
        .init("lowercases_key", "Whether the user's part of a template attribute has to be in lower case.") { view, _ in
            guard case .template = view.attribute.type else { return .bool(false) }
            return .bool(KeyCasingRule.lowercases(view.attribute))
        },
    ]

    static let metricFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The metric's name on the wire as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.metric.name))
        },
        .init("instrument", "The instrument, such as `.histogram`.") { view, _ in .string(view.metric.instrument.swift) },
        .init("unit", "The unit as a Swift literal.") { view, _ in .string(SwiftLiteral.quoted(view.metric.unit)) },
        .init("value_type", "`.int` or `.double`.") { view, _ in
            .string("." + MetricValueTypeRule(view.metric).type.rawValue)
        },
        .init("boundaries", "The advised bucket boundaries as a Swift literal, or none.") { view, views in
            guard view.metric.instrument == .histogram, let numbers = views.options.boundaries[view.metric.name],
                !numbers.isEmpty
            else { return .none }
            return .string("[" + numbers.map(SwiftLiteral.number).joined(separator: ", ") + "]")
        },
    ] + signalFields { $0.metric.header }

    static let spanFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The id without `span.`, as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.span.publicName))
        },
        .init("span_kind", "The kind, such as `.client`, or none.") { view, _ in
            TemplateValue(view.span.kind.map { "." + $0.rawValue })
        },
        .init("name_rule", "How to name such a span, as a Swift literal, or none.") { view, _ in
            guard let note = view.span.nameNote, !note.isEmpty else { return .none }
            return .string(SwiftLiteral.quoted(SwiftLiteral.singleLine(note)))
        },
    ] + signalFields { $0.span.header }

    static let eventFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The event's name on the wire as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.event.name))
        }
    ] + signalFields { $0.event.header }

    static let entityFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The entity's type as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.entity.name))
        }
    ] + signalFields { $0.entity.header }

    static let presetFields: [ViewTable<DeclarationView>.Field] = [
        .init("id", "The name on the wire of the instrument, as a Swift literal.") { view, _ in
            .string(SwiftLiteral.quoted(view.metric.name))
        },
        .init("metric", "The descriptor that the stream follows, such as `Metrics.HTTP.Server.Request.duration`.") {
            view, _ in .string(view.presetTarget?.path ?? "")
        },
        .init("renames", "Whether the instrument has a former name of that metric.") { view, _ in
            .bool(view.metric.header.deprecated != nil)
        },
    ]

    /// The fields that the descriptors of all signals have.
    private static func signalFields(
        _ header: @escaping @Sendable (DeclarationView) -> SignalHeader
    ) -> [ViewTable<DeclarationView>.Field] {
        [
            .init("brief", "The brief on one line, as a Swift literal; none where it is empty.") { view, _ in
                let brief = SwiftLiteral.singleLine(header(view).brief)
                return brief.isEmpty ? .none : .string(SwiftLiteral.quoted(brief))
            },
            .init("stability", "The level of stability, such as `.releaseCandidate`.") { view, _ in
                .string((header(view).stability ?? .development).swift)
            },
            .init("attributes", "The uses of attributes as Swift source for the descriptors' layout, or none.") {
                view, _ in TemplateValue(AttributeUsageLiteral.source(header(view).attributes, of: view.kind))
            },
        ]
    }
}

extension DeclarationView {
    var attribute: Attribute { plan.registry.attributes[place] }
    var metric: Metric { plan.registry.metrics[place] }
    var span: Span { plan.registry.spans[place] }
    var event: Event { plan.registry.events[place] }
    var entity: Entity { plan.registry.entities[place] }

    /// The metric that a preset follows: its own, or the one that took its place.
    var presetTarget: SwiftName? {
        let key = metric.header.deprecated?.renamedTo ?? metric.name
        return plan.metrics.generated(key)?.name ?? plan.metrics.generated(metric.header.id)?.name
    }
}

extension Instrument {
    /// As a member of `InstrumentKind`.
    var swift: String {
        switch self {
        case .counter: ".counter"
        case .upDownCounter: ".upDownCounter"
        case .gauge: ".gauge"
        case .histogram: ".histogram"
        }
    }
}

extension Stability {
    /// As a member of the runtime's `Stability`, which does not know the old `deprecated`.
    var swift: String {
        switch self {
        case .development, .deprecated: ".development"
        case .alpha: ".alpha"
        case .beta: ".beta"
        case .releaseCandidate: ".releaseCandidate"
        case .stable: ".stable"
        }
    }
}
