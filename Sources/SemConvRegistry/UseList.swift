internal import SemConvDefinitions

/// The attributes of a group while it is being resolved: layer upon layer, one entry for each attribute.
///
/// Entries are found by the identity of the shared attribute; by its id where two attributes of one id can meet.
struct UseList {
    /// Whether there may be several attributes of one id: with dependencies, or where a child defines one anew.
    private let comparesIDs: Bool
    private var uses: [AttributeUse] = []
    /// Where own entries start to count; `nil` before.
    private var own: [Bool] = []
    /// Positions by what entries are found by, once there are too many to look through.
    private var positions: [Key: Int] = [:]
    private static let linearLimit = 64

    private enum Key: Hashable {
        case object(ObjectIdentifier)
        case id(String)
    }

    /// - Parameter capacity: how many attributes are expected.
    init(comparesIDs: Bool, capacity: Int) {
        self.comparesIDs = comparesIDs
        uses.reserveCapacity(capacity)
        own.reserveCapacity(capacity)
    }

    /// Takes over a parent's attributes.
    mutating func inherit(_ inherited: [AttributeUse]) {
        if uses.isEmpty {
            uses = inherited
            own = [Bool](repeating: false, count: uses.count)
            if uses.count > Self.linearLimit { reindex() }
            return
        }
        for use in inherited { lay(use.attribute, use.shared) }
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
        if let position = position(of: attribute) { uses[position] = use } else { append(use) }
    }

    /// The entries, sorted by id. The list must not be used after.
    mutating func finish() -> [AttributeUse] {
        if uses.count > Self.linearLimit {
            uses.sort { $0.attribute.precedes($1.attribute) }
            return uses
        }
        for index in uses.indices.dropFirst() {
            // By swaps, which move entries; taking one out would count its references.
            var place = index
            while place > 0, uses[place].attribute.precedes(uses[place - 1].attribute) {
                uses.swapAt(place, place - 1)
                place -= 1
            }
        }
        return uses
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
