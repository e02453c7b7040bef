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
    func files(_ content: SwiftFilePlan.Content = .declarations, include: (Int) -> Bool = { _ in true })
        -> [SwiftFilePlan]
    {
        let label = content == .enumValues ? "EnumValues" : kind.fileKind
        let roots = table.root.namespaces
        // Numbered over all namespaces, so that a file's name does not depend on what else is generated.
        let open = SwiftFileNames.files(for: roots.map(\.name), kind: label)
        let gated = SwiftFileNames.files(for: roots.map(\.name), kind: label + "+Unstable")
        var files: [SwiftFilePlan] = []
        func add(_ namespace: SwiftNamespace, _ states: Set<State>, isRoot: Bool, open: String, gated: String) {
            for (state, name) in [(State.open, open), (.gated, gated)] where states.contains(state) {
                files.append(
                    SwiftFilePlan(
                        kind: kind,
                        content: content,
                        name: name,
                        isGated: state == .gated,
                        namespace: namespace,
                        isRoot: isRoot
                    )
                )
            }
        }
        add(
            table.root,
            Set(table.root.members.filter(include).map { entries[$0].state }),
            isRoot: true,
            open: SwiftFileNames.file(kind: label),
            gated: SwiftFileNames.file(kind: label + "+Unstable")
        )
        for (index, namespace) in roots.enumerated() {
            add(namespace, states(in: namespace, include), isRoot: false, open: open[index], gated: gated[index])
        }
        return files
    }

    /// The states that occur in a namespace or below it.
    func states(in namespace: SwiftNamespace, _ include: (Int) -> Bool = { _ in true }) -> Set<State> {
        var states: Set<State> = []
        for member in namespace.members where include(member) { states.insert(entries[member].state) }
        for child in namespace.namespaces { states.formUnion(self.states(in: child, include)) }
        return states
    }

    /// All entries of a namespace and those below it, members before namespaces.
    func entries(in namespace: SwiftNamespace, _ state: State) -> [Int] {
        namespace.members.filter { entries[$0].state == state }
            + namespace.namespaces.flatMap { entries(in: $0, state) }
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
        return scopes.reversed()
    }

    /// Gathers the scopes of a namespace, each behind those inside it, and says what the namespace holds.
    private func collectScopes(
        of namespace: SwiftNamespace,
        _ state: State,
        into scopes: inout [SwiftScopePlan]
    ) -> Set<State> {
        var scope = SwiftScopePlan(path: namespace.path)
        var states: Set<State> = []
        // From the last to the first: the caller turns the order round.
        for child in namespace.namespaces.reversed() {
            let inner = collectScopes(of: child, state, into: &scopes)
            if declares(inner, in: state) { scope.namespaces.insert(child, at: 0) }
            states.formUnion(inner)
        }
        for member in namespace.members {
            states.insert(entries[member].state)
            if entries[member].state == state { scope.members.append(member) }
        }
        if !scope.namespaces.isEmpty || !scope.members.isEmpty { scopes.append(scope) }
        return states
    }

    /// Whether a file declares a namespace that holds these: the open file if it needs it, else the gated one.
    private func declares(_ states: Set<State>, in state: State) -> Bool {
        switch state {
        case .open: states.contains(.open)
        case .gated: states.contains(.gated) && !states.contains(.open)
        case .absent: false
        }
    }
}
