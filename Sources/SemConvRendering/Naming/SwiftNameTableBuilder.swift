internal import SemConvDiagnostics

/// Gathers definitions into a tree of namespaces, then settles the names in each.
///
/// A run names some thousands of definitions, so nothing here is made per definition but its name: identifiers go into
/// one array of bytes, names grow in another, and names are compared by their hashes.
struct SwiftNameTableBuilder {
    /// A namespace while the tree grows.
    private struct Node {
        var name: String
        var path: String
        /// The path in the list of all.
        var pathBytes: Range<Int>
        var prefix: String
        var parent: Int
        var depth: Int
        var memberCount = 0
        /// Whether some members want a name that has another owner.
        var needsSettling = false
    }

    private let layout: SwiftNameTable.Layout
    private let naming: SwiftNaming
    private var nodes: [Node]
    /// The paths of the nodes, one after another: each starts with that of its parent.
    private var paths: [UInt8]
    /// The nodes but the root, by parent and name.
    private var children = HashIndex()

    private var keys: DefinitionKeys
    private var names: [SwiftName?] = []
    /// The node of each definition; -1 for one without a name.
    private var owners: [Int] = []
    /// The definitions, by node and name.
    private var members: HashIndex

    /// The identifiers of all definitions, one after another.
    private var identifiers: [UInt8] = []
    /// The name that is being made.
    private var name = NameBuffer()
    /// The last identifier and the namespaces it ran through, each with the place where it ends in the identifier.
    /// Sorted identifiers share most of them with their neighbours, and then no name is made and no table asked.
    private var last = 0..<0
    private var lastNamespaces: [(end: Int, node: Int)] = []

    /// Definitions that are excluded from code generation, which get what names are left.
    private var heldBack: [(item: SwiftNameTable.Item, place: Int)] = []
    private var isAddingHeldBack = false
    /// Types at module level that no namespace of these may hide.
    private var types: SwiftEnumNames?

    init(layout: SwiftNameTable.Layout, naming: SwiftNaming, capacity: Int) {
        self.layout = layout
        self.naming = naming
        paths = Array(layout.root.utf8)
        nodes = [Node(name: layout.root, path: layout.root, pathBytes: paths.indices, prefix: "", parent: 0, depth: 0)]
        keys = DefinitionKeys(capacity: capacity)
        members = HashIndex(capacity: capacity)
        names.reserveCapacity(capacity)
        owners.reserveCapacity(capacity)
        identifiers.reserveCapacity(capacity * 40)
    }

    /// Puts a definition into its namespace.
    ///
    /// - Parameters:
    ///   - identifier: what the name is made of, and what the definition is found by.
    ///   - id: finds the definition if an earlier one has the identifier too.
    mutating func add(_ identifier: String, id: String) {
        let place = appendPlace()
        guard let (node, first) = makeName(of: identifier, id: id, at: place) else { return }
        let hash = ByteHash.of(name, inside: node)
        let member = name.text
        // A namespace starts with a capital, or with something that has no capitals.
        if !first.isASCIILower || hasMember(member, hash: hash, in: node) || layout.reservedMembers.contains(member) {
            nodes[node].needsSettling = true
        }
        insert(place, member, hash: hash, in: node)
    }

    private mutating func appendPlace() -> Int {
        names.append(nil)
        owners.append(-1)
        keys.appendPlace()
        return names.count - 1
    }

    /// Makes the name that a definition wants.
    ///
    /// - Returns: the namespace, and the first byte of the name; `nil` where no name can be made.
    private mutating func makeName(of identifier: String, id: String, at place: Int) -> (node: Int, first: UInt8)? {
        let start = identifiers.count
        identifiers.append(contentsOf: identifier.utf8)
        let range = start..<identifiers.count
        keys.set(place, identifier, hash: ByteHash.of(identifiers, in: range), id: id)
        let (rest, node) = findNamespace(of: range)
        last = range
        naming.write(identifiers, in: rest..<range.upperBound, lowercasesFirstWord: true, to: &name)
        guard let first = name.first else { return nil }
        if SwiftReservedWords.isUnusableMember(name) { name.append(UInt8(ascii: "_")) }
        return (node, first)
    }

    private func hasMember(_ name: String, hash: UInt32, in node: Int) -> Bool {
        members.first(hash) { owners[$0] == node && names[$0]?.member == name } != nil
    }

    private mutating func insert(_ place: Int, _ member: String, hash: UInt32, in node: Int) {
        members.insert(place, hash: hash)
        names[place] = SwiftName(scope: nodes[node].path, member: member)
        owners[place] = node
        nodes[node].memberCount += 1
    }

