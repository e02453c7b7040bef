/// Walks the words of an identifier: first to where one starts, then to its end.
struct IdentifierWords {
    private let end: Int
    private var position: Int

    /// - Parameter range: the part of the bytes to walk; it starts and ends between scalars.
    init(in range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    /// - Parameter bytes: valid UTF-8; always the same, here and below. They are lent, since copying them at every name costs more than
    ///   looking for words in them.
    /// - Returns: where the next word starts.
    mutating func nextStart(of bytes: Span<UInt8>) -> Int? {
        while position < end {
            let length = letterLength(bytes, at: position)
            if length > 0 { return position }
            position -= length
        }
        return nil
    }

    /// Goes to the end of the word that starts here.
    ///
    /// - Parameter smallEnd: a place up to which the word has nothing but small letters of ASCII.
    /// - Returns: where the word ends.
    mutating func finishWord(of bytes: Span<UInt8>, from smallEnd: Int) -> Int {
        if smallEnd > position {
            position = smallEnd
        } else {
            // The first letter is no hump, whatever stands before it.
            position += letterLength(bytes, at: position)
        }
        while position < end {
            let length = letterLength(bytes, at: position)
            if length <= 0 || isHump(bytes, at: position) { break }
            position += length
        }
        return position
    }

    /// The bytes of the scalar here; negative for one that cannot stand in an identifier.
    private func letterLength(_ bytes: Span<UInt8>, at position: Int) -> Int {
        let byte = bytes[position]
        if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit ? 1 : -1 }
        let (scalar, length) = bytes.scalar(at: position)
        return scalar.isIdentifierLetter ? length : -length
    }

    /// Whether a capital starts a word here although no separator stands before it.
    private func isHump(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        guard bytes[position].isASCIIUpper else { return false }
        let previous = bytes[position - 1]
        guard previous.isASCIIUpper || previous.isASCIIDigit else { return true }
        // In a run of capitals the last one starts a word when a small letter follows: `HTTPServer`, `K8SPod`.
        guard position + 1 < end, bytes[position + 1].isASCIILower else { return false }
        // The `s` of a plural does not count: `userIDs`.
        let endsPlural =
            bytes[position + 1] == UInt8(ascii: "s")
            && (position + 2 >= end || !(bytes[position + 2].isASCIILower || bytes[position + 2].isASCIIDigit))
        return !(endsPlural && previous.isASCIIUpper)
    }
}

extension UInt8 {
    var isASCIILower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    var isASCIIUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIILetter: Bool { (self | 0x20).isASCIILower }
    var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
    var asciiUppercased: UInt8 { isASCIILower ? self & ~0x20 : self }
}

extension Unicode.Scalar {
    /// Whether Swift takes the scalar as part of an identifier, and it is a letter, mark or digit.
    ///
    /// The language allows more (The Swift Programming Language, "Identifiers"), such as emoji and invisible
    /// characters; a name should hold nothing that cannot be read aloud.
    var isIdentifierLetter: Bool {
        guard properties.isXIDContinue, !properties.isDefaultIgnorableCodePoint else { return false }
        return switch value {
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x167F, 0x1681...0x180D, 0x180F...0x1FFF,
            0x2070...0x218F, 0x2C00...0x2DFF, 0x2E80...0x2FFF, 0x3004...0x3007, 0x3021...0x302F, 0x3031...0xD7FF,
            0xF900...0xFD3D, 0xFD40...0xFDCF, 0xFDF0...0xFE44, 0xFE47...0xFFFD, 0x1_0000...0xE_FFFD:
            true
        default: false
        }
    }

    /// Whether an identifier may start with the scalar, given that it may stand in one.
    var startsIdentifier: Bool {
        switch value {
        case 0x30...0x39, 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: false
        default: true
        }
    }
}
