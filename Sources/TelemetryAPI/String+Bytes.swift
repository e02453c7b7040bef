extension String {
    /// Whether two strings are the same bytes.
    ///
    /// `==` of strings takes canonically equivalent ones as equal; names and values on the wire are not.
    @usableFromInline
    func hasSameBytes(as other: String) -> Bool {
        // `==` first: it refuses different strings fast, and needs the second look only for equal ones.
        self == other && utf8.elementsEqual(other.utf8)
    }

    /// The string with A to Z in lower case. Other letters stay: their lower case depends on more than the letter.
    var lowercasedASCII: String {
        guard utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return self }
        let bytes = utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
