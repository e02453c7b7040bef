import SemConvDiagnostics

/// Gathers items into a tree of namespaces, then settles the names in each.
struct SwiftNameTableBuilder {
    /// A namespace while the tree grows.
    private struct Node {
        var name: String
        var namespaces: [String]
        var children: [String: Int] = [:]
        var members: [SwiftMemberNames.Candidate] = []
    }

    private let items: [SwiftNameTable.Item]
    private let layout: SwiftNameTable.Layout
    private let naming: SwiftNaming
    private var nodes: [Node]
    private var unnamed: [Int] = []

    /// The identifier of the last item and the namespaces it ran through. Sorted identifiers share most of them with
    /// their neighbours, and then no name is made and no table asked.
    private var lastBytes: [UInt8] = []
    private var lastNamespaces: [(end: Int, node: Int)] = []

    init(items: [SwiftNameTable.Item], layout: SwiftNameTable.Layout, naming: SwiftNaming) {
        self.items = items
        self.layout = layout
        self.naming = naming
        self.nodes = [Node(name: layout.root, namespaces: [])]
    }

    /// Puts an item into its namespace.
    mutating func add(_ place: Int) {
        let bytes = Array(items[place].path.utf8)
        let periods = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
        var (start, node, depth) = reuseNamespaces(of: bytes)
        for end in periods where end >= start && depth < layout.maximumNamespaces {
            // What is left must hold a letter, or the item would have no name.
            guard hasWord(bytes, from: end + 1) else { break }
            if let child = child(of: node, named: bytes, in: start..<end) {
                node = child
                depth += 1
                lastNamespaces.append((end, node))
            }
            start = end + 1
        }
        lastBytes = bytes
        let name = naming.name(of: bytes, in: start..<bytes.count, lowercasesFirstWord: true)
        if name.isEmpty {
            unnamed.append(place)
        } else {
            nodes[node].members.append(.init(place: place, name: name, item: items[place]))
        }
    }

    /// The namespaces that the last item ran through too, and where the rest of the identifier starts.
    private mutating func reuseNamespaces(of bytes: [UInt8]) -> (start: Int, node: Int, depth: Int) {
        var common = 0
        let limit = min(bytes.count, lastBytes.count)
        while common < limit, bytes[common] == lastBytes[common] { common += 1 }
        while let last = lastNamespaces.last, last.end >= common || !hasWord(bytes, from: last.end + 1) {
            lastNamespaces.removeLast()
        }
        guard let last = lastNamespaces.last else { return (0, 0, 0) }
        return (last.end + 1, last.node, lastNamespaces.count)
    }

    private func hasWord(_ bytes: [UInt8], from start: Int) -> Bool {
        var words = IdentifierWords(bytes, in: min(start, bytes.count)..<bytes.count)
        return words.next() != nil
    }

    /// The namespace of a segment; `nil` for a segment without a letter, which counts for nothing.
    private mutating func child(of node: Int, named bytes: [UInt8], in range: Range<Int>) -> Int? {
        var name = naming.name(of: bytes, in: range, lowercasesFirstWord: false)
        if name.isEmpty { return nil }
        if SwiftReservedWords.unusableNamespaces.contains(name) || layout.reservedNamespaces.contains(name) {
            name = node == 0 ? name + "Namespace" : nodes[node].name + name
        }
        if let child = nodes[node].children[name] { return child }
        nodes[node].children[name] = nodes.count
        nodes.append(Node(name: name, namespaces: nodes[node].namespaces + [name]))
        return nodes.count - 1
    }

    /// Settles all names and reports what could not be settled well.
    consuming func finish(_ diagnostics: inout DiagnosticCollector) -> SwiftNameTable {
        for place in unnamed {
            diagnostics.report(.emptyName(of: items[place].path, at: items[place].location))
        }
        var names = [SwiftName?](repeating: nil, count: items.count)
        for node in nodes {
            let settled = SwiftMemberNames.settle(
                node.members,
                reserved: layout.reservedMembers.union(node.children.keys),
                diagnostics: &diagnostics
            )
            for (member, name) in zip(node.members, settled) {
                names[member.place] = SwiftName(root: layout.root, namespaces: node.namespaces, member: name)
            }
        }
        var places: [String: Int] = [:]
        places.reserveCapacity(items.count)
        for (place, item) in items.enumerated() { places[item.key, default: place] = place }
        return SwiftNameTable(names: names, root: namespace(0, path: layout.root, depth: 0), places: places)
    }

    private func namespace(_ node: Int, path: String, depth: Int) -> SwiftNamespace {
        let children = nodes[node].children.sorted { $0.key < $1.key }
        return SwiftNamespace(
            name: nodes[node].name,
            path: path,
            depth: depth,
            members: nodes[node].members.map(\.place),
            namespaces: children.map { namespace($0.value, path: "\(path).\($0.key)", depth: depth + 1) }
        )
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
