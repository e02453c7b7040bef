#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A closed list of words, such as the keys of one kind of definition, in which a scalar is looked up by its bytes.
///
/// One look-up costs about as much as two calls of `YAMLNode.matches`, whatever the length of the list. Make the list
/// once, as a static constant.
package struct YAMLKeywords: Sendable {
    /// The text of all words, one after the other.
    private var text: [UInt8] = []
    /// Where each word starts in `text`; one more entry for the end.
    private var starts: [Int] = [0]
    /// By the hash of its text; a word that finds its slot taken has the next.
    private var slots: [Slot]

    /// What a look-up reads of a word, all in one place.
    private struct Slot {
        /// The index of the word plus one; 0 in a free slot.
        var word: UInt32 = 0
        var length: UInt32 = 0
        /// Where the word starts in `text`.
        var start = 0
    }

    private static let limit = 65_534

    /// A list of at most 65,534 words. Where a word stands twice, the first one is found.
    package init(_ words: [StaticString]) {
        var capacity = 8
        while capacity < words.count * 4 { capacity *= 2 }
        slots = Array(repeating: Slot(), count: capacity)
        for word in words.prefix(Self.limit) { insert(word) }
    }

    /// The words, in the order given.
    package var words: [String] {
        (1..<starts.count).map { String(decoding: text[starts[$0 - 1]..<starts[$0]], as: UTF8.self) }
    }

    /// The position of a scalar's text in the list; `nil` where it is not one of the words, or no scalar.
    package func index(of node: YAMLNode) -> Int? {
        guard node.kind == .scalar else { return nil }
        return index(of: node.node, in: node.document.arena)
    }

    /// The position of a scalar's text in the list.
    func index(of scalar: ArenaNode, in arena: Arena) -> Int? {
        let (first, count) = (Int(scalar.first), Int(scalar.second))
        return unsafe arena.text.withUnsafeBufferPointer { text in
            precondition(first &+ count <= text.count, "no such text")
            guard let start = text.baseAddress else { return unsafe index(of: text) }
            return unsafe index(of: UnsafeBufferPointer(start: start + first, count: count))
        }
    }

    /// The position of a text in the list.
    package func index(of bytes: Span<UInt8>) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { unsafe index(of: $0) }
    }

    private func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let mask = slots.count &- 1
        var position = unsafe Self.hash(bytes) & mask
        while true {
            let slot = slots[position]
            // Three slots in four are free, so the search ends.
            if slot.word == 0 { return nil }
            if Int(slot.length) == bytes.count, unsafe isText(bytes, at: slot.start) { return Int(slot.word) &- 1 }
            position = (position &+ 1) & mask
        }
    }

    private mutating func insert(_ word: StaticString) {
        let index = starts.count - 1
        word.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
        let isKnown = word.withUTF8Buffer { unsafe self.index(of: $0) } != nil
        var slot = word.withUTF8Buffer { unsafe Self.hash($0) } & (slots.count - 1)
        starts.append(text.count)
        if isKnown { return }
        while slots[slot].word != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Slot(
            word: UInt32(index + 1),
            length: UInt32(word.utf8CodeUnitCount),
            start: starts[index]
        )
    }

    private func isText(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        unsafe text.withUnsafeBufferPointer { text in
            guard let word = text.baseAddress, let other = bytes.baseAddress else { return bytes.isEmpty }
            return unsafe memcmp(word + start, other, bytes.count) == 0
        }
    }

    /// The words are ours, so a cheap hash of a few bytes will do.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if bytes.isEmpty { return 0 }
        let ends = unsafe Int(bytes[0]) &* 31 &+ Int(bytes[bytes.count &- 1]) &* 7
        return unsafe (ends &+ Int(bytes[bytes.count / 2])) &* 5 &+ bytes.count
    }
}
