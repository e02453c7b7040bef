/// The namespaces of a kind while they are found, as numbers: the root is 0, and each comes after the one around it.
struct NamespaceTree: Sendable {
    private struct Node {
        var name: String
        var path: String
        /// The path in the list of all.
        var pathBytes: Range<Int>
        var prefix: String
        var parent: Int
        var depth: Int
    }

    private var nodes: [Node]
    /// The paths of the nodes, one after another: each starts with that of its parent.
    private var paths: [UInt8]
    /// The nodes but the root, by parent and name.
    private var children = HashIndex()

    /// - Parameter root: the name of the root.
    init(root: String) {
        paths = Array(root.utf8)
        nodes = [Node(name: root, path: root, pathBytes: paths.indices, prefix: "", parent: 0, depth: 0)]
    }

    var count: Int { nodes.count }
    /// The names of all namespaces but the root.
    var names: Set<String> { Set(nodes.dropFirst().map(\.name)) }

    func name(of node: Int) -> String { nodes[node].name }
    func path(of node: Int) -> String { nodes[node].path }
    func depth(of node: Int) -> Int { nodes[node].depth }

    /// - Parameter hash: that of the name inside the node.
    func child(of node: Int, named name: String, hash: UInt32) -> Int? {
        children.first(hash) { nodes[$0].parent == node && nodes[$0].name == name }
    }

    /// - Parameters:
    ///   - name: the same as `text`.
    ///   - prefix: the part of the identifiers that the namespace stands for.
    mutating func append(_ name: NameBuffer, _ text: String, hash: UInt32, in node: Int, prefix: String) -> Int {
        children.insert(nodes.count, hash: hash)
        let start = paths.count
        for index in nodes[node].pathBytes { paths.append(paths[index]) }
        paths.append(UInt8(ascii: "."))
        for index in name.indices { paths.append(name[index]) }
        nodes.append(
            Node(
                name: text,
                path: String(decoding: paths[start...], as: UTF8.self),
                pathBytes: start..<paths.count,
                prefix: prefix,
                parent: node,
                depth: nodes[node].depth + 1
            )
        )
        return nodes.count - 1
    }

    /// The namespaces in the order of the nodes.
    ///
    /// - Parameter members: the members of each node.
    func namespaces(_ members: [ArraySlice<Int>]) -> [SwiftNamespace] {
        var namespaces: [SwiftNamespace] = []
        namespaces.reserveCapacity(nodes.count)
        var children = [[SwiftNamespace]](repeating: [], count: nodes.count)
        // From the last to the first: here all that is inside a namespace is made before it.
        for index in nodes.indices.reversed() {
            if children[index].count > 1 { children[index].sort { $0.name < $1.name } }
            let namespace = SwiftNamespace(
                name: nodes[index].name,
                path: nodes[index].path,
                prefix: nodes[index].prefix,
                depth: nodes[index].depth,
                members: members[index],
                namespaces: children[index]
            )
            namespaces.append(namespace)
            if index > 0 { children[nodes[index].parent].append(namespace) }
        }
        namespaces.reverse()
        return namespaces
    }
}
