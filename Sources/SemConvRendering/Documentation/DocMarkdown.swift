/// Makes a text of a registry fit to stand in a documentation comment: still Markdown, with the same meaning.
///
/// What could break out of a line comment goes (line breaks of other kinds, control characters, marks that turn the
/// direction of text), and so does what DocC would take for itself: directives, field lists, headings, symbol links,
/// HTML. Links become whole, fenced code gets a language, and the alerts of GitHub become asides.
///
/// A registry has hundreds of kilobytes of text, nearly all of it plain: a line is looked at once, byte by byte, and
/// what comes before the first byte of interest is copied in one piece.
struct DocMarkdown {
    let bytes: [UInt8]
    let links: DocLinks
    /// The comment so far. Every line starts with a line feed, the first one too.
    var output: [UInt8]
    /// What a line starts with.
    private let margin: Margin
    /// Where the text of the line starts that is being written.
    private(set) var contentStart = 0
    /// The next byte to read.
    var position = 0
    /// The openings of links that wait for their end: where they stand in the output.
    var brackets: [Int] = []
    /// Lengths of runs of backticks that nothing closes in the rest of this paragraph, as bits.
    var unclosed: UInt32 = 0
    /// The `>` that was found last, or the end of the line where there was none.
    var nextAngle = -1
    /// Whether a carriage return was met: then the lines are others than they seemed.
    var foundReturn = false
    let special = Self.specialBytes
    /// Where the output goes back to if the line turns out to be empty.
    private var lineStart = 0
    /// Empty lines that are written once a line with text follows.
    private var emptyLines = 0
    private var state: State
    private var fence: Fence?
    private var isInParagraph = false
    /// The word of an aside that waits for the first line of its text.
    private var pendingAside: StaticString?

    /// What the lines of a text start with.
    struct Margin {
        /// A line feed, the indentation, and `///`.
        var start: [UInt8]
        /// The same and what stands before text: a blank, or more inside a list.
        var text: [UInt8]
    }

    private enum State {
        /// Nothing was written; the first line starts one of its own, or goes on where the output ends.
        case empty
        case afterLabel
        case written
    }

    /// Fenced code while it is open.
    private struct Fence {
        var mark: UInt8
        var length: Int
        var isQuoted: Bool
    }

    /// Writes a text: no empty line first or last, no blanks at the ends of lines.
    ///
    /// - Parameters:
    ///   - isAfterLabel: whether the text goes on in the line that the output ends with.
    /// - Returns: whether there was anything to write.
    static func write(
        _ text: [UInt8],
        to output: inout [UInt8],
        margin: Margin,
        isAfterLabel: Bool = false,
        links: DocLinks
    ) -> Bool {
        let start = output.count
        var markdown = DocMarkdown(text, margin: margin, isAfterLabel: isAfterLabel, links: links)
        swap(&markdown.output, &output)
        markdown.run()
        swap(&markdown.output, &output)
        if markdown.foundReturn {
            output.removeLast(output.count - start)
            return write(withLineFeeds(text), to: &output, margin: margin, isAfterLabel: isAfterLabel, links: links)
        }
        return markdown.state == .written
    }

    private init(_ bytes: [UInt8], margin: Margin, isAfterLabel: Bool, links: DocLinks) {
        self.bytes = bytes
        self.links = links
        self.margin = margin
        self.state = isAfterLabel ? .afterLabel : .empty
        self.output = []
    }

    private mutating func run() {
        while position < bytes.count {
            beginLine()
            let end = line()
            endLine()
            position = end + 1
        }
        if let fence {
            // Whatever follows in the comment must not become code.
            closeFence(fence)
        }
    }

