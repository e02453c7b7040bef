internal import SemConvDefinitions

/// The attributes of a group while it is being resolved: layer upon layer, one entry for each attribute.
///
/// Entries are found by the identity of the shared attribute; by its id where two attributes of one id can meet. One list
/// serves one group after another, so that its memory is allocated once.
struct UseList {
    /// Whether there may be several attributes of one id: with dependencies, or where a child defines one anew.
    private let comparesIDs: Bool
    private var uses: [AttributeUse] = []
    /// The first bytes of the ids: to compare them counts no references, unlike looking at the attributes.
    private var orders: [IDOrder] = []
    /// Whether an entry is the group's own.
    private var own: [Bool] = []
    /// Positions by what entries are found by, once there are too many to look through.
    private var positions: [Key: Int] = [:]
    /// The positions of the entries in the order of their ids, while they are sorted.
    private var sorted: [Int] = []
    private static let linearLimit = 64

    private enum Key: Hashable {
        case object(ObjectIdentifier)
        case id(String)
    }

    init(comparesIDs: Bool) {
        self.comparesIDs = comparesIDs
    }

    /// Makes room for another group.
    mutating func removeAll() {
        uses.removeAll(keepingCapacity: true)
        orders.removeAll(keepingCapacity: true)
        own.removeAll(keepingCapacity: true)
    }

    /// Takes over a parent's attributes.
    mutating func inherit(_ inherited: [AttributeUse]) {
        if uses.isEmpty {
            for use in inherited { append(use) }
        } else {
            for use in inherited { lay(use.attribute, use.shared) }
        }
    }

    /// Lays fields over what is there for an attribute.
    mutating func lay(_ attribute: Attribute, _ fields: SharedFields?) {
        if let position = position(of: attribute) {
            uses[position].shared = SharedFields.merged(uses[position].shared, fields)
        } else {
            append(AttributeUse(attribute: attribute, shared: fields))
        }
    }

    /// From here on, entries are the group's own: each attribute once.
    mutating func startOwn() {
        for index in own.indices { own[index] = false }
    }

    /// Lays an own reference over what is inherited.
    ///
    /// - Returns: `false` where the group had an own reference to the attribute before.
    mutating func layOwn(_ attribute: Attribute, _ fields: SharedFields?) -> Bool {
        guard let position = position(of: attribute) else {
            append(AttributeUse(attribute: attribute, shared: fields))
            own[own.count - 1] = true
            return true
        }
        uses[position].shared = SharedFields.merged(uses[position].shared, fields)
        let isFirst = !own[position]
        own[position] = true
        return isFirst
    }

    /// A definition replaces what was inherited of the same id.
    mutating func replace(_ attribute: Attribute) {
        let use = AttributeUse(attribute: attribute, shared: nil)
        guard let position = position(of: attribute) else { return append(use) }
        uses[position] = use
    }

    /// The entries, sorted by id.
    mutating func finish() -> [AttributeUse] {
        if uses.isEmpty { return [] }
        sorted.removeAll(keepingCapacity: true)
        for index in uses.indices {
            sorted.append(index)
            if uses.count > Self.linearLimit { continue }
            // Positions are moved and not entries, since each of those has two references to count.
            var place = index
            while place > 0, precedes(index, sorted[place - 1]) {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = index
        }
        if uses.count > Self.linearLimit { sorted.sort(by: precedes) }
        var result: [AttributeUse] = []
        result.reserveCapacity(uses.count)
        for index in sorted { result.append(uses[index]) }
        return result
    }

    /// Whether one entry's id comes before another one's.
    @inline(__always)
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        if orders[one] == orders[other] { return uses[one].attribute.precedes(uses[other].attribute) }
        return orders[one] < orders[other]
    }

    private func position(of attribute: Attribute) -> Int? {
        if uses.count > Self.linearLimit { return positions[key(of: attribute)] }
        // Over positions, since a closure over the entries would copy each of them.
        for index in uses.indices where uses[index].attribute === attribute { return index }
        return comparesIDs ? uses.firstIndex { $0.attribute.id == attribute.id } : nil
    }

    private func key(of attribute: Attribute) -> Key {
        comparesIDs ? .id(attribute.id) : .object(ObjectIdentifier(attribute))
    }

    private mutating func append(_ use: AttributeUse) {
        uses.append(use)
        orders.append(use.attribute.order)
        own.append(false)
        if uses.count == Self.linearLimit + 1 {
            reindex()
        } else if uses.count > Self.linearLimit {
            positions[key(of: use.attribute)] = uses.count - 1
        }
    }

    private mutating func reindex() {
        positions.removeAll(keepingCapacity: true)
        for (index, use) in uses.enumerated() { positions[key(of: use.attribute)] = index }
    }
}
