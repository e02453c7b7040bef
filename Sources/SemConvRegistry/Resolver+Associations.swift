import SemConvDefinitions
import SemConvDiagnostics

extension Resolver {
    /// Checks that every entity that a signal belongs to is there, and may be named.
    mutating func resolveAssociations() {
        guard definitions.indices.contains(where: { !definitions[$0].entityAssociations.isEmpty }) else { return }
        let own = entityNames(of: resolved.lazy.compactMap { $0 } + imported)
        for index in definitions.indices where !definitions[index].entityAssociations.isEmpty {
            let definition = definitions[index]
            var open = definition.entityAssociations
            while let association = open.popLast() {
                switch association {
                case .entity(let reference): check(reference, of: definition, own: own)
                case .oneOf(let inner), .allOf(let inner): open += inner
                }
            }
        }
    }

    /// The names that an association may use: the entity's name, and its id with and without the kind.
    private func entityNames(of groups: some Sequence<ResolvedGroup>) -> [String: ResolvedGroup] {
        var names: [String: ResolvedGroup] = [:]
        for group in groups where group.definition.kind == .entity {
            let id = group.definition.id
            var spellings = [id, group.definition.bareID]
            if id.hasPrefix("resource.") { spellings.append(String(id.dropFirst("resource.".count))) }
            if group.definition.refines == nil, let name = group.name { spellings.append(name) }
            for name in spellings where names[name] == nil { names[name] = group }
        }
        return names
    }

    private mutating func check(_ reference: Reference, of definition: GroupDefinition, own: [String: ResolvedGroup]) {
        if let entity = own[reference.id] {
            if entity.isHidden, !definition.annotations.isExcludedFromDependencyResolution {
                reportHidden(reference, of: definition, entity)
            }
            return
        }
        var candidates: [ResolvedGroup] = []
        for dependency in dependencies {
            guard let entity = entityNames(of: dependency.groups)[reference.id] else { continue }
            let isKnown = candidates.contains { $0.definition.location == entity.definition.location }
            if !isKnown { candidates.append(entity) }
        }
        let visible = candidates.filter { !$0.isHidden }
        if visible.count > 1 {
            diagnostics.report(
                Diagnostic(
                    .futureError,
                    .ambiguousAssociation,
                    "several dependencies define the entity '\(reference.id)'",
                    at: reference.location,
                    subject: definition.id,
                    help: "import the one that is meant",
                    notes: visible.map { .init("defined here", at: $0.definition.location) }
                )
            )
        } else if visible.isEmpty, let hidden = candidates.first {
            reportHidden(reference, of: definition, hidden)
        } else if visible.isEmpty {
            let names = own.keys + dependencies.flatMap { entityNames(of: $0.groups).keys }
            diagnostics.report(
                Diagnostic(
                    .futureError,
                    .unresolvedAssociation,
                    "no entity '\(reference.id)' is defined",
                    at: reference.location,
                    subject: definition.id,
                    help: Suggestion.didYouMean(reference.id, in: names)
                        ?? "define the entity, or remove the association"
                )
            )
        }
    }

    private mutating func reportHidden(_ reference: Reference, of definition: GroupDefinition, _ entity: ResolvedGroup)
    {
        diagnostics.report(
            Diagnostic(
                .futureError,
                .excluded,
                "the entity '\(reference.id)' is kept from other registries",
                at: reference.location,
                subject: definition.id,
                help: "associate the signal with an entity that others can see",
                notes: [.init("excluded here", at: entity.definition.location)]
            )
        )
    }
}
