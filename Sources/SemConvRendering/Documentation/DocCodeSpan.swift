/// Text shown as code inside a line of documentation.
package enum DocCodeSpan {
    /// The text as a code span of Markdown.
    ///
    /// Only the first line is shown, and no more than `limit` characters of it; an ellipsis stands for the rest.
    /// Text that a code span cannot show, because it is empty or has blanks at its ends, is put in quotes.
    package static func of(_ text: String, limit: Int = 120) -> String {
        isPlain(Array(text.utf8)[...], limit: limit) ? "`\(text)`" : careful(text, limit)
    }

    /// Whether a text can be shown as it is: short, ASCII that can be printed, no backticks, no blanks at its ends.
    /// Nearly all ids and examples are.
    static func isPlain(_ text: ArraySlice<UInt8>, limit: Int) -> Bool {
        guard let first = text.first, first != UInt8(ascii: " "), text.count <= limit else { return false }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "`") { return false }
            index += 1
        }
        return text.last != UInt8(ascii: " ")
    }

    /// The bytes that mean nothing to Markdown inside a line that starts with a letter.
    static let plainBytes: [Bool] = (0..<256).map { byte in
        (0x20...0x7E).contains(byte) && !"`[]<>\\*_~|".utf8.contains(UInt8(byte))
    }

    private static func careful(_ text: String, _ limit: Int) -> String {
        var shown = ""
        var count = 0
        var isCut = false
        for scalar in text.unicodeScalars {
            if count == limit || (isLineBreak(scalar) && !shown.isEmpty) {
                isCut = true
                break
            }
            if scalar.turnsText { continue }
            shown.unicodeScalars.append(scalar.breaksSource ? " " : scalar)
            count += 1
        }
        if isCut {
            while shown.utf8.last == UInt8(ascii: " ") { shown.unicodeScalars.removeLast() }
        }
        if shown.isEmpty || shown.utf8.first == UInt8(ascii: " ") || shown.utf8.last == UInt8(ascii: " ") {
            shown = "\"\(shown)\""
        }
        return fenced(shown) + (isCut ? "…" : "")
    }

    /// Puts the text between so many backticks that none inside ends it. Two mean a symbol to DocC.
    private static func fenced(_ text: String) -> String {
        var runs = Set<Int>()
        var run = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "`") {
                run += 1
            } else {
                runs.insert(run)
                run = 0
            }
        }
        runs.insert(run)
        if runs == [0] { return "`\(text)`" }
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
