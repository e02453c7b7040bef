internal import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvRegistry

/// The Swift names that the definitions of a registry have in the module that the options describe.
package struct SymbolIndex: Sendable {
    /// A declaration of the generated module.
    package struct Symbol: Hashable, Sendable {
        package let kind: DeclarationKind
        /// The id in the registry: of an attribute its own, of a signal that of its group, such as `span.http.client`.
        package let id: String
        /// The whole name, such as `Attributes.HTTP.Request.method`.
        package let path: String
        /// The type, such as `AttributeKey<HTTPRequestMethod>`.
        package let type: String
        /// The file that declares it.
        package let file: String
        /// The trait that it waits behind, or `nil`.
        package let trait: String?
    }

    /// In the order of kinds, then of ids in byte order.
    package let symbols: [Symbol]

    /// - Parameters:
    ///   - pack: the pack that the module is made with; its acronyms count.
    ///   - diagnostics: receives what is wrong with the names, and with the pack.
    package init(
        registry: Registry,
        pack: TemplatePack? = nil,
        options: RenderOptions,
        diagnostics: inout DiagnosticCollector
    ) {
        let configuration = pack?.configuration(options.templateParameters, diagnostics: &diagnostics)
        let plan = ModulePlan(
            registry: registry,
            options: options,
            acronyms: configuration?.acronyms ?? [],
            diagnostics: &diagnostics
        )
        symbols = DeclarationKind.allCases.flatMap { Self.symbols(of: plan.plan(of: $0), in: plan) }
    }

    /// The declarations of an id; a metric has two, its descriptor and its view preset.
    package func symbols(for id: String) -> [Symbol] {
        symbols.filter { $0.id == id }
    }

    private static func symbols(of kindPlan: KindPlan, in plan: ModulePlan) -> [Symbol] {
        var files: [Int: SwiftFilePlan] = [:]
        for file in kindPlan.files() {
            let members =
                file.isRoot
                ? kindPlan.table.root.members.filter { kindPlan.entries[$0].state == file.state }
                : kindPlan.entries(in: file.namespace, file.state)
            for member in members { files[member] = file }
        }
        return kindPlan.entries.indices.compactMap { entry in
            guard let file = files[entry], let name = kindPlan.table.names[entry] else { return nil }
            return Symbol(
                kind: kindPlan.kind,
                id: id(kindPlan, entry, plan.registry),
                path: name.path,
                type: type(kindPlan, entry, plan),
                file: file.name,
                trait: file.isGated ? plan.options.gate : nil
            )
        }
    }

    private static func id(_ kindPlan: KindPlan, _ entry: Int, _ registry: Registry) -> String {
        let place = kindPlan.entries[entry].place
        return switch kindPlan.kind {
        case .attribute: registry.attributes[place].id
        case .metric, .viewPreset: registry.metrics[place].header.id
        case .span: registry.spans[place].header.id
        case .event: registry.events[place].header.id
        case .entity: registry.entities[place].header.id
        }
    }

    private static func type(_ kindPlan: KindPlan, _ entry: Int, _ plan: ModulePlan) -> String {
        switch kindPlan.kind {
        case .attribute: plan.keyType(ofAttribute: kindPlan.entries[entry].place) ?? ""
        case .metric: "MetricDescriptor"
        case .span: "SpanDescriptor"
        case .event: "EventDescriptor"
        case .entity: "EntityDescriptor"
        case .viewPreset: "ViewPreset"
        }
    }
}
