internal import SemConvYAML

extension DocMarkdown {
    mutating func skipQuoteMarks(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var isQuoted = false
        while true {
            let next = skipBlanks(text, from: position, end)
            guard next < end, text[next] == UInt8(ascii: ">") else { return isQuoted }
            isQuoted = true
            position = next + 1
        }
    }

    func skipBlanks(_ text: Span<UInt8>, from start: Int, _ end: Int) -> Int {
        var next = start
        while next < end, text[next].isLineBlank { next += 1 }
        return next
    }

    mutating func endParagraph() {
        openBracket = nil
        if !outerBrackets.isEmpty { outerBrackets.removeAll(keepingCapacity: true) }
        unclosed = 0
        isInParagraph = false
    }

    mutating func closeFence(_ fence: Fence) {
        beginLine()
        if fence.isQuoted { output.append(words: "> ") }
        for _ in 0..<fence.length { output.append(fence.mark) }
        endLine()
    }

    /// Reads a line of fenced code as it is; `false` where the fence ended without a mark, with its quotation.
    mutating func continueFence(
        _ text: Span<UInt8>,
        _ fence: Fence,
        isQuoted: Bool,
        start: Int,
        content: Int,
        end: Int
    ) -> Bool {
        if fence.isQuoted, !isQuoted {
            output.cut(at: lineStart)
            closeFence(fence)
            beginLine()
            return false
        }
        let run = runLength(text, at: content, end)
        if run >= fence.length, text[content] == fence.mark, skipBlanks(text, from: content + run, end) == end {
            self.fence = nil
        }
        position = fence.isQuoted ? position : start
        while position < end { passPlain(text, end) }
        return true
    }

    /// Reads the start of fenced code, with a language, where one starts here.
    mutating func openFence(_ text: Span<UInt8>, isQuoted: Bool, _ end: Int) -> Bool {
        let mark = text[position]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
        let length = runLength(text, at: position, end)
        let language = skipBlanks(text, from: position + length, end)
        if length < 3 || Self.contains(text.extracting(language..<end), UInt8(ascii: "`")) { return false }
        endParagraph()
        fence = Fence(mark: mark, length: length, isQuoted: isQuoted)
        position += length
        flush(text)
        skip(to: language)
        // DocC takes code without a language for Swift.
        if language == end { output.append(words: "text") }
        while position < end { passPlain(text, end) }
        return true
    }

    static func contains(_ text: Span<UInt8>, _ byte: UInt8) -> Bool {
        for place in text.indices where text[place] == byte { return true }
        return false
    }

    /// How often the byte here stands in a row.
    func runLength(_ text: Span<UInt8>, at start: Int, _ end: Int) -> Int {
        guard start < end else { return 0 }
        var next = start + 1
        while next < end, text[next] == text[start] { next += 1 }
        return next - start
    }

    /// Takes the first line of an alert (`[!WARNING]`); its text starts on a later line of the quotation.
    mutating func openAside(_ text: Span<UInt8>, _ content: Int, _ end: Int) -> Bool {
        guard content + 1 < end, text[content] == UInt8(ascii: "["), text[content + 1] == UInt8(ascii: "!") else {
            return false
        }
        var close = content + 2
        while close < end, text[close] != UInt8(ascii: "]") { close += 1 }
        guard close < end, skipBlanks(text, from: close + 1, end) == end else { return false }
        switch Self.lowercased(text.extracting(content + 2..<close)) {
        case "note": pendingAside = .note
        case "tip": pendingAside = .tip
        case "important": pendingAside = .important
        case "warning", "caution": pendingAside = .warning
        default: return false
        }
        endParagraph()
        // The line itself goes; the line end that follows keeps the aside apart from what stands before.
        return true
    }

    static func lowercased(_ text: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for place in text.indices { bytes.append(text[place].asciiLowercased) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads a line that is neither empty nor code.
    mutating func block(_ text: Span<UInt8>, _ end: Int) {
        let wasInParagraph = isInParagraph
        isInParagraph = true
        switch text[position] {
        case UInt8(ascii: "@"):
            // A directive of DocC.
            escape(text)
        case UInt8(ascii: "#"):
            if heading(text, end) { return }
        case UInt8(ascii: "-"), UInt8(ascii: "="):
            let run = runLength(text, at: position, end)
            if wasInParagraph, skipBlanks(text, from: position + run, end) == end {
                // It would make a heading of the line above.
                escape(text)
            } else {
                listItem(text, end)
            }
        case UInt8(ascii: "*"), UInt8(ascii: "+"):
            listItem(text, end)
        default: break
        }
        inlines(text, text.count)
    }

    /// Takes from the character here what it means to Markdown.
    mutating func escape(_ text: Span<UInt8>) {
        flush(text)
        output.append(UInt8(ascii: "\\"))
    }

    /// Writes a heading as strong text: DocC gives headings such as "Topics" a meaning of their own.
    private mutating func heading(_ text: Span<UInt8>, _ end: Int) -> Bool {
        let run = runLength(text, at: position, end)
        guard run <= 6, position + run == end || text[position + run] == UInt8(ascii: " ") else { return false }
        var last = end
        while last > position, text[last - 1] == UInt8(ascii: " ") || text[last - 1] == UInt8(ascii: "#") {
            last -= 1
        }
        flush(text)
        skip(to: min(skipBlanks(text, from: position + run, end), last))
        isInParagraph = false
        if position < last {
            output.append(words: "**")
            inlines(text, last)
            flush(text)
            output.append(words: "**")
        }
        skip(to: max(position, end))
        return true
    }

    /// Reads the mark of a list item, and hides from DocC that its first word would make it a field.
    private mutating func listItem(_ text: Span<UInt8>, _ end: Int) {
        guard position + 1 < end, text[position + 1] == UInt8(ascii: " ") else { return }
        endParagraph()
        isInParagraph = true
        let start = skipBlanks(text, from: position + 1, end)
        var wordEnd = start
        while wordEnd < end, text[wordEnd].isASCIILetter { wordEnd += 1 }
        guard wordEnd < end, isField(text, start, wordEnd) else { return }
        position = start
        flush(text)
        output.append(UInt8(ascii: "*"))
        position = wordEnd
        flush(text)
        output.append(UInt8(ascii: "*"))
    }

    /// Whether DocC would take the word at the start of an item for the name of a field.
    private func isField(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        switch text[end] {
        case UInt8(ascii: ":"): Self.fields.contains(Self.lowercased(text.extracting(start..<end)))
        case UInt8(ascii: " ") where text[start] | 0x20 == UInt8(ascii: "p"):
            ["parameter", "parameters"].contains(Self.lowercased(text.extracting(start..<end)))
        default: false
        }
    }

    /// The words by which DocC knows a field, in lower case.
    private static let fields: Set<String> = [
        "attention", "author", "authors", "bug", "complexity", "copyright", "date", "dictionarykey", "dictionarykeys",
        "experiment", "httpbody", "httpparameter", "httpparameters", "httpresponse", "httpresponses", "important",
        "invariant", "keyword", "localizationkey", "mutatingvariant", "nonmutatingvariant", "note", "parameter",
        "parameters", "possiblevalue", "possiblevalues", "postcondition", "precondition", "recommended",
        "recommendedover", "remark", "remarks", "requires", "return", "returns", "seealso", "since", "tag", "throw",
        "throws", "tip", "todo", "version", "warning",
    ]
}
