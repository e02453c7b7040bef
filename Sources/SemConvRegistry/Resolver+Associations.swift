internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// Checks that every entity that a signal belongs to is there, and may be named.
    mutating func resolveAssociations() {
        guard definitions.indices.contains(where: { !definitions[$0].entityAssociations.isEmpty }) else { return }
        let own = entityNames(of: resolved.lazy.compactMap { $0 } + imported)
        let theirs = dependencies.map { entityNames(of: $0.groups) }
        for index in definitions.indices where !definitions[index].entityAssociations.isEmpty {
            for association in definitions[index].entityAssociations {
                check(association, of: definitions[index], own: own, theirs: theirs)
            }
        }
    }

    private mutating func check(
        _ association: AssociationDefinition,
        of definition: GroupDefinition,
        own: NameTable<ResolvedGroup>,
        theirs: [NameTable<ResolvedGroup>]
    ) {
        switch association {
        case .entity(let reference): check(reference, of: definition, own: own, theirs: theirs)
        case .oneOf(let inner), .allOf(let inner):
            // As deep as the reader lets a document be.
            for association in inner { check(association, of: definition, own: own, theirs: theirs) }
        }
    }

    /// The names that an association may use: the entity's name, and its id with and without the kind.
    private func entityNames(of groups: some Sequence<ResolvedGroup>) -> NameTable<ResolvedGroup> {
        var names = NameTable<ResolvedGroup>()
        for group in groups where group.definition.kind == .entity {
            let id = group.definition.id
            _ = names.insert(group, for: id)
            _ = names.insert(group, for: group.definition.bareID)
            if id.hasPrefix("resource.") { _ = names.insert(group, for: String(id.dropFirst("resource.".count))) }
            if !group.definition.isRefinement, let name = group.name { _ = names.insert(group, for: name) }
        }
        return names
    }

    private mutating func check(
        _ reference: Reference,
        of definition: GroupDefinition,
        own: NameTable<ResolvedGroup>,
        theirs: [NameTable<ResolvedGroup>]
    ) {
        if let entity = own[reference.id] {
            if entity.isHidden, !definition.annotations.isExcludedFromDependencyResolution {
                reportHidden(reference, of: definition, entity)
            }
            return
        }
        var candidates: [ResolvedGroup] = []
        for names in theirs {
            guard let entity = names[reference.id] else { continue }
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
            var help = suggest(reference.id, in: own.names)
            for names in theirs where help == nil { help = suggest(reference.id, in: names.names) }
            diagnostics.report(
                Diagnostic(
                    .futureError,
                    .unresolvedAssociation,
                    "no entity '\(reference.id)' is defined",
                    at: reference.location,
                    subject: definition.id,
                    help: help ?? "define the entity, or remove the association"
                )
            )
        }
    }

    private mutating func reportHidden(_ reference: Reference, of definition: GroupDefinition, _ entity: ResolvedGroup)
    {
        reportHidden(
            .futureError,
            "the entity '\(reference.id)'",
            reference.location,
            of: definition,
            entity.definition.location
        )
    }
}