    /// The namespace of an identifier, and where the part behind it starts.
    private mutating func findNamespace(of identifier: Range<Int>) -> (rest: Int, node: Int) {
        reuseNamespaces(of: identifier)
        var node = lastNamespaces.last?.node ?? 0
        var start = lastNamespaces.last.map { identifier.lowerBound + $0.end + 1 } ?? identifier.lowerBound
        var end = start
        while end < identifier.upperBound, nodes[node].depth < layout.maximumNamespaces {
            defer { end += 1 }
            guard identifiers[end] == UInt8(ascii: ".") else { continue }
            // What is left must hold a letter, or the definition would have no name.
            guard hasWord(end + 1..<identifier.upperBound) else { break }
            if let child = child(of: node, named: start..<end, in: identifier) {
                node = child
                lastNamespaces.append((end - identifier.lowerBound, node))
            }
            start = end + 1
        }
        return (start, node)
    }

    /// Leaves those of the last namespaces that this identifier runs through too.
    private mutating func reuseNamespaces(of identifier: Range<Int>) {
        let limit = min(identifier.count, last.count)
        var common = 0
        while common < limit, identifiers[identifier.lowerBound + common] == identifiers[last.lowerBound + common] {
            common += 1
        }
        while let last = lastNamespaces.last,
            last.end >= common || !hasWord(identifier.lowerBound + last.end + 1..<identifier.upperBound)
        {
            lastNamespaces.removeLast()
        }
    }

    private func hasWord(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if identifiers[first].isASCIILetter || identifiers[first].isASCIIDigit { return true }
        var words = IdentifierWords(in: range)
        return words.next(of: identifiers) != nil
    }

    /// The namespace of a segment; `nil` for a segment without a letter, which counts for nothing.
    private mutating func child(of node: Int, named segment: Range<Int>, in identifier: Range<Int>) -> Int? {
        naming.write(identifiers, in: segment, lowercasesFirstWord: false, to: &name)
        if name.isEmpty { return nil }
        var text = name.text
        if SwiftReservedWords.unusableNamespaces.contains(text) || layout.reservedNamespaces.contains(text) {
            text = node == 0 ? text + "Namespace" : nodes[node].name + text
            name.replace(with: text)
        }
        var hash = ByteHash.of(name, inside: node)
        while true {
            if let known = child(of: node, named: text, hash: hash) { return known }
            // Others have their names by now, and keep them.
            guard isAddingHeldBack, hasMember(text, hash: hash, in: node) || types?.hasName(text) == true else { break }
            text += "_"
            name.replace(with: text)
            hash = ByteHash.of(name, inside: node)
        }
        children.insert(nodes.count, hash: hash)
        let path = appendPath(inside: node)
        nodes.append(
            Node(
                name: text,
                path: String(decoding: paths[path], as: UTF8.self),
                pathBytes: path,
                prefix: String(decoding: identifiers[identifier.lowerBound..<segment.upperBound], as: UTF8.self),
                parent: node,
                depth: nodes[node].depth + 1
            )
        )
        return nodes.count - 1
    }

    private func child(of node: Int, named name: String, hash: UInt32) -> Int? {
        children.first(hash) { nodes[$0].parent == node && nodes[$0].name == name }
    }

    /// Writes the path of a namespace whose name is being made.
    private mutating func appendPath(inside node: Int) -> Range<Int> {
        let start = paths.count
        for index in nodes[node].pathBytes { paths.append(paths[index]) }
        paths.append(UInt8(ascii: "."))
        for index in name.indices { paths.append(name[index]) }
        return start..<paths.count
    }
}

// MARK: - Excluded definitions

extension SwiftNameTableBuilder {
    /// Leaves a place in the list for a definition that is excluded from code generation, and that may take no name from
    /// others.
    mutating func holdBack(_ item: SwiftNameTable.Item) {
        heldBack.append((item, appendPlace()))
    }

    /// Names what was held back, once all other names are settled: the live ones first, each as its identifier says and
    /// with as many underscores behind as make the name free.
    ///
    /// - Parameter types: types at module level that no namespace may hide.
    mutating func addHeldBack(besides types: SwiftEnumNames? = nil) {
        isAddingHeldBack = true
        self.types = types
        for (item, place) in heldBack where !item.isDeprecated { addHeldBack(item, at: place) }
        for (item, place) in heldBack where item.isDeprecated { addHeldBack(item, at: place) }
    }

