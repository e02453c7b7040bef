internal import SemConvRegistry
internal import SemConvTemplateEngine

extension ModulePlan {
    static let table = ViewTable<ModulePlan>(
        name: "Swift module",
        fields: [
            .init("header", "The comment that every generated file starts with.") { _, views in
                .string(SwiftHeader.text(views))
            },
            .init("access", "The access level with a blank after it; empty for `internal`.") { plan, _ in
                .string(plan.options.accessLevel.modifier)
            },
            .init("imports", "The lines that import modules.") { _, views in SwiftHeader.imports(views) },
            .init("registry_name", "The name of the enum that holds the facts of the registry.") { plan, _ in
                .string(plan.options.roots.registry)
            },
            .init("schema_url", "The schema URL as a Swift literal, or none.") { plan, _ in
                TemplateValue(plan.registry.schemaURL.map(SwiftLiteral.quoted))
            },
            .init("version", "The version of the registry as a Swift literal, or none.") { plan, _ in
                TemplateValue(plan.registry.version.map(SwiftLiteral.quoted))
            },
            .init("roots", "The outermost enums, each with `name` and `doc`.") { plan, _ in
                .list(
                    DeclarationKind.allCases.map { kind in
                        .map(
                            TemplateMap([
                                ("name", .string(plan.options.roots.name(of: kind))),
                                ("doc", .string(kind.rootComment)),
                            ])
                        )
                    }
                )
            },
            .init("view_presets", "The name of the enum of view presets.") { plan, _ in
                .string(plan.options.roots.viewPresets)
            },
            .init("sets", "The lists of view presets over all namespaces.") { plan, views in
                .list(
                    SwiftPresetSetView.rootSets(plan).map { views.swift?.presetSet.object($0, views) ?? .none }
                )
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
