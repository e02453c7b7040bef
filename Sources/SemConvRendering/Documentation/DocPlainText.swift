internal import SemConvYAML

/// Text of a registry on one line and without Markdown links, as for a message of the compiler.
package enum DocPlainText {
    /// The text with each link as its words, and with one blank where blanks or line ends were.
    package static func of(_ markdown: String) -> String {
        if markdown.isEmpty { return markdown }
        var line: String?
        markdown.withBytes { text in line = plainLine(text) }
        if let line { return line }
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

    /// The text without the line end behind it, where it has nothing that could be a link, and only single blanks
    /// between words, as most messages.
    private static func plainLine(_ text: Span<UInt8>) -> String? {
        var wasBlank = true
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte < 0x20 || byte == UInt8(ascii: "[") || (byte == UInt8(ascii: " ") && wasBlank) { break }
            wasBlank = byte == UInt8(ascii: " ")
            place += 1
        }
        let isLast = place == text.count || (place == text.count - 1 && text[place] == UInt8(ascii: "\n"))
        if wasBlank || !isLast { return nil }
        var buffer = ByteBuffer(capacity: place)
        buffer.append(copying: text.extracting(first: place))
        return buffer.text(from: 0)
    }

    /// Leaves the words of `[words](target)`.
    private static func withoutLinks(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "[")) else { return bytes }
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
