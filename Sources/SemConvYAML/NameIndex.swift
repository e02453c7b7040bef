/// Numbers names in the order in which they come, and finds the number of a name again.
///
/// A dictionary of strings finds a name too, but takes five times as long: its hash is made for keys that are stored for
/// long, and for texts of any encoding.
package struct NameIndex: Sendable {
    /// The names by their numbers.
    package private(set) var names: [String] = []
    /// The upper half of a name's hash and its number plus one; 0 in a free slot. A name that finds its slot taken has
    /// the next.
    private var slots: [UInt64]
    /// Another one for each index, so that no file can be written whose names all have one hash.
    private let seed = UInt64.random(in: .min ... .max)

    /// - Parameter capacity: how many names are expected.
    package init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        names.reserveCapacity(capacity)
    }

    /// The number of a name; `nil` where it has none.
    package func number(of name: String) -> Int? {
        find(name, hash: hash(name)).number
    }

    /// The number of a name, which is the next one where it has none.
    package mutating func insert(_ name: String) -> (number: Int, isNew: Bool) {
        let hash = hash(name)
        let found = find(name, hash: hash)
        if let number = found.number { return (number, false) }
        names.append(name)
        slots[found.slot] = Self.entry(hash, number: names.count - 1)
        if names.count * 2 > slots.count { grow() }
        return (names.count - 1, true)
    }

    /// The number of a name, or the slot where it belongs.
    @inline(__always)
    private func find(_ name: String, hash: UInt64) -> (number: Int?, slot: Int) {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        // Half of the slots are free, so the search ends.
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> 32 == 0 {
                let number = Self.number(slots[slot])
                if names[number] == name { return (number, slot) }
            }
            slot = (slot &+ 1) & mask
        }
        return (nil, slot)
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = larger.count - 1
        for (number, name) in names.enumerated() {
            let hash = hash(name)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = Self.entry(hash, number: number)
        }
        slots = larger
    }

    private static func entry(_ hash: UInt64, number: Int) -> UInt64 {
        (hash >> 32) << 32 | UInt64(truncatingIfNeeded: number &+ 1)
    }

    private static func number(_ entry: UInt64) -> Int {
        Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
    }

    @inline(__always)
    private func hash(_ name: String) -> UInt64 {
        let hash = unsafe name.utf8.withContiguousStorageIfAvailable { unsafe self.hash($0) }
        if let hash { return hash }
        // A string of Foundation's.
        var copy = name
        return copy.withUTF8 { unsafe self.hash($0) }
    }

    /// Eight bytes at a time, the last ones once more where the length is no multiple of eight.
    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        guard bytes.count >= 8, let start = unsafe UnsafeRawPointer(bytes.baseAddress) else {
            var word: UInt64 = 0
            for index in 0..<bytes.count { word = word << 8 | UInt64(unsafe bytes[index]) }
            return Self.mixed(hash, word)
        }
        var offset = 0
        while offset &+ 8 < bytes.count {
            hash = Self.mixed(hash, unsafe (start + offset).loadUnaligned(as: UInt64.self))
            offset &+= 8
        }
        return Self.mixed(hash, unsafe (start + (bytes.count &- 8)).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