    private mutating func addHeldBack(_ item: SwiftNameTable.Item, at place: Int) {
        guard let (node, _) = makeName(of: item.path, id: item.key, at: place) else { return }
        var member = name.text
        while true {
            let hash = ByteHash.of(name, inside: node)
            if !hasMember(member, hash: hash, in: node), child(of: node, named: member, hash: hash) == nil,
                !layout.reservedMembers.contains(member)
            {
                return insert(place, member, hash: hash, in: node)
            }
            member += "_"
            name.replace(with: member)
        }
    }
}

// MARK: - Finishing

extension SwiftNameTableBuilder {
    /// Settles the names of all that was added, and reports what could not be settled well.
    ///
    /// - Parameter item: the definition that was added at a place, with its key; asked only where something is wrong.
    mutating func settle(
        _ diagnostics: inout DiagnosticCollector,
        item: (_ place: Int, _ key: String) -> SwiftNameTable.Item
    ) {
        let held = Set(heldBack.map(\.place))
        for place in names.indices where owners[place] < 0 && !held.contains(place) {
            let item = item(place, keys[place])
            diagnostics.report(.emptyName(of: item.path, at: item.location))
        }
        guard nodes.contains(where: \.needsSettling) else { return }
        let members = membersByNode()
        for node in nodes.indices where nodes[node].needsSettling {
            settle(node, members[node], &diagnostics, item)
        }
    }

    /// The place of a definition, by its key.
    func place(of key: String) -> Int? { keys.place(of: key) }

    /// The names of the namespaces so far: see ``SwiftNameTable/namespaceNames``.
    var namespaceNames: Set<String> { Set(nodes.dropFirst().map(\.name)) }

    consuming func finish() -> SwiftNameTable {
        SwiftNameTable(names: names, namespaces: namespaces(membersByNode()), keys: keys)
    }

    /// The definitions of each node, in their order. All are parts of one list.
    private func membersByNode() -> [ArraySlice<Int>] {
        var ends: [Int] = []
        ends.reserveCapacity(nodes.count)
        var end = 0
        for node in nodes {
            ends.append(end)
            end += node.memberCount
        }
        var places = [Int](repeating: 0, count: end)
        for place in owners.indices where owners[place] >= 0 {
            places[ends[owners[place]]] = place
            ends[owners[place]] += 1
        }
        return nodes.indices.map { places[ends[$0] - nodes[$0].memberCount..<ends[$0]] }
    }

    private mutating func settle(
        _ node: Int,
        _ members: ArraySlice<Int>,
        _ diagnostics: inout DiagnosticCollector,
        _ item: (Int, String) -> SwiftNameTable.Item
    ) {
        let taken = Set(nodes.dropFirst().filter { $0.parent == node }.map(\.name))
        var candidates = members.map { SwiftMemberNames.Candidate(place: $0, name: names[$0]?.member ?? "") }
        SwiftMemberNames.settle(
            &candidates,
            isReserved: { taken.contains($0) || layout.reservedMembers.contains($0) },
            item: { place in
                var item = item(place, keys[place])
                item.key = keys[place]
                return item
            },
            diagnostics: &diagnostics
        )
        for candidate in candidates where candidate.name != names[candidate.place]?.member {
            names[candidate.place]?.member = candidate.name
            name.replace(with: candidate.name)
            self.members.insert(candidate.place, hash: ByteHash.of(name, inside: node))
        }
    }

    /// The namespaces in the order of the nodes.
    private func namespaces(_ members: [ArraySlice<Int>]) -> [SwiftNamespace] {
        var namespaces: [SwiftNamespace] = []
        namespaces.reserveCapacity(nodes.count)
        var children = [[SwiftNamespace]](repeating: [], count: nodes.count)
        // A node comes after its parent, so here all that is inside a namespace is made before it.
        for (index, node) in nodes.enumerated().reversed() {
            if children[index].count > 1 { children[index].sort { $0.name < $1.name } }
            let namespace = SwiftNamespace(
                name: node.name,
                path: node.path,
                prefix: node.prefix,
                depth: node.depth,
                members: members[index],
                namespaces: children[index]
            )
            namespaces.append(namespace)
            if index > 0 { children[node.parent].append(namespace) }
        }
        namespaces.reverse()
        return namespaces
    }
}

extension Diagnostic {
    /// No name can be made of an identifier.
    static func emptyName(of id: String, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .error,
            .swiftNameEmpty,
            "no Swift name can be made of '\(id)'",
            at: location,
            subject: id,
            help:
                "use a name with a letter or digit, or leave the definition out with annotations.code_generation.exclude"
        )
    }
}
