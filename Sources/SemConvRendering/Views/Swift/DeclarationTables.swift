internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// The fields of the declarations of each kind. Texts are escaped for the inside of a Swift string literal; the quotes
/// are the template's.
enum DeclarationTables {
    static let attribute = DeclarationView<Attribute>.table([
        .init("id", "The attribute's name on the wire, escaped.") { view, _ in
            .string(SwiftLiteral.escaped(view.definition.id))
        },
        .init("type", "The type of the key, such as `AttributeKey<String>`.") { view, _ in
            TemplateValue(view.plan.keyType(of: view.definition))
        },
        .init("lowercases_key", "Whether the user's part of a template attribute has to be in lower case.") { view, _ in
            guard case .template = view.definition.type else { return .bool(false) }
            return .bool(KeyCasingRule.lowercases(view.definition))
        },
    ])

    static let metric = DeclarationView<Metric>.table(
        [
            .init("id", "The metric's name on the wire, escaped.") { view, _ in
                .string(SwiftLiteral.escaped(view.definition.name))
            },
            .init("instrument", "The instrument, such as `.histogram`.") { view, _ in
                .string(view.definition.instrument.swift)
            },
            .init("unit", "The unit, escaped.") { view, _ in .string(SwiftLiteral.escaped(view.definition.unit)) },
            .init("value_type", "`.int` or `.double`.") { view, _ in
                .string(MetricValueTypeRule(view.definition).type == .int ? ".int" : ".double")
            },
            .init("boundaries", "The advised bucket boundaries, parted by commas, or none.") { view, _ in
                guard view.definition.instrument == .histogram,
                    let numbers = view.plan.options.boundaries[view.definition.name], !numbers.isEmpty
                else { return .none }
                return .string(numbers.map(SwiftLiteral.number).joined(separator: ", "))
            },
        ] + signal { $0.definition.header }
    )

    static let span = DeclarationView<Span>.table(
        [
            .init("id", "The id without `span.`, escaped.") { view, _ in
                .string(SwiftLiteral.escaped(view.definition.publicName))
            },
            .init("span_kind", "The kind, such as `.client`, or none.") { view, _ in
                TemplateValue(view.definition.kind.map { "." + $0.rawValue })
            },
            .init("name_rule", "How to name such a span, on one line, escaped; empty where nothing says it.") {
                view,
                _ in
                .string(SwiftLiteral.escaped(SwiftLiteral.singleLine(view.definition.nameNote ?? "")))
            },
        ] + signal { $0.definition.header }
    )

    static let event = DeclarationView<Event>.table(
        [
            .init("id", "The event's name on the wire, escaped.") { view, _ in
                .string(SwiftLiteral.escaped(view.definition.name))
            }
        ] + signal { $0.definition.header }
    )

    static let entity = DeclarationView<Entity>.table(
        [
            .init("id", "The entity's type, escaped.") { view, _ in
                .string(SwiftLiteral.escaped(view.definition.name))
            }
        ] + signal { $0.definition.header }
    )

    /// The fields that the descriptors of all signals have.
    private static func signal<Definition>(
        _ header: @escaping @Sendable (DeclarationView<Definition>) -> SignalHeader
    ) -> [ViewTable<DeclarationView<Definition>>.Field] {
        [
            .init("brief", "The brief on one line, escaped; may be empty.") { view, _ in
                .string(SwiftLiteral.escaped(SwiftLiteral.singleLine(header(view).brief)))
            },
            .init("stability", "The level of stability, such as `.releaseCandidate`.") { view, _ in
                .string((header(view).stability ?? .development).swift)
            },
            .init("attributes", "The uses of attributes as Swift source for the descriptors' layout, or none.") {
                view,
                _ in
                TemplateValue(AttributeUsageLiteral.source(header(view).attributes, of: Definition.declaredKind))
            },
        ]
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
