internal import SemConvRegistry
internal import SemConvTemplateEngine

/// The module as a whole as templates see it.
struct SwiftModuleView {
    let plan: ModulePlan
    /// The lists of view presets over all namespaces.
    let sets: [SwiftPresetSetView]

    init(plan: ModulePlan) {
        self.plan = plan
        sets = SwiftPresetSetView.rootSets(plan)
    }

    static let table = ViewTable<SwiftModuleView, SwiftViews>(
        name: "Swift module",
        fields: [
            .init("header", "The comment that every generated file starts with.") { _, swift in
                swift.module.header
            },
            .init("access", "The access level with a blank after it; empty for `internal`.") { module, _ in
                .string(module.plan.options.accessLevel.modifier)
            },
            .init("imports", "The lines that import modules.") { _, swift in swift.module.imports },
            .init("registry_name", "The name of the enum that holds the facts of the registry.") { module, _ in
                .string(module.plan.options.roots.registry)
            },
            .init("schema_url", "The schema URL as a Swift literal, or none.") { module, _ in
                TemplateValue(module.plan.registry.schemaURL.map(SwiftLiteral.quoted))
            },
            .init("version", "The version of the registry as a Swift literal, or none.") { module, _ in
                TemplateValue(module.plan.registry.version.map(SwiftLiteral.quoted))
            },
            .init("roots", "The outermost enums, each with `name` and `doc`.") { module, _ in
                .list(
                    DeclarationKind.allCases.map { kind in
                        .map(
                            TemplateMap([
                                ("name", .string(module.plan.options.roots.name(of: kind))),
                                ("doc", .string(kind.rootComment)),
                            ])
                        )
                    }
                )
            },
            .init("view_presets", "The name of the enum of view presets.") { module, _ in
                .string(module.plan.options.roots.viewPresets)
            },
            .init("sets", "The lists of view presets over all namespaces.") { module, swift in
                SwiftPresetSetView.table.list(module.sets, swift)
            },
        ]
    )
}

extension DeclarationKind {
    /// What the documentation says of the outermost enum of a kind.
    var rootComment: String {
        switch self {
        case .attribute: "/// The keys of attributes, by namespace."
        case .metric: "/// What the conventions say of metrics, by namespace."
        case .span: "/// What the conventions say of spans, by namespace."
        case .event: "/// What the conventions say of events, by namespace."
        case .entity: "/// What the conventions say of entities, by namespace."
        case .viewPreset: "/// View presets for metrics, by root namespace, and lists of them."
        }
    }
}