    /// Ends lines with a line feed that end with a carriage return, alone or before one.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            if byte != UInt8(ascii: "\r") {
                result.append(byte)
            } else if place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n") {
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }

    /// The place of the next line end.
    func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    mutating func beginLine() {
        lineStart = output.count
        if state == .written {
            for _ in 0..<emptyLines { output += margin.start }
        }
        if state != .afterLabel { output += margin.text }
        contentStart = output.count
    }

    /// Ends a line of the output, without blanks. An empty one waits for the next; of several, one stays.
    mutating func endLine() {
        while output.count > contentStart, output.last == UInt8(ascii: " ") || output.last == UInt8(ascii: "\t") {
            output.removeLast()
        }
        if output.count > contentStart {
            state = .written
            emptyLines = 0
        } else {
            output.removeLast(output.count - lineStart)
            emptyLines = fence == nil ? 1 : emptyLines + 1
        }
    }

    /// Writes the line at hand.
    ///
    /// - Returns: where it ends, or a later line end where a code span ran on over some.
    private mutating func line() -> Int {
        var end = position
        var firstSpecial = -1
        while end < bytes.count {
            let byte = bytes[end]
            if special[Int(byte)] {
                if byte == UInt8(ascii: "\n") { break }
                if firstSpecial < 0 { firstSpecial = end }
            }
            end += 1
        }
        guard fence == nil, pendingAside == nil, !startsBlock(end) else { return unusualLine(end) }
        isInParagraph = true
        output += bytes[position..<(firstSpecial < 0 ? end : firstSpecial)]
        position = firstSpecial < 0 ? end : firstSpecial
        return inlines(end)
    }

    /// Whether the line is empty, or its first character may mean more than text.
    private func startsBlock(_ end: Int) -> Bool {
        let content = skipBlanks(from: position, end)
        guard content < end else { return true }
        return switch bytes[content] {
        case UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "="),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Writes a line that is not mere text.
    private mutating func unusualLine(_ end: Int) -> Int {
        let start = position
        let isQuoted = skipQuoteMarks(end)
        let content = skipBlanks(from: position, end)
        if let fence {
            if continueFence(fence, isQuoted: isQuoted, start: start, content: content, end: end) { return end }
            self.fence = nil
        }
        if !isQuoted { pendingAside = nil }
        if content == end {
            endParagraph()
            if pendingAside == nil { output += bytes[start..<position] }
            return end
        }
        if isQuoted, openAside(content, end) { return end }
        output += bytes[start..<content]
        position = content
        if let aside = pendingAside {
            pendingAside = nil
            output += "\(aside): ".utf8
        }
        if openFence(isQuoted: isQuoted, end) { return end }
        return block(end)
    }

    /// The bytes that text cannot simply be copied over: see ``inlines(_:)`` and ``copyPlain(_:)``.
    private static let specialBytes: [Bool] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "\t"): false
        case 0...0x1F, 0x7F, 0xC2, 0xE2: true
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }
}

// MARK: - Blocks

extension DocMarkdown {
    private mutating func skipQuoteMarks(_ end: Int) -> Bool {
        var isQuoted = false
        while true {
            let next = skipBlanks(from: position, end)
            guard next < end, bytes[next] == UInt8(ascii: ">") else { return isQuoted }
            isQuoted = true
            position = next + 1
        }
    }

    func skipBlanks(from start: Int, _ end: Int) -> Int {
        var next = start
        while next < end, bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t") { next += 1 }
        return next
    }

    private mutating func endParagraph() {
        brackets.removeAll(keepingCapacity: true)
        unclosed = 0
        isInParagraph = false
    }

    private mutating func closeFence(_ fence: Fence) {
        beginLine()
        if fence.isQuoted { output += "> ".utf8 }
        output += [UInt8](repeating: fence.mark, count: fence.length)
        endLine()
    }

    /// Writes a line of fenced code as it is; `false` where the fence ended without a mark, with its quotation.
    private mutating func continueFence(
        _ fence: Fence,
        isQuoted: Bool,
        start: Int,
        content: Int,
        end: Int
    ) -> Bool {
        if fence.isQuoted, !isQuoted {
            output.removeLast(output.count - lineStart)
            closeFence(fence)
            beginLine()
            return false
        }
        let run = runLength(at: content, end)
        if run >= fence.length, bytes[content] == fence.mark, skipBlanks(from: content + run, end) == end {
            self.fence = nil
        }
        position = fence.isQuoted ? position : start
        output += bytes[start..<position]
        while position < end { copyPlain(end) }
        return true
    }

