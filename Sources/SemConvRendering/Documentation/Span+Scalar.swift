extension Span<UInt8> {
    /// The scalar that starts at a place of valid UTF-8, and how many bytes it takes.
    func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = self[place]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, place + length <= count else { return (Unicode.Scalar(first), 1) }
        var value = UInt32(first & (0x7F >> UInt8(length)))
        for next in place + 1..<place + length { value = value << 6 | UInt32(self[next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
