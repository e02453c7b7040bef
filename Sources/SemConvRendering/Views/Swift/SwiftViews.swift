internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// What the files of a Swift module have in common.
struct SwiftModule {
    let plan: ModulePlan
    /// What every file starts with, and the lines that import modules.
    let header: TemplateValue
    let imports: TemplateValue

    /// - Parameter pack: what the generated files say of their maker.
    init(plan: ModulePlan, pack: String) {
        self.plan = plan
        header = .string(SwiftHeader.text(plan, pack: pack))
        imports = SwiftHeader.imports(plan.options)
    }
}

/// What the objects that know Swift are made of: files, and the declarations in them.
final class SwiftViews: Sendable {
    let plan: ModulePlan
    let module: SwiftModule
    /// For the definitions that declarations are made of.
    let views: Views

    init(_ module: SwiftModule, views: Views) {
        plan = module.plan
        self.module = module
        self.views = views
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

    /// The object of a definition's declaration, for the object of the definition; none where it is not generated.
    func declaration(_ kind: DeclarationKind, key: String) -> TemplateValue {
        let kindPlan = plan.plan(of: kind)
        guard kindPlan.generated(key) != nil, let entry = kindPlan.table.place(of: key) else { return .none }
        return DeclarationTables.table(of: kind, isInner: true).object(DeclarationView(kindPlan, entry: entry), self)
    }
}