    /// Writes the start of fenced code, with a language, where one starts here.
    private mutating func openFence(isQuoted: Bool, _ end: Int) -> Bool {
        let mark = bytes[position]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
        let length = runLength(at: position, end)
        let language = skipBlanks(from: position + length, end)
        if length < 3 || bytes[language..<end].contains(UInt8(ascii: "`")) { return false }
        endParagraph()
        fence = Fence(mark: mark, length: length, isQuoted: isQuoted)
        output += bytes[position..<position + length]
        position = language
        // DocC takes code without a language for Swift.
        if language == end { output += "text".utf8 }
        while position < end { copyPlain(end) }
        return true
    }

    /// How often the byte here stands in a row.
    func runLength(at start: Int, _ end: Int) -> Int {
        guard start < end else { return 0 }
        var next = start + 1
        while next < end, bytes[next] == bytes[start] { next += 1 }
        return next - start
    }

    /// Takes the first line of an alert (`[!WARNING]`); its text starts on a later line of the quotation.
    private mutating func openAside(_ content: Int, _ end: Int) -> Bool {
        guard bytes[content...].starts(with: "[!".utf8),
            let close = bytes[content..<end].firstIndex(of: UInt8(ascii: "]")), skipBlanks(from: close + 1, end) == end
        else { return false }
        switch bytes[content + 2..<close].map(\.asciiLowercased) {
        case Array("note".utf8): pendingAside = "Note"
        case Array("tip".utf8): pendingAside = "Tip"
        case Array("important".utf8): pendingAside = "Important"
        case Array("warning".utf8), Array("caution".utf8): pendingAside = "Warning"
        default: return false
        }
        endParagraph()
        // The line itself goes; the line end that follows keeps the aside apart from what stands before.
        return true
    }

    /// Writes a line that is neither empty nor code.
    private mutating func block(_ end: Int) -> Int {
        let wasInParagraph = isInParagraph
        isInParagraph = true
        switch bytes[position] {
        case UInt8(ascii: "@"):
            // A directive of DocC.
            output.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "#"):
            if let end = heading(end) { return end }
        case UInt8(ascii: "-"), UInt8(ascii: "="):
            let run = runLength(at: position, end)
            if wasInParagraph, skipBlanks(from: position + run, end) == end {
                // It would make a heading of the line above.
                output.append(UInt8(ascii: "\\"))
            } else {
                listItem(end)
            }
        case UInt8(ascii: "*"), UInt8(ascii: "+"):
            listItem(end)
        default: break
        }
        return inlines(end)
    }

    /// Writes a heading as strong text: DocC gives headings such as "Topics" a meaning of their own.
    private mutating func heading(_ end: Int) -> Int? {
        let run = runLength(at: position, end)
        guard run <= 6, position + run == end || bytes[position + run] == UInt8(ascii: " ") else { return nil }
        var last = end
        while last > position, bytes[last - 1] == UInt8(ascii: " ") || bytes[last - 1] == UInt8(ascii: "#") {
            last -= 1
        }
        position = min(skipBlanks(from: position + run, end), last)
        isInParagraph = false
        guard position < last else { return end }
        output += "**".utf8
        let textEnd = inlines(last)
        output += "**".utf8
        return max(textEnd, end)
    }

    /// Writes the mark of a list item, and hides from DocC that its first word would make it a field.
    private mutating func listItem(_ end: Int) {
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: " ") else { return }
        endParagraph()
        isInParagraph = true
        let start = skipBlanks(from: position + 1, end)
        var wordEnd = start
        while wordEnd < end, bytes[wordEnd].isASCIILetter { wordEnd += 1 }
        let word = bytes[start..<wordEnd].map(\.asciiLowercased)
        guard wordEnd < end, Self.fields.contains(String(decoding: word, as: UTF8.self)) else { return }
        let isParameter = word.starts(with: "parameter".utf8) && bytes[wordEnd] == UInt8(ascii: " ")
        guard bytes[wordEnd] == UInt8(ascii: ":") || isParameter else { return }
        output += bytes[position..<start]
        output.append(UInt8(ascii: "*"))
        output += bytes[start..<wordEnd]
        output.append(UInt8(ascii: "*"))
        position = wordEnd
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
