internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// Where a group that another refers to was found.
    enum Found {
        case own(Int)
        case other(ResolvedGroup)
    }

    private enum Progress {
        case untouched
        case open
        case done
    }

    /// Resolves every group after those that it builds upon. The order is kept on a stack of our own, since a chain of
    /// groups may be as long as a hostile file makes it.
    mutating func resolveGroups() {
        var progress = [Progress](repeating: .untouched, count: definitions.count)
        var stack: [Int] = []
        for start in definitions.indices where progress[start] == .untouched {
            stack.append(start)
            while let group = stack.last {
                if progress[group] == .untouched {
                    progress[group] = .open
                    for parent in ownParents(of: group) where progress[parent] == .untouched { stack.append(parent) }
                    if stack.last != group { continue }
                }
                stack.removeLast()
                if progress[group] == .done { continue }
                resolved[group] = resolve(group, isOpen: { progress[$0] != .done })
                progress[group] = .done
            }
        }
    }

    private func ownParents(of group: Int) -> [Int] {
        let definition = definitions[group]
        var parents: [Int] = []
        if let extends = definition.extends, let parent = groupIndex[extends.id] { parents.append(parent) }
        if let refines = definition.refines, !definition.isComplete,
            let parent = groupIndex[definition.kind.idPrefix + refines.id]
        {
            parents.append(parent)
        }
        for case .group(let reference) in definition.attributes {
            if let parent = groupIndex[reference.id] { parents.append(parent) }
        }
        return parents
    }

    // MARK: - One group

    private mutating func resolve(_ index: Int, isOpen: (Int) -> Bool) -> ResolvedGroup {
        let definition = definitions[index]
        var signal = SignalFacts(definition)
        var baseID: String?
        if useCount > useLimit { return ResolvedGroup(definition, uses: [], signal: signal, baseID: nil) }
        var uses = UseList(comparesIDs: !dependencies.isEmpty || hasRedefinitions)
        if let extends = definition.extends, let parent = parent(extends, of: definition, isOpen, .unresolvedExtends) {
            uses.inherit(parent.uses)
            if parent.definition.kind == definition.kind, definition.kind != .attributeGroup {
                baseID = parent.definition.id
            }
        }
        if let refines = definition.refines, definition.isComplete {
            baseID = definition.kind.idPrefix + refines.id
        } else if let refines = definition.refines, let parent = base(refines, of: definition, isOpen) {
            uses.inherit(parent.uses)
            signal.inherit(from: parent.signal, unlessSaidBy: definition)
            baseID = parent.definition.id
            checkIdentity(of: definition, over: parent)
        }
        takeGroups(of: definition, into: &uses, isOpen)
        takeOwn(of: index, into: &uses)
        let finished = uses.finished()
        count(finished.count, of: definition)
        return ResolvedGroup(definition, uses: finished, signal: signal, baseID: baseID)
    }

    /// A small file can ask for very much: each group of a long chain has all attributes of those before it.
    private mutating func count(_ uses: Int, of definition: GroupDefinition) {
        useCount += uses
        if useCount <= useLimit { return }
        diagnostics.report(
            Diagnostic(
                .error,
                .tooManyUses,
                "with what they take over, the groups up to here have more than \(useLimit) attributes",
                at: definition.location,
                subject: definition.id,
                help: "shorten chains of 'extends' and 'ref_group', or split the registry"
            )
        )
    }

    /// `ref_group`: two of them in one signal must not bring the same attribute.
    private mutating func takeGroups(of definition: GroupDefinition, into uses: inout UseList, _ isOpen: (Int) -> Bool)
    {
        var brought: [String: Reference] = [:]
        let isShared = definition.attributes.count { if case .group = $0 { true } else { false } } > 1
        for case .group(let reference) in definition.attributes {
            guard let parent = parent(reference, of: definition, isOpen, .unresolvedGroup) else { continue }
            for use in parent.uses {
                let id = use.attribute.id
                if isShared, let first = brought.updateValue(reference, forKey: id) {
                    diagnostics.report(
                        Diagnostic(
                            .error,
                            .duplicateGroupAttribute,
                            "the groups '\(first.id)' and '\(reference.id)' both bring the attribute '\(id)'",
                            at: reference.location,
                            subject: definition.id,
                            help: "leave one group out, or name the attributes one by one",
                            notes: [.init("the first group is taken here", at: first.location)]
                        )
                    )
                }
                uses.lay(use.attribute, use.shared)
            }
        }
    }

    private mutating func takeOwn(of index: Int, into uses: inout UseList) {
        let definition = definitions[index]
        uses.startOwn()
        for entry in definition.attributes {
            switch entry {
            case .definition(let attribute):
                guard let slot = attributes[attribute.id] else { continue }
                let isRedefined = slot.group != index && slot.attribute.location != attribute.location
                if attribute.fields.annotations?.isExcludedFromDependencyResolution ?? false, !definition.isSheltered {
                    reportHidden(
                        .error,
                        "the attribute '\(attribute.id)'",
                        attribute.location,
                        of: definition,
                        attribute.location
                    )
                }
                uses.replace(isRedefined ? makeAttribute(attribute) : slot.attribute)
            case .reference(let reference):
                let id = reference.newID ?? reference.id
                guard let slot = slot(for: id) else {
                    reportUnresolved(reference, in: definition)
                    continue
                }
                reportAmbiguity(of: reference, in: definition)
                check(slot.attribute, named: reference.location, in: definition)
                if !uses.layOwn(slot.attribute, reference.fields) {
                    diagnostics.report(
                        Diagnostic(
                            .warning,
                            .attributeTwice,
                            "the group refers to '\(id)' twice",
                            at: reference.location,
                            subject: definition.id,
                            help: "merge the two references"
                        )
                    )
                }
            case .group: break
            }
        }
    }

    private mutating func reportAmbiguity(of reference: AttributeReference, in definition: GroupDefinition) {
        let candidates = ambiguity(of: reference.id)
        if candidates.isEmpty { return }
        diagnostics.report(
            Diagnostic(
                .error,
                .ambiguousAttribute,
                "several dependencies define the attribute '\(reference.id)'",
                at: reference.location,
                subject: definition.id,
                help: "keep one of the dependencies",
                notes: candidates.map { .init("defined here", at: $0.location) }
            )
        )
    }

    // MARK: - Parents

    /// The group behind `extends` or `ref_group`.
    private mutating func parent(
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
                groupIndex.keys
            )
            return nil
        }
        guard let parent = finished(found, reference, of: definition, isOpen) else { return nil }
        checkHidden(parent, found, reference, of: definition)
        return parent
    }

    /// The signal that a refinement refines. Its id is the kind and the name; a refinement can be refined where its own
    /// id has that form.
    private mutating func base(
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

    private mutating func check(_ attribute: Attribute, named place: SourceLocation, in definition: GroupDefinition) {
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

    /// A refinement of an entity may not change what identifies it.
    private mutating func checkIdentity(of definition: GroupDefinition, over parent: ResolvedGroup) {
        guard definition.kind == .entity else { return }
        // Registries of the first format need not give roles; such an attribute may be either.
        var roles: [String: AttributeRole?] = [:]
        for use in parent.uses { roles.updateValue(use.role, forKey: use.attribute.id) }
        for case .reference(let reference) in definition.attributes {
            let identifies = reference.role == .identifying
            let isAllowed =
                switch roles[reference.id] {
                case nil: !identifies
                case .some(let role): role == nil || role == reference.role
                }
            if isAllowed { continue }
            diagnostics.report(
                Diagnostic(
                    .error,
                    .identityChanged,
                    identifies
                        ? "'\(reference.id)' does not identify the entity '\(parent.name ?? parent.definition.id)'"
                        : "'\(reference.id)' identifies the entity '\(parent.name ?? parent.definition.id)'",
                    at: reference.location,
                    subject: definition.id,
                    help: identifies ? "list it under 'description:'" : "list it under 'identity:'"
                )
            )
        }
    }
}
