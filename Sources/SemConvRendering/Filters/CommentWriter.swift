/// Writes a text as a comment (weaver's `comment` filter).
///
/// The Markdown of the text stays as it is; a line limit breaks long lines at blanks, never inside code, a link's
/// target, a table or a fenced block.
struct CommentWriter {
    var format: CommentFormat
    /// Blanks or tabs before every line but the first, which stands where the template has it.
    var indent = ""

    func write(_ text: String) -> String {
        var lines = body(of: text).map { line in
            let whole = format.prefix + line
            return format.trim ? whole.trimmedAtEnd : whole
        }
        if !format.header.isEmpty { lines.insert(format.header, at: 0) }
        if !format.footer.isEmpty {
            while lines.count > 1, lines.last?.trimmed.isEmpty == true { lines.removeLast() }
            lines.append(format.footer)
        }
        var result = ""
        for (index, line) in lines.enumerated() {
            if index > 0 { result += line.isEmpty ? "\n" : "\n" + indent }
            result += line
        }
        return result.trimmedAtEnd
    }

    private func body(of text: String) -> [String] {
        var text = format.trim ? text.trimmed : text
        if format.removesTrailingDots {
            while text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
        }
        if format.enforcesTrailingDots, !text.isEmpty, text.utf8.last != UInt8(ascii: ".") { text += "." }
        if text.isEmpty { return [] }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        guard let limit = format.lineLength else { return lines }
        // Where the indentation leaves no room at all, a line still takes a word.
        return LineWrapper(limit: max(1, limit - indent.count - format.prefix.count)).wrap(lines)
    }
}

/// Breaks lines of Markdown at blanks.
struct LineWrapper {
    let limit: Int

    func wrap(_ lines: [String]) -> [String] {
        var result: [String] = []
        var fence: Substring?
        for line in lines {
            let start = line.drop { $0 == " " }
            if let open = fence {
                if start.hasPrefix(open) { fence = nil }
                result.append(line)
            } else if start.hasPrefix("```") || start.hasPrefix("~~~") {
                fence = start.prefix(3)
                result.append(line)
            } else if start.hasPrefix("|") || line.count <= limit {
                result.append(line)
            } else {
                result += broken(line)
            }
        }
        return result
    }

    private func broken(_ line: String) -> [String] {
        let lead = Self.continuation(of: line)
        var result: [String] = []
        var current = ""
        for word in Self.unbreakable(line) {
            if current.isEmpty {
                current = (result.isEmpty ? "" : lead) + word
            } else if current.count + 1 + word.count <= limit {
                current += " " + word
            } else {
                result.append(current)
                current = lead + word
            }
        }
        return result + [current]
    }

    /// What the further lines of a paragraph start with: blanks below the text of a list item, the mark of a quote.
    private static func continuation(of line: String) -> String {
        let blanks = line.prefix { $0 == " " }
        let rest = line.dropFirst(blanks.count)
        if rest.hasPrefix("> ") { return blanks + "> " }
        if rest.hasPrefix("- ") || rest.hasPrefix("* ") || rest.hasPrefix("+ ") { return blanks + "  " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix(". ") {
            return String(repeating: " ", count: blanks.count + digits.count + 2)
        }
        return String(blanks)
    }

    /// The words of a line; a code span and a link with its target count as one word each.
    private static func unbreakable(_ line: String) -> [String] {
        var words: [String] = []
        var word = String(line.prefix { $0 == " " })
        var isInCode = false
        var depth = 0
        for character in line.dropFirst(word.count) {
            switch character {
            case "`": isInCode.toggle()
            case "[" where !isInCode, "(" where !isInCode && word.hasSuffix("]"): depth += 1
            case "]" where !isInCode && depth > 0, ")" where !isInCode && depth > 0: depth -= 1
            default: break
            }
            if character == " ", !isInCode, depth == 0 {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension String {
    /// Without blanks and line ends at its end.
    var trimmedAtEnd: String {
        var end = utf8.endIndex
        while end > utf8.startIndex {
            let before = utf8.index(before: end)
            switch utf8[before] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): end = before
            default: return end == utf8.endIndex ? self : String(self[..<end])
            }
        }
        return ""
    }
}
