import SemConvDefinitions
import SemConvRegistry
import SemConvTemplateEngine

/// The views that know Swift: files, and the declarations in them.
final class SwiftViews: Sendable {
    let plan: ModulePlan
    /// What the generated files say of their maker.
    let pack: String
    let file: ViewProjection<SwiftFilePlan>
    let scope: ViewProjection<SwiftScopeView>
    let namespace: ViewProjection<SwiftNamespaceView>
    let declarations: [DeclarationKind: ViewProjection<DeclarationView>]
    /// The same without a way back to the definition, for objects that are part of one.
    let innerDeclarations: [DeclarationKind: ViewProjection<DeclarationView>]
    let enumType: ViewProjection<SwiftEnumView>
    let enumMember: ViewProjection<SwiftEnumMemberView>
    let presetSet: ViewProjection<SwiftPresetSetView>
    let module: ViewProjection<ModulePlan>

    init(plan: ModulePlan, pack: String, use: FieldUse) {
        self.plan = plan
        self.pack = pack
        file = ViewProjection(SwiftFilePlan.table, use: use)
        scope = ViewProjection(SwiftScopeView.table, use: use)
        namespace = ViewProjection(SwiftNamespaceView.table, use: use)
        enumType = ViewProjection(SwiftEnumView.table, use: use)
        enumMember = ViewProjection(SwiftEnumMemberView.table, use: use)
        presetSet = ViewProjection(SwiftPresetSetView.table, use: use)
        module = ViewProjection(ModulePlan.table, use: use)
        var outer: [DeclarationKind: ViewProjection<DeclarationView>] = [:]
        var inner = outer
        for kind in DeclarationKind.allCases {
            let table = DeclarationView.table(of: kind)
            outer[kind] = ViewProjection(table, use: use)
            inner[kind] = ViewProjection(table.without("definition"), use: use)
        }
        declarations = outer
        innerDeclarations = inner
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

    /// The object of a declaration.
    func declaration(_ kind: DeclarationKind, _ entry: Int, _ views: Views) -> TemplateValue {
        declarations[kind]?.object(DeclarationView(plan: plan, kind: kind, entry: entry), views) ?? .none
    }

    /// The object of a definition's declaration; none where it is not generated.
    func innerDeclaration(_ kind: DeclarationKind, key: String, _ views: Views) -> TemplateValue {
        let kindPlan = plan.plan(of: kind)
        guard let entry = kindPlan.table.place(of: key), kindPlan.generated(key) != nil else { return .none }
        return innerDeclarations[kind]?.object(DeclarationView(plan: plan, kind: kind, entry: entry), views) ?? .none
    }
}

extension ViewTable {
    func without(_ field: String) -> ViewTable {
        ViewTable(name: name, fields: fields.filter { $0.name != field })
    }
}
