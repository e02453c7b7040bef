internal import SemConvDefinitions
internal import SemConvDiagnostics

/// The groups and signals that a group builds upon.
extension Resolver {
    /// The group behind `extends` or `ref_group`.
    mutating func parent(
        _ reference: Reference,
        of definition: GroupDefinition,
        _ isOpen: (Int) -> Bool,
        _ rule: RuleID
    ) -> ResolvedGroup? {
        guard let found = find(reference.id) else {
            report(
                rule,
                "no group '\(reference.id)' is defined",
                reference,
                reference.id,
                in: definition,
                groupIndex.names
            )
            return nil
        }
        guard let parent = finished(found, reference, of: definition, isOpen) else { return nil }
        checkHidden(parent, found, reference, of: definition)
        return parent
    }

    /// The signal that a refinement refines. Its id is the kind and the name; a refinement can be refined where its own
    /// id has that form.
    mutating func base(
        _ reference: Reference,
        of definition: GroupDefinition,
        _ isOpen: (Int) -> Bool
    ) -> ResolvedGroup? {
        let id = definition.kind.idPrefix + reference.id
        guard let found = find(id) else {
            let kind = definition.kind
            let names = definitions.lazy.filter { $0.kind == kind }.map(\.bareID)
            report(
                .unresolvedRefinement,
                "no \(kind.title) '\(reference.id)' is defined",
                reference,
                id,
                in: definition,
                names
            )
            return nil
        }
        guard let parent = finished(found, reference, of: definition, isOpen) else { return nil }
        guard parent.definition.kind == definition.kind else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidRefinement,
                    "'\(id)' is \(parent.definition.kind.titleWithArticle), not \(definition.kind.titleWithArticle)",
                    at: reference.location,
                    subject: definition.id,
                    help: "refine a signal of the same kind"
                )
            )
            return nil
        }
        checkHidden(parent, found, reference, of: definition)
        return parent
    }

    // MARK: - What is kept from other registries

    /// What others never see must not reach them through a group that they do see.
    private mutating func checkHidden(
        _ parent: ResolvedGroup,
        _ found: Found,
        _ reference: Reference,
        of definition: GroupDefinition
    ) {
        guard case .own = found, parent.isSheltered, !definition.isSheltered else { return }
        if parent.isHidden {
            reportHidden(
                .error,
                "the \(parent.definition.kind.title) '\(reference.id)'",
                reference.location,
                of: definition,
                parent.definition.location
            )
            return
        }
        guard hasHiddenAttributes else { return }
        for use in parent.uses { check(use.attribute, named: reference.location, in: definition) }
    }

    mutating func check(_ attribute: Attribute, named place: SourceLocation, in definition: GroupDefinition) {
        guard hasHiddenAttributes, attribute.annotations.isExcludedFromDependencyResolution, !definition.isSheltered,
            attributes[attribute.id] != nil
        else { return }
        reportHidden(.error, "the attribute '\(attribute.id)'", place, of: definition, attribute.location)
    }

    /// A group of an id, here or in a dependency. What a dependency keeps to itself is not found.
    func find(_ id: String) -> Found? {
        if let index = groupIndex[id] { return .own(index) }
        for dependency in dependencies {
            if let index = dependency.groupIndex[id], !dependency.groups[index].isHidden,
                dependency.groups[index].definition.visibility != .internal
            {
                return .other(dependency.groups[index])
            }
        }
        return nil
    }

    private mutating func finished(
        _ found: Found,
        _ reference: Reference,
        of definition: GroupDefinition,
        _ isOpen: (Int) -> Bool
    ) -> ResolvedGroup? {
        switch found {
        case .other(let group): return group
        case .own(let index):
            if let group = resolved[index], !isOpen(index) { return group }
            diagnostics.report(
                Diagnostic(
                    .error,
                    .circularExtends,
                    "'\(definition.id)' builds upon itself through '\(reference.id)'",
                    at: reference.location,
                    subject: definition.id,
                    help: "break the circle"
                )
            )
            return nil
        }
    }

    private mutating func report(
        _ rule: RuleID,
        _ message: String,
        _ reference: Reference,
        _ id: String,
        in definition: GroupDefinition,
        _ names: some Collection<String>
    ) {
        let unseen = dependencies.lazy.compactMap { dependency in
            dependency.groupIndex[id].map { dependency.groups[$0] }
        }.first
        if let unseen, unseen.isHidden {
            reportHidden(
                .error,
                "the \(unseen.definition.kind.title) '\(reference.id)'",
                reference.location,
                of: definition,
                unseen.definition.location
            )
            return
        }
        diagnostics.report(
            Diagnostic(
                .error,
                rule,
                message,
                at: reference.location,
                subject: definition.id,
                help: unseen != nil
                    ? "make the group of the dependency public, or define one here"
                    : suggest(reference.id, in: names)
                        ?? "define it, or add the registry that defines it as a dependency",
                notes: unseen.map { [.init("the dependency has it for itself", at: $0.definition.location)] } ?? []
            )
        )
    }
}
