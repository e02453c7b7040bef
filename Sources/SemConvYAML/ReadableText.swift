/// Text that libyaml's reader would pass on unchanged.
///
/// libyaml looks at every character of its input before it scans: whether it is well-formed UTF-8, and one that YAML
/// allows (YAML 1.2.2, section 5.1). That takes a fifth of its time. The same question is answered here for eight bytes
/// at once, since nearly all text of registries is ASCII.
enum ReadableText {
    /// The number of characters, or `nil` where libyaml has something to say about one of them.
    static func characterCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        var count = 0
        let end = bytes.count
        while index < end {
            if index &+ 8 <= end {
                let word = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                    .loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if isPrintableASCII(word) {
                    index &+= 8
                    count &+= 8
                    continue
                }
            }
            guard let length = unsafe characterLength(bytes, at: index) else { return nil }
            index &+= length
            count &+= 1
        }
        return count
    }

    /// Whether all eight bytes lie between a blank and a tilde, line breaks and tabs let through.
    private static func isPrintableASCII(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        if word & highs != 0 { return false }
        // DEL is the one value that a carry of 1 lifts into the high bit.
        if (word &+ ones) & highs != 0 { return false }
        // A byte below a blank borrows from its high bit.
        let low = ~((word | highs) &- ones &* 0x20) & highs
        if low == 0 { return true }
        // Line feeds are in nearly every word that has a control character, so they are looked for at once.
        let feeds = word ^ (ones &* 0x0A)
        let isFeed = ~((feeds | highs) &- ones) & highs
        return low & ~isFeed == 0
    }

    /// The length of the character at `index`; `nil` where it is not well-formed, or not allowed.
    private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let first = unsafe bytes[index]
        if first < 0x80 {
            let isAllowed = (0x20...0x7E).contains(first) || first == 0x0A || first == 0x0D || first == 0x09
            return isAllowed ? 1 : nil
        }
        let length: Int
        var scalar: UInt32
        switch first {
        case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for offset in 1..<length {
            let byte = unsafe bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        switch (length, scalar) {
        case (2, 0x85), (2, 0xA0...0x7FF), (3, 0x800...0xD7FF), (3, 0xE000...0xFEFE), (3, 0xFF00...0xFFFD),
            (4, 0x1_0000...0x10_FFFF):
            return length
        default: return nil
        }
    }
}
