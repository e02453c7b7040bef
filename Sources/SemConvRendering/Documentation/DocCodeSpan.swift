internal import SemConvYAML

/// Text shown as code inside a line of documentation.
package enum DocCodeSpan {
    /// The text as a code span of Markdown.
    ///
    /// Only the first line is shown, and no more than `limit` characters of it; an ellipsis stands for the rest.
    /// Text that a code span cannot show, because it is empty or has blanks at its ends, is put in quotes.
    package static func of(_ text: String, limit: Int = 120) -> String {
        var isPlain = false
        text.withBytes { bytes in isPlain = Self.isPlain(bytes, limit: limit) }
        return isPlain ? String(joining: "`", text, "`") : careful(text, limit)
    }

    /// Appends the text as a code span.
    static func append(_ text: String, limit: Int = 120, to output: inout ByteBuffer) {
        var isPlain = false
        text.withBytes { bytes in
            isPlain = Self.isPlain(bytes, limit: limit)
            if !isPlain { return }
            output.append(UInt8(ascii: "`"))
            output.append(copying: bytes)
            output.append(UInt8(ascii: "`"))
        }
        if !isPlain { output.append(utf8: careful(text, limit)) }
    }

    /// Whether a text can be shown as it is: short, ASCII that can be printed, no backticks, no blanks at its ends.
    /// Nearly all ids and examples are.
    static func isPlain(_ bytes: Span<UInt8>, limit: Int) -> Bool {
        let end = bytes.count
        guard end > 0, end <= limit, bytes[0] != UInt8(ascii: " ") else { return false }
        let plainEnd = bytes.firstPlace(
            from: 0,
            to: end,
            word: { $0.unprintable | $0.equal(to: UInt8(ascii: "`")) },
            byte: { $0 < 0x20 || $0 > 0x7E || $0 == UInt8(ascii: "`") }
        )
        guard plainEnd == end else { return false }
        return bytes[end - 1] != UInt8(ascii: " ")
    }

    private static func careful(_ text: String, _ limit: Int) -> String {
        var shown: [UInt8] = []
        var count = 0
        var isCut = false
        for scalar in text.unicodeScalars {
            if count == limit || (isLineBreak(scalar) && !shown.isEmpty) {
                isCut = true
                break
            }
            if scalar.turnsText { continue }
            if scalar.breaksSource {
                shown.append(UInt8(ascii: " "))
            } else if scalar.isASCII {
                shown.append(UInt8(scalar.value))
            } else {
                shown.append(contentsOf: String(scalar).utf8)
            }
            count += 1
        }
        if isCut {
            while shown.last == UInt8(ascii: " ") { shown.removeLast() }
        }
        if shown.first ?? UInt8(ascii: " ") == UInt8(ascii: " ") || shown.last == UInt8(ascii: " ") {
            shown = [UInt8(ascii: "\"")] + shown + [UInt8(ascii: "\"")]
        }
        return fenced(shown) + (isCut ? "…" : "")
    }

    /// Puts the text between so many backticks that none inside ends it. Two mean a symbol to DocC.
    private static func fenced(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "`")) else { return "`\(text)`" }
        let runs = Set(bytes.split { $0 != UInt8(ascii: "`") }.map(\.count))
        var length = 3
        while runs.contains(length) { length += 1 }
        let fence = String(repeating: "`", count: length)
        // The blanks keep a backtick at the end of the text apart from the fence; Markdown takes them away.
        return "\(fence) \(text) \(fence)"
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar turns the direction of text: source with it does not read as the compiler sees it.
    var turnsText: Bool {
        switch value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether the scalar cannot stand in source as it is: controls, line ends of any kind, turns of direction.
    var breaksSource: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: turnsText
        }
    }
}
