/// Which spelling of a string is safe in YAML.
enum YAMLText {
    /// A string of several lines, written as it reads.
    struct LiteralBlock {
        /// `|` keeps one final line end, `|-` none, `|+` all.
        let header: String
        let lines: [Substring]
    }

    /// Words that some version of YAML takes for a Boolean, for null or for a number.
    private static let reserved: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ]

    /// Whether the string may stand without quotes: it begins with a letter and has only letters, digits and `_./-`.
    ///
    /// No number, date or time begins with a letter, save for words, and no sign that means something occurs.
    static func isPlainSafe(_ string: String) -> Bool {
        guard let first = string.utf8.first, isLetter(first), string.utf8.allSatisfy(isPlain) else { return false }
        return !reserved.contains(string.lowercased())
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: "-"):
            true
        default: isLetter(byte)
        }
    }

    /// - Returns: `nil` where the string has one line, or where a block could not hold it exactly: it begins with a
    ///   space or a line end, a line ends in a space, or it has characters that YAML does not take as they are.
    static func literalBlock(_ string: String) -> LiteralBlock? {
        let bytes = string.utf8
        guard bytes.contains(0x0A), let first = bytes.first, first != 0x20, first != 0x0A else { return nil }
        guard string.unicodeScalars.allSatisfy(isPrintable) else { return nil }
        var lines = string.split(separator: "\n", omittingEmptySubsequences: false)
        guard !lines.contains(where: { $0.utf8.last == 0x20 }) else { return nil }
        guard lines.last?.isEmpty == true else { return LiteralBlock(header: "|-", lines: lines) }
        lines.removeLast()
        return LiteralBlock(header: lines.last?.isEmpty == true ? "|+" : "|", lines: lines)
    }

    /// Characters that may stand in a block. Line ends of other kinds are left out: version 1.1 breaks lines there.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            true
        default: false
        }
    }

    /// In double quotes, with escapes. Every string can be written so.
    static func writeQuoted(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": output.append(contentsOf: "\\\"".utf8)
            case "\\": output.append(contentsOf: "\\\\".utf8)
            case "\n": output.append(contentsOf: "\\n".utf8)
            case "\t": output.append(contentsOf: "\\t".utf8)
            case "\r": output.append(contentsOf: "\\r".utf8)
            case _ where isPrintable(scalar): output.append(contentsOf: String(scalar).utf8)
            default: writeEscape(scalar, to: &output)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (mark, width) = scalar.value <= 0xFF ? ("\\x", 2) : scalar.value <= 0xFFFF ? ("\\u", 4) : ("\\U", 8)
        output.append(contentsOf: mark.utf8)
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width - digits.utf8.count))
        output.append(contentsOf: digits.utf8)
    }
}
