/// Writes values as literals of Swift source.
package enum SwiftLiteral {
    /// A string literal, whatever the text holds: it stays on one line, and nothing in it is interpolated.
    package static func string(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        appendContent(of: text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text as it stands inside a string literal, of one line or of several.
    package static func content(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        appendContent(of: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number with a period or an exponent, so that it is a literal of `Double` and of nothing else.
    ///
    /// What is not a number has no literal; it becomes the expression that makes it.
    package static func double(_ value: Double) -> String {
        if value.isNaN { return "Double.nan" }
        if value.isInfinite { return value < 0 ? "-Double.infinity" : "Double.infinity" }
        return String(value)
    }

    /// One line of plain text for a message of the compiler: no Markdown links, no line breaks, no runs of blanks.
    package static func messageText(_ markdown: String) -> String {
        var words: [UInt8] = []
        words.reserveCapacity(markdown.utf8.count)
        for byte in withoutLinks(Array(markdown.utf8)) {
            let isBlank = byte <= 0x20
            if isBlank, words.isEmpty || words.last == UInt8(ascii: " ") { continue }
            words.append(isBlank ? UInt8(ascii: " ") : byte)
        }
        if words.last == UInt8(ascii: " ") { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }

    private static func appendContent(of text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: scalar))
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case _ where scalar.breaksSource: bytes += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    /// Leaves the text of `[text](target)`.
    private static func withoutLinks(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var opening: Int?
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "[") { opening = output.count }
            if byte == UInt8(ascii: "]"), let open = opening, position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "("),
                let close = bytes[(position + 1)...].prefix(2048).firstIndex(of: UInt8(ascii: ")"))
            {
                output.remove(at: open)
                opening = nil
                position = close + 1
                continue
            }
            output.append(byte)
            position += 1
        }
        return output
    }
}
