internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine
internal import SemConvYAML

/// The fields of the declarations of each kind. Texts are escaped for the inside of a Swift string literal; the quotes
/// are the template's.
enum DeclarationTables {
    static let attribute = DeclarationView.table(
        of: .attribute,
        [
            .init("id", "The attribute's name on the wire, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.attributes[view.place].id))
            },
            .init("type", "The type of the key, such as `AttributeKey<String>`.") { view, swift in
                TemplateValue(swift.plan.keyType(ofAttribute: view.place))
            },
            .init("lowercases_key", "Whether the user's part of a template attribute has to be in lower case.") {
                view,
                swift in
                guard case .template = swift.plan.registry.attributes[view.place].type else { return .bool(false) }
                return .bool(KeyCasingRule.lowercases(swift.plan.registry.attributes[view.place]))
            },
        ]
    )

    static let metric = DeclarationView.table(
        of: .metric,
        [
            .init("id", "The metric's name on the wire, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.metrics[view.place].name))
            },
            .init("instrument", "The instrument, such as `.histogram`.") { view, swift in
                .string(swift.plan.registry.metrics[view.place].instrument.swift)
            },
            .init("unit", "The unit, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.metrics[view.place].unit))
            },
            .init("value_type", "`.int` or `.double`.") { view, swift in
                .string(MetricValueTypeRule(swift.plan.registry.metrics[view.place]).type == .int ? ".int" : ".double")
            },
            .init("boundaries", "The advised bucket boundaries, parted by commas, or none.") { view, swift in
                guard swift.plan.registry.metrics[view.place].instrument == .histogram,
                    let numbers = swift.plan.options.boundaries[swift.plan.registry.metrics[view.place].name],
                    !numbers.isEmpty
                else { return .none }
                return .string(numbers.map(SwiftLiteral.number).joined(separator: ", "))
            },
        ] + signal
    )

    static let span = DeclarationView.table(
        of: .span,
        [
            .init("id", "The id without `span.`, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.spans[view.place].publicName))
            },
            .init("span_kind", "The kind, such as `.client`, or none.") { view, swift in
                TemplateValue(swift.plan.registry.spans[view.place].kind.map { "." + $0.rawValue })
            },
            .init(
                "name_rule",
                "How to name such a span, on one line, escaped; empty where nothing says it.",
                truth: { view, swift in swift.plan.registry.spans[view.place].nameNote.map { !isBlank($0) } ?? false }
            ) { view, swift, output in
                SwiftLiteral.appendLine(swift.plan.registry.spans[view.place].nameNote ?? "", to: &output)
                return true
            },
        ] + signal
    )

    static let event = DeclarationView.table(
        of: .event,
        [
            .init("id", "The event's name on the wire, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.events[view.place].name))
            }
        ] + signal
    )

    static let entity = DeclarationView.table(
        of: .entity,
        [
            .init("id", "The entity's type, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.entities[view.place].name))
            }
        ] + signal
    )

    /// The fields that the descriptors of all signals have.
    private static var signal: [ViewTable<DeclarationView, SwiftViews>.Field] {
        [
            .init(
                "brief",
                "The brief on one line, escaped; may be empty.",
                truth: { view, swift in !isBlank(view.brief(swift.plan)) }
            ) { view, swift, output in
                SwiftLiteral.appendLine(view.brief(swift.plan), to: &output)
                return true
            },
            .init("stability", "The level of stability, such as `.releaseCandidate`.") { view, swift in
                .string((view.stability(swift.plan) ?? .development).swift)
            },
            .init(
                "attributes",
                "The uses of attributes as Swift source for the descriptors' layout, or none.",
                truth: { view, swift in !view.uses(swift.plan).isEmpty }
            ) { view, swift, output in
                AttributeUsageLiteral.write(view.uses(swift.plan), of: view.kind, to: &output)
            },
        ]
    }

    /// Whether nothing is left of a text on one line.
    private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(\.isBlank) }

    /// The same tables without the definition, for objects that are parts of definitions: there would be no end.
    private static let inner = [attribute, metric, span, event, entity, preset].map { $0.without("definition") }

    static func table(of kind: DeclarationKind, isInner: Bool) -> ViewTable<DeclarationView, SwiftViews> {
        switch kind {
        case .attribute: isInner ? inner[0] : attribute
        case .metric: isInner ? inner[1] : metric
        case .span: isInner ? inner[2] : span
        case .event: isInner ? inner[3] : event
        case .entity: isInner ? inner[4] : entity
        case .viewPreset: isInner ? inner[5] : preset
        }
    }
}

extension ModulePlan {
    /// The Swift type of an attribute's key.
    func keyType(ofAttribute place: Int) -> String? { keyType(of: registry.attributes[place]) }

    func keyType(of attribute: Attribute) -> String? {
        SwiftType.key(attribute.type, enumName: enumNames[attribute.id])
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
