/// Text that libyaml's reader would pass on unchanged.
///
/// libyaml looks at every character of its input before it scans: whether it is well-formed UTF-8, and one that YAML
/// allows (YAML 1.2.2, section 5.1). That takes a fifth of its time. The same question is answered here for eight bytes
/// at once, since nearly all text of registries is ASCII.
enum ReadableText {
    /// The number of characters, or `nil` where libyaml may have something to say about one of them: all versions allow
    /// a byte order mark inside a text or refuse it as they like.
    static func characterCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        var index = 0
        var count = 0
        while index < bytes.count {
            let end = index &+ blockSize
            if end <= bytes.count, unsafe isPrintableASCII(block: start + index) {
                index = end
                count &+= blockSize
                continue
            }
            while index < min(end, bytes.count) {
                if index &+ 8 <= bytes.count,
                    isPrintableASCII(unsafe (start + index).loadUnaligned(as: UInt64.self))
                {
                    index &+= 8
                    count &+= 8
                    continue
                }
                guard let (scalar, length) = unsafe scalar(bytes, at: index), isPrintable(scalar), scalar != 0xFEFF
                else { return nil }
                index &+= length
                count &+= 1
            }
        }
        return count
    }

    private static let blockSize = 64

    /// Whether a block of bytes lies between a blank and a tilde, but for line feeds.
    ///
    /// Adds up what would lift a byte into its high bit, so that the whole block is asked once. A block without tabs and
    /// letters beyond ASCII takes about as long as one character of them.
    @inline(__always)
    private static func isPrintableASCII(block: UnsafeRawPointer) -> Bool {
        var bits = SIMD16<UInt8>()
        for offset in stride(from: 0, to: blockSize, by: 16) {
            let bytes = unsafe (block + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            // A byte below a blank wraps round; so does what is left of any byte but a line feed.
            let isControl = (bytes &- 0x20) & ((bytes ^ 0x0A) &+ 0x7F)
            // DEL is the one that a carry of 1 lifts.
            bits |= bytes | (bytes &+ 1) | isControl
        }
        let halves = unsafe unsafeBitCast(bits, to: SIMD2<UInt64>.self)
        return (halves.x | halves.y) & 0x8080_8080_8080_8080 == 0
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

    /// The scalar that starts at a byte, and its length; `nil` where the bytes are not well-formed UTF-8
    /// (Unicode 15, table 3-7).
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
        let first = unsafe UInt32(bytes[index])
        let length: Int
        let smallest: UInt32
        switch first {
        case 0..<0x80: return (first, 1)
        case 0xC2...0xDF: (length, smallest) = (2, 0x80)
        case 0xE0...0xEF: (length, smallest) = (3, 0x800)
        case 0xF0...0xF4: (length, smallest) = (4, 0x1_0000)
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = unsafe UInt32(bytes[index + offset])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        guard scalar >= smallest, scalar <= 0x10_FFFF, !(0xD800...0xDFFF ~= scalar) else { return nil }
        return (scalar, length)
    }

    /// Whether YAML and libyaml allow a scalar (`c-printable`; YAML 1.2.2, section 5.1).
    static func isPrintable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }
}
