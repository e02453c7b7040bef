internal import SemConvYAML

/// Finds places in a list by the hashes of the names there.
///
/// It holds numbers alone, and the owner of the list says whether a name is really the same: a dictionary would keep
/// every name once more, and hash it several times slower than ``ByteHash``.
struct HashIndex: Sendable {
    /// The hash in the upper half, the place plus one in the lower; 0 is free.
    private var slots: [UInt64]
    private var count = 0

    /// - Parameter capacity: how many places it will hold, if that is known.
    init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// The place inserted first of those with the hash that pass the test.
    func first(_ hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
        let mask = slots.count - 1
        var index = Int(hash) & mask
        while slots[index] != 0 {
            if UInt32(truncatingIfNeeded: slots[index] >> 32) == hash {
                let place = Int(UInt32(truncatingIfNeeded: slots[index])) - 1
                if isSame(place) { return place }
            }
            index = (index + 1) & mask
        }
        return nil
    }

    mutating func insert(_ place: Int, hash: UInt32) {
        count += 1
        if count * 2 > slots.count { grow() }
        put(UInt64(hash) << 32 | UInt64(place + 1))
    }

    private mutating func put(_ slot: UInt64) {
        let mask = slots.count - 1
        var index = Int(slot >> 32) & mask
        while slots[index] != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        // From the first free slot on, so that places of one hash stay in their order.
        let start = old.firstIndex(of: 0) ?? 0
        for slot in old[start...] where slot != 0 { put(slot) }
        for slot in old[..<start] where slot != 0 { put(slot) }
    }
}

/// The hash of bytes: FNV-1a, which is good enough for names and costs two instructions a byte.
struct ByteHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }

    static func of(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
        var hash = ByteHash()
        for index in range { hash.combine(bytes[index]) }
        return hash.value
    }

    static func of(_ text: String) -> UInt32 {
        var hash = ByteHash()
        text.withBytes { bytes in
            for index in bytes.indices { hash.combine(bytes[index]) }
        }
        return hash.value
    }

    /// The hash of a name that means another thing in another namespace.
    static func of(_ name: NameBuffer, inside node: Int) -> UInt32 { mix(name.hash, node) }
    static func of(_ name: String, inside node: Int) -> UInt32 { mix(of(name), node) }

    private static func mix(_ hash: UInt32, _ node: Int) -> UInt32 {
        hash ^ UInt32(truncatingIfNeeded: node) &* 0x9E37_79B1
    }
}
