import SemConvDefinitions
import SemConvRegistry
import SemConvTemplateEngine

/// A member of a namespace as templates see it.
struct DeclarationView {
    let plan: ModulePlan
    let kind: DeclarationKind
    /// Its place in the plan of the kind.
    let entry: Int

    private var kindPlan: KindPlan { plan.plan(of: kind) }
    var place: Int { kindPlan.entries[entry].place }
    var state: KindPlan.State { kindPlan.entries[entry].state }
    /// Without a name an error has been reported, and nothing is rendered.
    var name: SwiftName { kindPlan.table.names[entry] ?? SwiftName(root: "", namespaces: [], member: "_") }

    static func table(of kind: DeclarationKind) -> ViewTable<DeclarationView> {
        let own: [ViewTable<DeclarationView>.Field]
        switch kind {
        case .attribute: own = attributeFields
        case .metric: own = metricFields
        case .span: own = spanFields
        case .event: own = eventFields
        case .entity: own = entityFields
        case .viewPreset: own = presetFields
        }
        return ViewTable(name: "\(kind.rawValue) declaration", fields: commonFields + own)
    }

    private static let commonFields: [ViewTable<DeclarationView>.Field] = [
        .init("name", "The member's name, in backticks where Swift needs them.") { view, _ in
            .string(view.name.declaration)
        },
        .init("path", "The whole name, such as `Attributes.HTTP.Request.method`.") { view, _ in .string(view.name.path) },
        .init("gate", "The trait that it waits behind, or none.") { view, _ in
            view.state == .gated ? TemplateValue(view.plan.options.gate) : .none
        },
        .init("doc", "The documentation comment: its first line without indentation, the others with four blanks.") {
            view, views in .string(view.documentation(views))
        },
        .init("availability", "The `@available` attribute of what is deprecated, or none.") { view, _ in
            TemplateValue(view.availability)
        },
        .init("definition", "What is declared, as the registry has it.") { view, views in view.definition(views) },
    ]

    private func documentation(_ views: Views) -> String {
        let documentation = SwiftDocumentation(plan: plan, options: views.options)
        switch kind {
        case .attribute: return documentation.comment(plan.registry.attributes[place])
        case .metric: return documentation.comment(plan.registry.metrics[place])
        case .span: return documentation.comment(plan.registry.spans[place])
        case .event: return documentation.comment(plan.registry.events[place])
        case .entity: return documentation.comment(plan.registry.entities[place])
        case .viewPreset: return documentation.presetComment(plan.registry.metrics[place])
        }
    }

    private func definition(_ views: Views) -> TemplateValue {
        let query = Query.Options.everything
        switch kind {
        case .attribute:
            return views.attribute.object(AttributeView(plan.registry.attributes[place], query: query), views)
        case .metric, .viewPreset:
            return views.metric.object(SignalView(plan.registry.metrics[place], query: query), views)
        case .span: return views.span.object(SignalView(plan.registry.spans[place], query: query), views)
        case .event: return views.event.object(SignalView(plan.registry.events[place], query: query), views)
        case .entity: return views.entity.object(SignalView(plan.registry.entities[place], query: query), views)
        }
    }
}

// MARK: - Deprecation

extension DeclarationView {
    private var deprecated: Deprecation? {
        switch kind {
        case .attribute: plan.registry.attributes[place].deprecated
        case .metric: plan.registry.metrics[place].header.deprecated
        case .span: plan.registry.spans[place].header.deprecated
        case .event: plan.registry.events[place].header.deprecated
        case .entity: plan.registry.entities[place].header.deprecated
        // A preset for a former name is there to be used.
        case .viewPreset: nil
        }
    }

    private var availability: String? {
        deprecated.map { Availability.attribute($0, replacement: replacement(for: $0)) }
    }

    private func replacement(for deprecation: Deprecation) -> Availability.Replacement {
        guard let target = deprecation.renamedTo,
            let found = kindPlan.generated(target) ?? kindPlan.generated("span." + target),
            found.entry.state.isVisible(from: state), found.name != name
        else { return .none }
        if kind == .attribute, plan.keyType(ofAttribute: found.entry.place) != plan.keyType(ofAttribute: place) {
            return .otherType(path: found.name.path)
        }
        return .sameType(fixIt: Availability.fixIt(from: name, to: found.name))
    }
}

extension ModulePlan {
    /// The Swift type of an attribute's key.
    func keyType(ofAttribute place: Int) -> String? {
        let attribute = registry.attributes[place]
        return SwiftType.key(attribute.type, enumName: enumNames[attribute.id])
    }
}
