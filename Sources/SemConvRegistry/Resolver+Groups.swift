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
        var uses = UseList(comparesIDs: !dependencies.isEmpty || hasRedefinitions)
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
                resolved[group] = resolve(group, with: &uses, isOpen: { progress[$0] != .done })
                progress[group] = .done
            }
        }
    }

    private func ownParents(of group: Int) -> [Int] {
        let definition = definitions[group]
        guard definition.buildsOnOthers else { return [] }
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

    /// - Parameter uses: a list to gather the attributes in; what it has from the group before is removed.
    private mutating func resolve(
        _ index: Int,
        with uses: inout UseList,
        isOpen: (Int) -> Bool
    ) -> ResolvedGroup {
        let definition = definitions[index]
        var inherited: SignalFacts?
        var baseID: String?
        if useCount > useLimit { return ResolvedGroup(definition, uses: [], baseID: nil) }
        uses.removeAll()
        if definition.buildsOnOthers { (inherited, baseID) = inherit(definition, into: &uses, isOpen) }
        takeOwn(of: index, into: &uses)
        let finished = uses.finish()
        count(finished.count, of: definition)
        return ResolvedGroup(definition, uses: finished, inherited: inherited, baseID: baseID)
    }

    /// Takes over what other groups have, as `extends`, a refinement and `ref_group` ask for.
    private mutating func inherit(
        _ definition: GroupDefinition,
        into uses: inout UseList,
        _ isOpen: (Int) -> Bool
    ) -> (inherited: SignalFacts?, baseID: String?) {
        var inherited: SignalFacts?
        var baseID: String?
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
            inherited = SignalFacts(definition, over: parent)
            baseID = parent.definition.id
            checkIdentity(of: definition, over: parent)
        }
        takeGroups(of: definition, into: &uses, isOpen)
        return (inherited, baseID)
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
                if attribute.isExcludedFromDependencyResolution, !definition.isSheltered {
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
                if dependencies.count > 1 { reportAmbiguity(of: reference, in: definition) }
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
