internal import SemConvYAML

/// The namespaces of a kind while they are found, as numbers: the root is 0, and each comes after the one around it.
struct NamespaceTree: Sendable {
    private struct Node {
        var name: String
        var path: String
        var prefix: String
        var parent: Int
        var depth: Int
    }

    private var nodes: [Node]
    /// The nodes but the root, by parent and name.
    private var children = HashIndex()

    /// - Parameter root: the name of the root.
    init(root: String) {
        nodes = [Node(name: root, path: root, prefix: "", parent: 0, depth: 0)]
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

    /// - Parameter prefix: the part of the identifiers that the namespace stands for.
    mutating func append(_ name: String, hash: UInt32, in node: Int, prefix: String) -> Int {
        children.insert(nodes.count, hash: hash)
        nodes.append(
            Node(
                name: name,
                path: String(joining: nodes[node].path, ".", name),
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
