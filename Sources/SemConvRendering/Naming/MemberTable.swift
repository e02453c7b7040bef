/// The names that definitions have got, by their places.
struct MemberTable: Sendable {
    /// `nil` for a definition without a name.
    private(set) var names: [SwiftName?] = []
    /// The node of each definition; -1 for one without a name.
    private var nodes: [Int] = []
    /// The definitions, by node and name.
    private var places: HashIndex

    init(capacity: Int) {
        places = HashIndex(capacity: capacity)
        names.reserveCapacity(capacity)
        nodes.reserveCapacity(capacity)
    }

    var count: Int { names.count }

    /// Leaves a place for a definition without a name so far.
    mutating func appendPlace() {
        names.append(nil)
        nodes.append(-1)
    }

    /// - Parameter hash: that of the member inside the node.
    mutating func append(_ name: SwiftName, hash: UInt32, in node: Int) {
        places.insert(names.count, hash: hash)
        names.append(name)
        nodes.append(node)
    }

    /// Names a definition, or renames it inside its node.
    mutating func set(_ place: Int, _ name: SwiftName, hash: UInt32, in node: Int) {
        places.insert(place, hash: hash)
        names[place] = name
        nodes[place] = node
    }

    func contains(_ member: String, hash: UInt32, in node: Int) -> Bool {
        places.first(hash) { nodes[$0] == node && names[$0]?.member == member } != nil
    }

    /// The definitions of each node, in their order. All are parts of one list.
    func places(nodeCount: Int) -> [ArraySlice<Int>] {
        var ends = [Int](repeating: 0, count: nodeCount + 1)
        for node in nodes where node >= 0 { ends[node + 1] += 1 }
        for node in 0..<nodeCount { ends[node + 1] += ends[node] }
        let starts = ends
        var sorted = [Int](repeating: 0, count: ends[nodeCount])
        for (place, node) in nodes.enumerated() where node >= 0 {
            sorted[ends[node]] = place
            ends[node] += 1
        }
        return (0..<nodeCount).map { sorted[starts[$0]..<starts[$0 + 1]] }
    }
}
