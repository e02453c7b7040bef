internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// The views that know Swift: files, and the declarations in them.
final class SwiftViews: Sendable {
    let plan: ModulePlan
    /// What the generated files say of their maker.
    let pack: String
    let file: ViewProjection<SwiftFilePlan>
    let scope: ViewProjection<SwiftScopeView>
    let namespace: ViewProjection<SwiftNamespaceView>
    let enumType: ViewProjection<SwiftEnumView>
    let enumMember: ViewProjection<SwiftEnumMemberView>
    let preset: ViewProjection<SwiftPresetView>
    let presetSet: ViewProjection<SwiftPresetSetView>
    let module: ViewProjection<ModulePlan>
    let attribute: ViewProjection<DeclarationView<Attribute>>
    let metric: ViewProjection<DeclarationView<Metric>>
    let span: ViewProjection<DeclarationView<Span>>
    let event: ViewProjection<DeclarationView<Event>>
    let entity: ViewProjection<DeclarationView<Entity>>

    /// - Parameter isInner: whether the objects are parts of definitions, and so have no way back to them.
    init(plan: ModulePlan, pack: String, use: FieldUse, isInner: Bool = false) {
        self.plan = plan
        self.pack = pack
        let use = isInner ? use.without("definition") : use
        file = ViewProjection(SwiftFilePlan.table, use: use)
        scope = ViewProjection(SwiftScopeView.table, use: use)
        namespace = ViewProjection(SwiftNamespaceView.table, use: use)
        enumType = ViewProjection(SwiftEnumView.table, use: use)
        enumMember = ViewProjection(SwiftEnumMemberView.table, use: use)
        preset = ViewProjection(SwiftPresetView.table, use: use)
        presetSet = ViewProjection(SwiftPresetSetView.table, use: use)
        module = ViewProjection(ModulePlan.table, use: use)
        attribute = ViewProjection(DeclarationTables.attribute, use: use)
        metric = ViewProjection(DeclarationTables.metric, use: use)
        span = ViewProjection(DeclarationTables.span, use: use)
        event = ViewProjection(DeclarationTables.event, use: use)
        entity = ViewProjection(DeclarationTables.entity, use: use)
    }

    /// The files of a kind, in a fixed order.
    func files(_ kind: DeclarationKind) -> [SwiftFilePlan] { plan.plan(of: kind).files() }

    /// The files with the types of enumeration attributes.
    func enumFiles() -> [SwiftFilePlan] {
        plan.attributes.files(.enumValues) { place in
            guard plan.attributes.entries[place].state != .absent else { return false }
            if case .enumeration = plan.registry.attributes[plan.attributes.entries[place].place].type { return true }
            return false
        }
    }

    /// The objects of the members of a namespace.
    func declarations(_ kind: DeclarationKind, _ entries: [Int], _ views: Views) -> TemplateValue {
        let registry = plan.registry
        return switch kind {
        case .attribute: declarations(plan.attributes, entries, of: registry.attributes, attribute, views)
        case .metric: declarations(plan.metrics, entries, of: registry.metrics, metric, views)
        case .span: declarations(plan.spans, entries, of: registry.spans, span, views)
        case .event: declarations(plan.events, entries, of: registry.events, event, views)
        case .entity: declarations(plan.entities, entries, of: registry.entities, entity, views)
        case .viewPreset: .list(entries.map { preset.object(SwiftPresetView(plan: plan, entry: $0), views) })
        }
    }

    private func declarations<Definition>(
        _ kindPlan: KindPlan,
        _ entries: [Int],
        of definitions: [Definition],
        _ projection: ViewProjection<DeclarationView<Definition>>,
        _ views: Views
    ) -> TemplateValue {
        .list(
            entries.map { entry in
                let definition = definitions[kindPlan.entries[entry].place]
                return projection.object(
                    DeclarationView(plan: plan, kindPlan: kindPlan, entry: entry, definition: definition),
                    views
                )
            }
        )
    }

    /// The object of a definition's declaration; none where it is not generated.
    func declaration(_ kind: DeclarationKind, key: String, _ views: Views) -> TemplateValue {
        let kindPlan = plan.plan(of: kind)
        guard kindPlan.generated(key) != nil, let entry = kindPlan.table.place(of: key),
            case .list(let objects) = declarations(kind, [entry], views)
        else { return .none }
        return objects.first ?? .none
    }
}
