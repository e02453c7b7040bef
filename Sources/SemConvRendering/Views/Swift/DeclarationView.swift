internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// A definition that becomes a member of a namespace.
protocol DeclaredDefinition: Sendable {
    static var declaredKind: DeclarationKind { get }
    var deprecation: Deprecation? { get }
    /// The documentation comment, each line with four blanks before it.
    func comment(_ documentation: SwiftDocumentation) -> String
    /// The definition as templates see it.
    func object(_ views: Views) -> TemplateValue
}

/// A member of a namespace as templates see it.
struct DeclarationView<Definition: DeclaredDefinition> {
    let plan: ModulePlan
    let kindPlan: KindPlan
    /// Its place in the plan of the kind.
    let entry: Int
    let definition: Definition

    var state: KindPlan.State { kindPlan.entries[entry].state }
    /// Without a name an error has been reported, and nothing is rendered.
    var name: SwiftName { kindPlan.table.names[entry] ?? SwiftName(scope: "", member: "_") }

    /// The fields that declarations of all kinds have, then their own.
    static func table(_ own: [ViewTable<DeclarationView>.Field]) -> ViewTable<DeclarationView> {
        ViewTable(name: "\(Definition.declaredKind.rawValue) declaration", fields: commonFields + own)
    }

    private static var commonFields: [ViewTable<DeclarationView>.Field] {
        [
            .init("name", "The member's name, in backticks where Swift needs them.") { view, _ in
                .string(view.name.declaration)
            },
            .init("full_name", "The whole name, such as `Attributes.HTTP.Request.method`.") { view, _ in
                .string(view.name.path)
            },
            .init("trait", "The trait that it waits behind, or none.") { view, _ in
                view.state == .gated ? TemplateValue(view.plan.options.gate) : .none
            },
            .init("doc", "The documentation comment, with four blanks before each line.") { view, views in
                .string(view.definition.comment(view.plan.documentation))
            },
            .init("availability", "The `@available` attribute of what is deprecated, or none.") { view, _ in
                TemplateValue(view.availability)
            },
            .init("definition", "What is declared, as the registry has it.") { view, views in
                view.definition.object(views)
            },
        ]
    }
}

// MARK: - Deprecation

extension DeclarationView {
    private var availability: String? {
        definition.deprecation.map { Availability.attribute($0, replacement: replacement(for: $0)) }
    }

    private func replacement(for deprecation: Deprecation) -> Availability.Replacement {
        guard let target = deprecation.renamedTo,
            let found = kindPlan.generated(target) ?? kindPlan.generated("span." + target),
            found.entry.state.isVisible(from: state), found.name != name
        else { return .none }
        if Definition.declaredKind == .attribute,
            plan.keyType(ofAttribute: found.entry.place) != plan.keyType(ofAttribute: kindPlan.entries[entry].place)
        {
            return .otherType(path: found.name.path)
        }
        return .sameType(fixIt: Availability.fixIt(from: name, to: found.name))
    }
}

extension Attribute: DeclaredDefinition {
    static var declaredKind: DeclarationKind { .attribute }
    var deprecation: Deprecation? { deprecated }
    func comment(_ documentation: SwiftDocumentation) -> String { documentation.comment(self) }
    func object(_ views: Views) -> TemplateValue {
        views.attribute.object(AttributeView(self, query: .everything), views)
    }
}

extension Metric: DeclaredDefinition {
    static var declaredKind: DeclarationKind { .metric }
    var deprecation: Deprecation? { header.deprecated }
    func comment(_ documentation: SwiftDocumentation) -> String { documentation.comment(self) }
    func object(_ views: Views) -> TemplateValue { views.metric.object(SignalView(self, query: .everything), views) }
}

extension Span: DeclaredDefinition {
    static var declaredKind: DeclarationKind { .span }
    var deprecation: Deprecation? { header.deprecated }
    func comment(_ documentation: SwiftDocumentation) -> String { documentation.comment(self) }
    func object(_ views: Views) -> TemplateValue { views.span.object(SignalView(self, query: .everything), views) }
}

extension Event: DeclaredDefinition {
    static var declaredKind: DeclarationKind { .event }
    var deprecation: Deprecation? { header.deprecated }
    func comment(_ documentation: SwiftDocumentation) -> String { documentation.comment(self) }
    func object(_ views: Views) -> TemplateValue { views.event.object(SignalView(self, query: .everything), views) }
}

extension Entity: DeclaredDefinition {
    static var declaredKind: DeclarationKind { .entity }
    var deprecation: Deprecation? { header.deprecated }
    func comment(_ documentation: SwiftDocumentation) -> String { documentation.comment(self) }
    func object(_ views: Views) -> TemplateValue { views.entity.object(SignalView(self, query: .everything), views) }
}
