/// A file of the generated module: the declarations of one kind in one root namespace, either those that compile
/// always or those behind the trait.
struct SwiftFilePlan: Sendable {
    enum Content: Sendable {
        case declarations
        /// The types of enumeration attributes.
        case enumValues
    }

    let kind: DeclarationKind
    let content: Content
    let name: String
    let isGated: Bool
    /// The root namespace, or the root itself for what has no namespace.
    let namespace: SwiftNamespace
    let isRoot: Bool

    var state: KindPlan.State { isGated ? .gated : .open }
}

/// An extension of a namespace in a file.
struct SwiftScopePlan: Sendable {
    let path: String
    /// The namespaces that this file declares inside.
    var namespaces: [SwiftNamespace] = []
    /// The entries of the plan that this file declares here.
    var members: [Int] = []
}

extension KindPlan {
    /// The files of a kind, in byte order of their names' namespaces, open ones before those behind the trait.
    ///
    /// - Parameter counts: whether an entry counts, for files that hold something of some entries alone.
    func files(
        _ content: SwiftFilePlan.Content = .declarations,
        counts: (Int) -> Bool = { _ in true }
    ) -> [SwiftFilePlan] {
        let label = content == .enumValues ? "EnumValues" : kind.fileKind
        let roots = table.root.namespaces
        let stateSets = roots.map { states(in: $0, counts) }
        var files = rootFiles(label, content, counts)
        // Numbered over all namespaces, so that a file's name does not depend on what else is generated.
        let names = SwiftFileNames.files(for: roots.map(\.name), kind: label)
        let isGated = stateSets.contains { $0.contains(.gated) }
        let gatedNames = isGated ? SwiftFileNames.files(for: roots.map(\.name), kind: label + "+Unstable") : names
        for (index, namespace) in roots.enumerated() {
            for (state, name) in [(State.open, names[index]), (.gated, gatedNames[index])]
            where stateSets[index].contains(state.asSet) {
                files.append(
                    SwiftFilePlan(
                        kind: kind,
                        content: content,
                        name: name,
                        isGated: state == .gated,
                        namespace: namespace,
                        isRoot: false
                    )
                )
            }
        }
        return files
    }

    /// The files for what has no namespace.
    private func rootFiles(
        _ label: String,
        _ content: SwiftFilePlan.Content,
        _ counts: (Int) -> Bool
    ) -> [SwiftFilePlan] {
        var states: StateSet = []
        for member in table.root.members where counts(member) { states.formUnion(entries[member].state.asSet) }
        return [State.open, .gated].filter { states.contains($0.asSet) }.map { state in
            SwiftFilePlan(
                kind: kind,
                content: content,
                name: SwiftFileNames.file(kind: state == .gated ? label + "+Unstable" : label),
                isGated: state == .gated,
                namespace: table.root,
                isRoot: true
            )
        }
    }

    /// The states that occur in a namespace or below it.
    private func states(in namespace: SwiftNamespace, _ counts: (Int) -> Bool) -> StateSet {
        var states: StateSet = []
        for member in namespace.members where counts(member) { states.formUnion(entries[member].state.asSet) }
        for child in namespace.namespaces { states.formUnion(self.states(in: child, counts)) }
        return states
    }

    /// All entries of a namespace and those below it, members before namespaces.
    func entries(in namespace: SwiftNamespace, _ state: State) -> [Int] {
        var found: [Int] = []
        collectEntries(of: namespace, state, into: &found)
        return found
    }

    private func collectEntries(of namespace: SwiftNamespace, _ state: State, into found: inout [Int]) {
        for member in namespace.members where entries[member].state == state { found.append(member) }
        for child in namespace.namespaces { collectEntries(of: child, state, into: &found) }
    }

    /// The extensions that a file has, each after that which declares its namespace.
    func scopes(of file: SwiftFilePlan) -> [SwiftScopePlan] {
        if file.isRoot {
            let members = table.root.members.filter { entries[$0].state == file.state }
            return [SwiftScopePlan(path: table.root.path, members: members)]
        }
        var scopes: [SwiftScopePlan] = []
        let states = collectScopes(of: file.namespace, file.state, into: &scopes)
        if declares(states, in: file.state) {
            scopes.append(SwiftScopePlan(path: table.root.path, namespaces: [file.namespace]))
        }
        scopes.reverse()
        return scopes
    }

    /// Gathers the scopes of a namespace, each behind those inside it, and says what the namespace holds.
    private func collectScopes(
        of namespace: SwiftNamespace,
        _ state: State,
        into scopes: inout [SwiftScopePlan]
    ) -> StateSet {
        var scope = SwiftScopePlan(path: namespace.path)
        var states: StateSet = []
        // From the last to the first: the caller turns the order round.
        for child in namespace.namespaces.reversed() {
            let inner = collectScopes(of: child, state, into: &scopes)
            if declares(inner, in: state) { scope.namespaces.append(child) }
            states.formUnion(inner)
        }
        scope.namespaces.reverse()
        scope.members.reserveCapacity(namespace.members.count)
        for member in namespace.members {
            states.formUnion(entries[member].state.asSet)
            if entries[member].state == state { scope.members.append(member) }
        }
        if !scope.namespaces.isEmpty || !scope.members.isEmpty { scopes.append(scope) }
        return states
    }

    /// Whether a file declares a namespace that holds these: the open file if it needs it, else the gated one.
    private func declares(_ states: StateSet, in state: State) -> Bool {
        switch state {
        case .open: states.contains(.open)
        case .gated: states.contains(.gated) && !states.contains(.open)
        case .absent: false
        }
    }
}
