extension String {
    /// The first thirty-two bytes of UTF-8 as four numbers, the first byte of each highest; zeros after the end.
    ///
    /// Numbers order as the bytes do, so that lists of ids can be sorted with few comparisons of strings.
    package var leadingWords: (UInt64, UInt64, UInt64, UInt64) {
        var text = self
        return text.withUTF8 { bytes in
            var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
            unsafe withUnsafeMutableBytes(of: &words) { memory in
                unsafe memory.copyBytes(from: bytes.prefix(memory.count))
            }
            return (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
        }
    }
}
