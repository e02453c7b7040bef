/// Eight bytes of a text, to be looked at at once: that takes half of what a loop over single bytes does.
///
/// Questions are answered by the highest bits of the answer's bytes, the first byte of the text lowest. Nothing is
/// missed, and up to the first byte that is found the answers are exact; beyond it others may seem to be found too.
struct EightBytes: Equatable {
    private let bytes: UInt64

    /// Makes it of the bytes from a place on. The compiler makes one load of it.
    @inline(__always)
    init(_ text: Span<UInt8>, at place: Int) {
        let text = text.extracting(place..<place &+ 8)
        var bytes = UInt64(text[0]) | UInt64(text[1]) << 8
        bytes |= UInt64(text[2]) << 16 | UInt64(text[3]) << 24
        bytes |= UInt64(text[4]) << 32 | UInt64(text[5]) << 40
        bytes |= UInt64(text[6]) << 48 | UInt64(text[7]) << 56
        self.bytes = bytes
    }

    /// The bytes that are no character of ASCII that can be printed.
    @inline(__always)
    var unprintable: UInt64 {
        // 0x7F carries into the highest bit when one is added.
        (~atLeast(0x20) | bytes | (bytes &+ Self.each(1))) & Self.highest
    }

    /// The bytes with a value.
    @inline(__always)
    func equal(to value: UInt8) -> UInt64 {
        let difference = bytes ^ Self.each(value)
        return (difference &- Self.each(1)) & ~difference & Self.highest
    }

    /// The bytes with a value that come after another of that value.
    @inline(__always)
    func twice(_ value: UInt8) -> UInt64 {
        let found = equal(to: value)
        return found & found << 8
    }

    /// The bytes of ASCII with a value in a range.
    @inline(__always)
    func within(_ values: ClosedRange<UInt8>) -> UInt64 {
        atLeast(values.lowerBound) & ~atLeast(values.upperBound + 1) & Self.highest
    }

    /// The bytes of ASCII that have at least a value.
    @inline(__always)
    private func atLeast(_ value: UInt8) -> UInt64 {
        // With the highest bits set no byte borrows from the next.
        (bytes | Self.highest) &- Self.each(value)
    }

    private static let highest: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private static func each(_ value: UInt8) -> UInt64 { UInt64(value) &* 0x0101_0101_0101_0101 }
}

extension Span<UInt8> {
    /// How many bytes at the start are the same in two texts.
    func commonCount(_ other: Span<UInt8>) -> Int {
        let limit = Swift.min(count, other.count)
        var common = 0
        while common &+ 8 <= limit, EightBytes(self, at: common) == EightBytes(other, at: common) { common &+= 8 }
        while common < limit, self[common] == other[common] { common &+= 1 }
        return common
    }

    /// The first place of a byte that is searched for, or `end`.
    ///
    /// - Parameters:
    ///   - word: finds it, or bytes that perhaps are it, among eight.
    ///   - byte: whether a byte is it.
    @inline(__always)
    func firstPlace(
        from start: Int,
        to end: Int,
        word: (EightBytes) -> UInt64,
        byte: (UInt8) -> Bool
    ) -> Int {
        var next = start
        while next &+ 8 <= end {
            let found = word(EightBytes(self, at: next))
            if found == 0 {
                next &+= 8
                continue
            }
            next &+= found.trailingZeroBitCount &>> 3
            if byte(self[next]) { return next }
            next &+= 1
        }
        while next < end, !byte(self[next]) { next &+= 1 }
        return next
    }
}
