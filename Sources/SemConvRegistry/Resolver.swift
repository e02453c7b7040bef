internal import SemConvDefinitions
internal import SemConvDiagnostics

/// Resolves one registry over its dependencies: attributes first, then groups from their parents down, then what is
/// imported, then the associations; last the checks over the whole.
struct Resolver {
    let identity: String?
    /// Whether this is the registry that the user named, and not one that it depends on.
    let isMain: Bool
    let dependencies: [ResolvedRegistry]
    var diagnostics: DiagnosticCollector

    /// The groups of all files, in the order of the files.
    let definitions: [GroupDefinition]
    let imports: [ImportPattern]

    /// The first group of each id.
    var groupIndex: NameTable<Int>
    /// Whether two groups have one id.
    var hasRepeatedIDs = false
    var attributes = NameTable<AttributeSlot>()
    /// Whether some group defines anew an attribute that it inherits.
    var hasRedefinitions = false
    /// Whether some attribute is excluded from dependency resolution.
    var hasHiddenAttributes = false
    /// How many attributes the groups resolved so far have.
    var useCount = 0
    let useLimit: Int
    /// How many more names may be compared to find one that was meant.
    private var suggestionBudget = 300_000
    var resolved: [ResolvedGroup?]
    var imported: [ResolvedGroup] = []

    init(
        identity: String?,
        isMain: Bool,
        files: [RegistryFile],
        dependencies: [ResolvedRegistry],
        useLimit: Int,
        diagnostics: DiagnosticCollector
    ) {
        self.identity = identity
        self.isMain = isMain
        self.dependencies = dependencies
        self.useLimit = useLimit
        self.diagnostics = diagnostics
        definitions = files.flatMap(\.groups)
        imports = files.flatMap(\.imports)
        groupIndex = NameTable(capacity: definitions.count)
        resolved = [ResolvedGroup?](repeating: nil, count: definitions.count)
    }

    mutating func resolve() -> ResolvedRegistry {
        indexGroups()
        defineAttributes()
        resolveGroups()
        importGroups()
        resolveAssociations()
        checkUniqueness()
        let groups = resolved.compactMap { $0 } + imported
        return ResolvedRegistry(
            identity: identity,
            groups: groups,
            groupIndex: isMain ? [:] : index(of: groups),
            attributes: isMain ? [:] : attributesForDependents(groups),
            hiddenAttributes: isMain ? [:] : hiddenAttributes,
            ownAttributes: ownAttributes
        )
    }

    private var ownAttributes: [Attribute] {
        var own: [Attribute] = []
        own.reserveCapacity(attributes.values.count)
        for slot in attributes.values where !definitions[slot.group].definesOnlyForItself { own.append(slot.attribute) }
        return own
    }

    private var hiddenAttributes: [String: Attribute] {
        if !hasHiddenAttributes { return [:] }
        var hidden: [String: Attribute] = [:]
        for slot in attributes.values where slot.attribute.annotations.isExcludedFromDependencyResolution {
            hidden[slot.attribute.id] = slot.attribute
        }
        return hidden
    }

    private mutating func indexGroups() {
        for (index, definition) in definitions.enumerated() {
            if groupIndex.insert(index, for: definition.id) { continue }
            guard let first = groupIndex[definition.id] else { continue }
            hasRepeatedIDs = true
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .duplicateGroup,
                    "the group id '\(definition.id)' is taken",
                    at: definition.location,
                    subject: definition.id,
                    help: "rename one of the two",
                    notes: [.init("first used here", at: definitions[first].location)]
                )
            )
        }
    }

    // MARK: - Reports

    /// A guess at the name that was meant. A registry with very many names and very many wrong ones gets no more of them
    /// once the budget is spent, so that the time stays in proportion to the size.
    mutating func suggest(_ name: String, in names: some Collection<String>) -> String? {
        if names.count > suggestionBudget { return nil }
        suggestionBudget -= names.count
        return Suggestion.didYouMean(name, in: names)
    }

    /// Something that is kept from other registries is named where they could see it.
    mutating func reportHidden(
        _ severity: Diagnostic.Severity,
        _ what: String,
        _ location: SourceLocation,
        of definition: GroupDefinition,
        _ excludedAt: SourceLocation
    ) {
        diagnostics.report(
            Diagnostic(
                severity,
                .excluded,
                "\(what) is kept from other registries by 'dependency_resolution: { exclude: true }'",
                at: location,
                subject: definition.id,
                help: "name one that others can see, or keep '\(definition.id)' from them too",
                notes: [.init("defined here", at: excludedAt)]
            )
        )
    }

    // MARK: - Output

    private func index(of groups: [ResolvedGroup]) -> [String: Int] {
        var index: [String: Int] = [:]
        index.reserveCapacity(groups.count)
        for (position, group) in groups.enumerated() where index[group.definition.id] == nil {
            index[group.definition.id] = position
        }
        return index
    }

    /// What a dependent may refer to: what is defined here, and what the signals here carry from further down.
    /// Refinements carry nothing: a published registry would not list their attributes either.
    private func attributesForDependents(_ groups: [ResolvedGroup]) -> [String: AttributeSlot] {
        var visible: [String: AttributeSlot] = [:]
        for slot in attributes.values where !definitions[slot.group].definesOnlyForItself {
            visible[slot.attribute.id] = slot
        }
        for group in groups where !group.definition.isRefinement {
            for use in group.uses where visible[use.attribute.id] == nil && attributes[use.attribute.id] == nil {
                visible[use.attribute.id] = AttributeSlot(attribute: use.attribute, group: -1)
            }
        }
        return visible.filter { !$0.value.attribute.annotations.isExcludedFromDependencyResolution }
    }
}
