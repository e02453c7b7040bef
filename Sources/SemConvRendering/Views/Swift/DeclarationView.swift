internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine
internal import SemConvYAML

/// A member of a namespace as templates see it: where it stands in the plan of its kind, and in the registry.
///
/// Numbers alone, as every field that a template reads takes a copy.
struct DeclarationView {
    let kind: DeclarationKind
    let entry: Int
    /// Where its definition stands in the registry's list of its kind.
    let place: Int

    init(_ kindPlan: KindPlan, entry: Int) {
        kind = kindPlan.kind
        self.entry = entry
        place = kindPlan.entries[entry].place
    }

    /// The fields that declarations of all kinds have, then their own.
    static func table(of kind: DeclarationKind, _ own: [ViewTable<DeclarationView, SwiftViews>.Field]) -> ViewTable<
        DeclarationView, SwiftViews
    > {
        ViewTable(name: "\(kind.rawValue) declaration", fields: commonFields + own)
    }

    private static var commonFields: [ViewTable<DeclarationView, SwiftViews>.Field] {
        [
            .init("name", "The member's name, in backticks where Swift needs them.") { view, swift in
                .string(view.name(swift.plan).declaration)
            },
            .init("full_name", "The whole name, such as `Attributes.HTTP.Request.method`.") { view, swift in
                .string(view.name(swift.plan).path)
            },
            .init("trait", "The trait that it waits behind, or none.") { view, swift in
                view.state(swift.plan) == .gated ? TemplateValue(swift.plan.options.gate) : .none
            },
            .init("doc", "The documentation comment, with four blanks before each line.") { view, swift, output in
                view.writeComment(swift.plan, to: &output)
                return true
            },
            .init(
                "availability",
                "The `@available` attribute of what is deprecated, or none.",
                truth: { view, swift in view.isDeprecated(swift.plan) }
            ) { view, swift in TemplateValue(view.availability(swift.plan)) },
            .init("definition", "What is declared, as the registry has it.") { view, swift in
                view.definition(swift.views)
            },
        ]
    }
}

// MARK: - Name

extension DeclarationView {
    func state(_ plan: ModulePlan) -> KindPlan.State { plan.plan(of: kind).entries[entry].state }
    /// Without a name an error has been reported, and nothing is rendered.
    func name(_ plan: ModulePlan) -> SwiftName {
        plan.plan(of: kind).table.names[entry] ?? SwiftName(scope: "", member: "_")
    }
}

// MARK: - Definition

/// Each of these looks into the registry where the definition lies: a copy of one takes longer than all that is read.
extension DeclarationView {
    func deprecation(_ plan: ModulePlan) -> Deprecation? {
        switch kind {
        case .attribute: plan.registry.attributes[place].deprecated
        case .metric, .viewPreset: plan.registry.metrics[place].header.deprecated
        case .span: plan.registry.spans[place].header.deprecated
        case .event: plan.registry.events[place].header.deprecated
        case .entity: plan.registry.entities[place].header.deprecated
        }
    }

    /// Asked of every declaration, where `deprecation` would copy what most have not, to compare it with nothing.
    func isDeprecated(_ plan: ModulePlan) -> Bool {
        switch kind {
        case .attribute: plan.registry.attributes[place].deprecated != nil
        case .metric, .viewPreset: plan.registry.metrics[place].header.deprecated != nil
        case .span: plan.registry.spans[place].header.deprecated != nil
        case .event: plan.registry.events[place].header.deprecated != nil
        case .entity: plan.registry.entities[place].header.deprecated != nil
        }
    }

    func stability(_ plan: ModulePlan) -> Stability? {
        switch kind {
        case .attribute: plan.registry.attributes[place].stability
        case .metric, .viewPreset: plan.registry.metrics[place].header.stability
        case .span: plan.registry.spans[place].header.stability
        case .event: plan.registry.events[place].header.stability
        case .entity: plan.registry.entities[place].header.stability
        }
    }

    func brief(_ plan: ModulePlan) -> String {
        switch kind {
        case .attribute: plan.registry.attributes[place].brief
        case .metric, .viewPreset: plan.registry.metrics[place].header.brief
        case .span: plan.registry.spans[place].header.brief
        case .event: plan.registry.events[place].header.brief
        case .entity: plan.registry.entities[place].header.brief
        }
    }

    /// The attributes of a signal.
    func uses(_ plan: ModulePlan) -> [AttributeUse] {
        switch kind {
        case .attribute: []
        case .metric, .viewPreset: plan.registry.metrics[place].header.attributes
        case .span: plan.registry.spans[place].header.attributes
        case .event: plan.registry.events[place].header.attributes
        case .entity: plan.registry.entities[place].header.attributes
        }
    }

    /// Writes the documentation comment, each line with four blanks before it.
    func writeComment(_ plan: ModulePlan, to output: inout ByteBuffer) {
        let registry = plan.registry
        switch kind {
        case .attribute: plan.documentation.comment(registry.attributes[place], to: &output)
        case .metric: plan.documentation.comment(registry.metrics[place], to: &output)
        case .span: plan.documentation.comment(registry.spans[place], to: &output)
        case .event: plan.documentation.comment(registry.events[place], to: &output)
        case .entity: plan.documentation.comment(registry.entities[place], to: &output)
        case .viewPreset:
            plan.documentation.presetComment(
                ofMetric: registry.metrics[place].name,
                successor: registry.metrics[place].header.deprecated?.renamedTo,
                to: &output
            )
        }
    }

    /// The definition as templates see it.
    func definition(_ views: Views) -> TemplateValue {
        let registry = views.registry
        return switch kind {
        case .attribute:
            AttributeView.table.object(AttributeView(registry.attributes[place], query: .everything), views)
        case .metric, .viewPreset:
            Metric.table.object(SignalView(registry.metrics[place], query: .everything), views)
        case .span: Span.table.object(SignalView(registry.spans[place], query: .everything), views)
        case .event: Event.table.object(SignalView(registry.events[place], query: .everything), views)
        case .entity: Entity.table.object(SignalView(registry.entities[place], query: .everything), views)
        }
    }
}

// MARK: - Deprecation

extension DeclarationView {
    private func availability(_ plan: ModulePlan) -> String? {
        deprecation(plan).map { Availability.attribute($0, replacement: replacement(for: $0, plan)) }
    }

    private func replacement(for deprecation: Deprecation, _ plan: ModulePlan) -> Availability.Replacement {
        let kindPlan = plan.plan(of: kind)
        guard let target = deprecation.renamedTo,
            let found = kindPlan.generated(target) ?? kindPlan.generated("span." + target),
            found.entry.state.isVisible(from: state(plan)), found.name != name(plan)
        else { return .none }
        if kind == .attribute, plan.keyType(ofAttribute: found.entry.place) != plan.keyType(ofAttribute: place) {
            return .otherType(path: found.name.path)
        }
        return .sameType(fixIt: Availability.fixIt(from: name(plan), to: found.name))
    }
}
