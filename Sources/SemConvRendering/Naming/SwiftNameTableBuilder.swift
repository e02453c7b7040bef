internal import SemConvDiagnostics

/// Gathers items into a tree of namespaces, then settles the names in each.
struct SwiftNameTableBuilder {
    /// A namespace while the tree grows.
    private struct Node {
        var name: String
        var path: String
        var prefix: String
        var namespaces: [String]
        var children: [Int] = []
        var members: [SwiftMemberNames.Candidate] = []
    }

    /// A namespace inside another.
    private struct Child: Hashable {
        var parent: Int
        var name: String
    }

    private let items: [SwiftNameTable.Item]
    private let layout: SwiftNameTable.Layout
    private let naming: SwiftNaming
    private var nodes: [Node]
    private var children: [Child: Int] = [:]
    private var unnamed: [Int] = []

    /// The identifier of the last item and the namespaces it ran through. Sorted identifiers share most of them with
    /// their neighbours, and then no name is made and no table asked.
    private var lastBytes: [UInt8] = []
    private var lastNamespaces: [(end: Int, node: Int)] = []

    init(items: [SwiftNameTable.Item], layout: SwiftNameTable.Layout, naming: SwiftNaming) {
        self.items = items
        self.layout = layout
        self.naming = naming
        self.nodes = [Node(name: layout.root, path: layout.root, prefix: "", namespaces: [])]
    }

    /// Puts an item into its namespace.
    mutating func add(_ place: Int) {
        let bytes = Array(items[place].path.utf8)
        var (start, node, depth) = reuseNamespaces(of: bytes)
        var end = start
        while end < bytes.count, depth < layout.maximumNamespaces {
            defer { end += 1 }
            guard bytes[end] == UInt8(ascii: ".") else { continue }
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
            let isUnusable = SwiftReservedWords.isUnusableMember(name)
            nodes[node].members.append(.init(place: place, name: isUnusable ? name + "_" : name))
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
        guard start < bytes.count else { return false }
        if bytes[start].isASCIILetter || bytes[start].isASCIIDigit { return true }
        var words = IdentifierWords(bytes, in: start..<bytes.count)
        return words.next() != nil
    }

    /// The namespace of a segment; `nil` for a segment without a letter, which counts for nothing.
    private mutating func child(of node: Int, named bytes: [UInt8], in range: Range<Int>) -> Int? {
        var name = naming.name(of: bytes, in: range, lowercasesFirstWord: false)
        if name.isEmpty { return nil }
        if SwiftReservedWords.unusableNamespaces.contains(name) || layout.reservedNamespaces.contains(name) {
            name = node == 0 ? name + "Namespace" : nodes[node].name + name
        }
        let child = Child(parent: node, name: name)
        if let known = children[child] { return known }
        let place = nodes.count
        children[child] = place
        nodes[node].children.append(place)
        nodes.append(
            Node(
                name: name,
                path: nodes[node].path + "." + name,
                prefix: String(decoding: bytes[..<range.upperBound], as: UTF8.self),
                namespaces: nodes[node].namespaces + [name]
            )
        )
        return place
    }

    /// Settles all names and reports what could not be settled well.
    consuming func finish(_ diagnostics: inout DiagnosticCollector) -> SwiftNameTable {
        for place in unnamed {
            diagnostics.report(.emptyName(of: items[place].path, at: items[place].location))
        }
        var names = [SwiftName?](repeating: nil, count: items.count)
        for node in nodes.indices {
            settle(node, &diagnostics)
            let namespaces = nodes[node].namespaces
            for member in nodes[node].members {
                names[member.place] = SwiftName(root: layout.root, namespaces: namespaces, member: member.name)
            }
        }
        var places: [String: Int] = [:]
        places.reserveCapacity(items.count)
        for (place, item) in items.enumerated() { places[item.key, default: place] = place }
        return SwiftNameTable(names: names, root: Self.namespace(0, of: nodes, depth: 0), places: places)
    }

    private mutating func settle(_ node: Int, _ diagnostics: inout DiagnosticCollector) {
        var members: [SwiftMemberNames.Candidate] = []
        swap(&members, &nodes[node].members)
        let names = SwiftMemberNames(
            isReserved: { [layout, children] name in
                if !layout.reservedMembers.isEmpty, layout.reservedMembers.contains(name) { return true }
                // A namespace starts with a capital, or with something that has no capitals.
                if name.utf8.first?.isASCIILower == true { return false }
                return children[Child(parent: node, name: name)] != nil
            },
            item: { [items] place in items[place] }
        )
        names.settle(&members, diagnostics: &diagnostics)
        nodes[node].members = members
    }

    /// - Parameter nodes: apart from the rest of the builder, which would be copied at every step.
    private static func namespace(_ node: Int, of nodes: [Node], depth: Int) -> SwiftNamespace {
        var children = nodes[node].children
        if children.count > 1 { children.sort { nodes[$0].name < nodes[$1].name } }
        return SwiftNamespace(
            name: nodes[node].name,
            path: nodes[node].path,
            prefix: nodes[node].prefix,
            depth: depth,
            members: nodes[node].members.map { $0.place },
            namespaces: children.map { namespace($0, of: nodes, depth: depth + 1) }
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
