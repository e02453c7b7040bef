internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry

/// The generated module before a word of it is written: which definitions become declarations, what they are called,
/// and which of them wait behind the trait.
final class ModulePlan: Sendable {
    let registry: Registry
    let options: RenderOptions
    let naming: SwiftNaming
    let attributes: KindPlan
    let metrics: KindPlan
    let spans: KindPlan
    let events: KindPlan
    let entities: KindPlan
    let viewPresets: KindPlan
    let enumNames: SwiftEnumNames
    /// The names of the members of each enumeration that is generated, by the attribute's place in the registry; `nil`
    /// for a member that is excluded from code generation.
    let memberNames: [Int: [String?]]
    let documentation: SwiftDocumentation

    init(registry: Registry, options: RenderOptions, acronyms: [String], diagnostics: inout DiagnosticCollector) {
        self.registry = registry
        self.options = options
        let naming = SwiftNaming(acronyms: acronyms)
        self.naming = naming
        let planner = ModulePlanner(registry: registry, options: options, naming: naming)
        (attributes, enumNames) = planner.attributes(&diagnostics)
        metrics = planner.plan(registry.metrics, .metric, &diagnostics)
        spans = planner.plan(registry.spans, .span, &diagnostics)
        events = planner.plan(registry.events, .event, &diagnostics)
        entities = planner.plan(registry.entities, .entity, &diagnostics)
        viewPresets = planner.viewPresets(metrics: metrics, &diagnostics)
        memberNames = planner.memberNames(attributes, &diagnostics)
        documentation = SwiftDocumentation(
            links: DocLinks(root: Self.linkRoot(registry, options)),
            enumNames: enumNames
        )
    }

    /// What links that start with `/` are relative to. The texts of OpenTelemetry mean the root of its repository.
    private static func linkRoot(_ registry: Registry, _ options: RenderOptions) -> String? {
        if let base = options.documentationBase { return base }
        let official = "https://opentelemetry.io/schemas/"
        guard let url = registry.schemaURL, url.hasPrefix(official) else { return nil }
        let version = url.dropFirst(official.count)
        // Other registries have addresses below the same host, but no version right there.
        guard !version.isEmpty, version.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        return "https://github.com/open-telemetry/semantic-conventions/blob/v\(version)"
    }

    func plan(of kind: DeclarationKind) -> KindPlan {
        switch kind {
        case .attribute: attributes
        case .metric: metrics
        case .span: spans
        case .event: events
        case .entity: entities
        case .viewPreset: viewPresets
        }
    }
}

/// Fills the plans of the kinds.
struct ModulePlanner {
    let registry: Registry
    let options: RenderOptions
    let naming: SwiftNaming

    /// Names the attributes, and the types of those that are enumerations.
    ///
    /// A namespace hides a type of its name. So the types get names that no namespace has, and namespaces that exist for
    /// excluded attributes alone get names that no type has.
    func attributes(_ diagnostics: inout DiagnosticCollector) -> (KindPlan, SwiftEnumNames) {
        var builder = builder(.attribute, capacity: registry.attributes.count)
        for place in registry.attributes.indices { builder.add(registry.attributes[place].outline, place: place) }
        builder.settle(&diagnostics) { registry.attributes[$0].outline }
        let enumerations = enumerations()
        var types = SwiftEnumNames(naming)
        let avoided = builder.namespaceNames.union(options.roots.all.map(\.name))
        types.add(enumerations.filter { !$0.isExcluded }, isAvoided: avoided.contains, diagnostics: &diagnostics)
        builder.nameExcluded(besides: types)
        let plan = builder.finish()
        if options.stability.includesExcluded {
            // They are few, so that no set of all namespaces pays.
            let isAvoided = { (name: String) in
                avoided.contains(name) || plan.table.namespaces.contains { $0.name == name }
            }
            types.add(enumerations.filter(\.isExcluded), isAvoided: isAvoided, diagnostics: &diagnostics)
        }
        return (plan, types)
    }

    private func enumerations() -> [SwiftNameTable.Item] {
        registry.attributes.compactMap { attribute in
            guard case .enumeration = attribute.type else { return nil }
            return attribute.outline.item(key: attribute.id)
        }
    }

    /// Names the definitions of a kind, in the order of the registry.
    func plan<Definition: PlannedDefinition>(
        _ definitions: [Definition],
        _ kind: DeclarationKind,
        _ diagnostics: inout DiagnosticCollector
    ) -> KindPlan {
        var builder = builder(kind, capacity: definitions.count)
        for place in definitions.indices { builder.add(definitions[place].outline, place: place) }
        builder.settle(&diagnostics) { definitions[$0].outline }
        builder.nameExcluded()
        return builder.finish()
    }

    /// A preset for every metric in use, and one that gives its new name to each that was merely renamed.
    func viewPresets(metrics: KindPlan, _ diagnostics: inout DiagnosticCollector) -> KindPlan {
        var builder = builder(.viewPreset, capacity: metrics.entries.count)
        for entry in metrics.entries {
            let outline = registry.metrics[entry.place].outline
            var state = entry.state
            if outline.isDeprecated {
                guard let target = renamedMetric(entry.place, metrics) else { continue }
                if target.entry.state == .gated, state == .open { state = .gated }
            }
            builder.add(outline, place: entry.place, state: state)
        }
        builder.settle(&diagnostics) { registry.metrics[$0].outline }
        builder.nameExcluded()
        return builder.finish()
    }

    /// The metric that took another one's place, where a view can make the one out of the other: a view renames, it
    /// converts neither units nor kinds of instruments.
    private func renamedMetric(_ place: Int, _ metrics: KindPlan) -> (entry: KindPlan.Entry, name: SwiftName)? {
        // By place: a metric of its own would be a copy.
        let all = registry.metrics
        guard let target = all[place].header.deprecated?.renamedTo, let found = metrics.generated(target) else {
            return nil
        }
        let other = found.entry.place
        guard all[other].header.deprecated == nil, all[other].unit == all[place].unit,
            all[other].instrument == all[place].instrument
        else { return nil }
        return found
    }

    func memberNames(_ attributes: KindPlan, _ diagnostics: inout DiagnosticCollector) -> [Int: [String?]] {
        var names: [Int: [String?]] = [:]
        var memberNaming = SwiftEnumMemberNaming(naming, includesExcluded: options.stability.includesExcluded)
        for entry in attributes.entries where entry.state != .absent {
            let attribute = registry.attributes[entry.place]
            guard case .enumeration(let enumeration) = attribute.type else { continue }
            names[entry.place] = memberNaming.names(
                of: enumeration,
                attribute: attribute.outline.item(key: attribute.id),
                diagnostics: &diagnostics
            )
        }
        return names
    }

    private func builder(_ kind: DeclarationKind, capacity: Int) -> KindPlanBuilder {
        KindPlanBuilder(kind, options: options, layout: layout(kind), naming: naming, capacity: capacity)
    }

    private func layout(_ kind: DeclarationKind) -> SwiftNameTable.Layout {
        let root = options.roots.name(of: kind)
        // The code inside names these roots, or the arrays of the standard library.
        let reserved: WordList = [options.roots.metrics, root]
        return switch kind {
        case .viewPreset:
            SwiftNameTable.Layout(
                root: root,
                maximumNamespaces: 1,
                reservedMembers: ViewPresetSet.names,
                reservedNamespaces: reserved
            )
        // Deeper namespaces would hold one metric each: what is left makes a readable name.
        case .metric: SwiftNameTable.Layout(root: root, maximumNamespaces: 2)
        default: SwiftNameTable.Layout(root: root)
        }
    }
}
