/// A closed list of words, such as the keys of one kind of definition, in which a scalar is looked up by its bytes.
///
/// One look-up costs about as much as two calls of `YAMLNode.matches`, whatever the length of the list. Make the list
/// once, as a static constant.
package struct YAMLKeywords: Sendable {
    /// The text of all words, one after the other.
    private var text: [UInt8] = []
    /// Where each word starts in `text`; one more entry for the end.
    private var starts: [Int] = [0]
    /// The index of a word plus one, or 0, by the hash of its text; a word that finds its slot taken has the next.
    private var slots: [UInt16]

    /// A list of at most 65,534 words. Where a word stands twice, the first one is found.
    package init(_ words: [StaticString]) {
        var capacity = 8
        while capacity < words.count * 4 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for word in words.prefix(Int(UInt16.max) - 1) { insert(word) }
    }

    /// The words, in the order given.
    package var words: [String] {
        (1..<starts.count).map { String(decoding: text[starts[$0 - 1]..<starts[$0]], as: UTF8.self) }
    }

    /// The position of a scalar's text in the list; `nil` where it is not one of the words, or no scalar.
    package func index(of node: YAMLNode) -> Int? {
        guard node.kind == .scalar else { return nil }
        return node.withUTF8(index(of:))
    }

    /// The position of a text in the list.
    package func index(of bytes: Span<UInt8>) -> Int? {
        var slot = Self.hash(bytes) & (slots.count - 1)
        // Three slots in four are free, so the search ends.
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if isWord(index, bytes) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func insert(_ word: StaticString) {
        let index = starts.count - 1
        word.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
        let isKnown = self.index(of: text.span.extracting(starts[index]..<text.count)) != nil
        var slot = Self.hash(text.span.extracting(starts[index]..<text.count)) & (slots.count - 1)
        starts.append(text.count)
        if isKnown { return }
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt16(index + 1)
    }

    private func isWord(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
        let start = starts[index]
        guard starts[index + 1] - start == bytes.count else { return false }
        for offset in 0..<bytes.count where text[start + offset] != bytes[offset] { return false }
        return true
    }

    /// The words are ours, so a cheap hash of a few bytes will do.
    private static func hash(_ bytes: Span<UInt8>) -> Int {
        if bytes.isEmpty { return 0 }
        let ends = Int(bytes[0]) &* 31 &+ Int(bytes[bytes.count - 1]) &* 7
        return (ends &+ Int(bytes[bytes.count / 2])) &* 5 &+ bytes.count
    }
}
