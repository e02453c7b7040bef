#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A closed list of words, such as the keys of one kind of definition, in which a scalar is looked up by its bytes.
///
/// One look-up costs less than a call of `YAMLNode.matches`, whatever the length of the list. Make the list once, as a
/// static constant.
///
/// A class, so that to hand a list on is to count one reference and not three; immutable.
package final class YAMLKeywords: Sendable {
    /// The text of all words, one after the other.
    private let text: [UInt8]
    /// Where each word starts in `text`; one more entry for the end.
    private let starts: [Int]
    /// By the hash of its text; a word that finds its slot taken has the next.
    private let slots: [Slot]

    /// What a look-up reads of a word, all in one place.
    private struct Slot {
        var ends = WordEnds()
        var length: UInt32 = 0
        /// The index of the word plus one; 0 in a free slot.
        var word: UInt32 = 0
        /// Where the word starts in `text`.
        var start = 0
    }

    /// The first and the last eight bytes of a text as numbers, zeros after the end of a shorter one: all that a text of
    /// at most sixteen bytes has.
    private struct WordEnds: Equatable {
        var first: UInt64 = 0
        var last: UInt64 = 0
    }

    private static let limit = 65_534

    /// A list of at most 65,534 words. Where a word stands twice, the first one is found.
    package init(_ words: [StaticString]) {
        var capacity = 8
        while capacity < words.count * 4 { capacity *= 2 }
        var slots = Array(repeating: Slot(), count: capacity)
        var text: [UInt8] = []
        var starts = [0]
        for (index, word) in words.prefix(Self.limit).enumerated() {
            let ends = word.withUTF8Buffer { unsafe Self.ends(of: $0, following: 0) }
            word.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
            var slot = Self.hash(ends, word.utf8CodeUnitCount) & (capacity - 1)
            while slots[slot].word != 0 { slot = (slot + 1) & (capacity - 1) }
            // Of a word that stands twice, the search meets the first one first.
            slots[slot] = Slot(
                ends: ends,
                length: UInt32(word.utf8CodeUnitCount),
                word: UInt32(index + 1),
                start: starts[index]
            )
            starts.append(text.count)
        }
        self.text = text
        self.starts = starts
        self.slots = slots
    }

    /// The words, in the order given.
    package var words: [String] {
        (1..<starts.count).map { String(decoding: text[starts[$0 - 1]..<starts[$0]], as: UTF8.self) }
    }

    /// The position of a scalar's text in the list; `nil` where it is not one of the words, or no scalar.
    package func index(of node: YAMLNode) -> Int? {
        guard node.kind == .scalar else { return nil }
        return index(of: node.node, in: node.document)
    }

    /// The position of a scalar's text in the list.
    @inline(__always)
    func index(of scalar: ArenaNode, in document: YAMLDocument) -> Int? {
        let (first, count) = (Int(scalar.first), Int(scalar.second))
        return unsafe document.arena.text.withUnsafeBufferPointer { text in
            precondition(first &+ count <= text.count, "no such text")
            guard let start = text.baseAddress else { return unsafe index(of: text, following: 0) }
            return unsafe index(
                of: UnsafeBufferPointer(start: start + first, count: count),
                following: text.count &- first &- count
            )
        }
    }

    /// The position of a text in the list.
    package func index(of bytes: Span<UInt8>) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { unsafe index(of: $0, following: 0) }
    }

    /// - Parameter following: how many more bytes may be read after the text.
    @inline(__always)
    private func index(of bytes: UnsafeBufferPointer<UInt8>, following: Int) -> Int? {
        let ends = unsafe Self.ends(of: bytes, following: following)
        return unsafe slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var position = Self.hash(ends, bytes.count) & mask
            while true {
                let slot = unsafe slots[position]
                // Three slots in four are free, so the search ends.
                if slot.word == 0 { return nil }
                if slot.ends == ends, Int(slot.length) == bytes.count,
                    bytes.count <= 16 || (unsafe isText(bytes, at: slot.start))
                {
                    return Int(slot.word) &- 1
                }
                position = (position &+ 1) & mask
            }
        }
    }

    private func isText(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        unsafe text.withUnsafeBufferPointer { text in
            guard let word = text.baseAddress, let other = bytes.baseAddress else { return bytes.isEmpty }
            return unsafe memcmp(word + start, other, bytes.count) == 0
        }
    }

    @inline(__always)
    private static func ends(of bytes: UnsafeBufferPointer<UInt8>, following: Int) -> WordEnds {
        guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else { return WordEnds() }
        if bytes.count >= 8 {
            return unsafe WordEnds(
                first: start.loadUnaligned(as: UInt64.self),
                last: (start + (bytes.count &- 8)).loadUnaligned(as: UInt64.self)
            )
        }
        if bytes.count &+ following >= 8 {
            let mask = (1 as UInt64) &<< (UInt64(truncatingIfNeeded: bytes.count) &* 8) &- 1
            return unsafe WordEnds(first: UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) & mask)
        }
        var first: UInt64 = 0
        for index in 0..<bytes.count { unsafe first |= UInt64(bytes[index]) &<< (UInt64(index) &* 8) }
        return WordEnds(first: first)
    }

    /// The words are ours, so a cheap hash will do.
    @inline(__always)
    private static func hash(_ ends: WordEnds, _ count: Int) -> Int {
        let bits = ends.first ^ ends.last &* 31 ^ UInt64(truncatingIfNeeded: count)
        return Int(truncatingIfNeeded: bits &* 0x9E37_79B9_7F4A_7C15 &>> 40)
    }
}
