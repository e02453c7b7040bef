internal import SemConvYAML

/// Makes a text of a registry fit to stand in a documentation comment: still Markdown, with the same meaning.
///
/// What could break out of a line comment goes (line breaks of other kinds, control characters, marks that turn the
/// direction of text), and so does what DocC would take for itself: directives, field lists, headings, symbol links,
/// HTML. Links become whole, fenced code gets a language, and the alerts of GitHub become asides.
///
/// A registry has hundreds of kilobytes of text, nearly all of it plain: each byte is looked at once, and what stays as
/// it is, most often a whole line, is copied in one piece. The text is lent, so all functions here are handed it.
struct DocMarkdown: ~Copyable {
    let style: DocStyle
    /// What the comment goes behind, and the comment so far. Every line starts with a line feed, the first one too.
    var output: ByteBuffer
    /// What stands before the text of a line, by how deep inside lists that is.
    private var margin: [UInt8] = []
    /// Where the text of the line starts that is being written.
    private(set) var contentStart = 0
    /// The next byte to read.
    var position = 0
    /// The first byte that was read and is not yet written. What stands from here to ``position`` stays as it is.
    var pending = 0
    /// The openings of links that wait for their end, the innermost apart: most links stand in no other.
    var openBracket: Bracket?
    var outerBrackets: [Bracket] = []
    /// Lengths of runs of backticks that nothing closes in the rest of this paragraph, as bits.
    var unclosed: UInt32 = 0
    /// The `>` that was found last, or the end of the line where there was none.
    var nextAngle = -1
    /// The same of `)`, looked for where a link was not closed.
    var nextParenthesis = -1
    /// Whether a carriage return was met: then the lines are others than they seemed.
    var foundReturn = false
    let special = Self.specialBytes
    /// Where the output goes back to if the line turns out to be empty.
    var lineStart = 0
    /// Empty lines that are written once a line with text follows.
    private var emptyLines = 0
    private var state = State.empty
    var fence: Fence?
    var isInParagraph = false
    /// The word of an aside that waits for the first line of its text.
    var pendingAside: Aside?

    var links: DocLinks { style.links }

    /// An opening of a link.
    struct Bracket {
        /// Where it stands in the output.
        var place: Int
        var isImage: Bool
    }

    enum Aside: String {
        case note = "Note"
        case tip = "Tip"
        case important = "Important"
        case warning = "Warning"
    }

    private enum State {
        /// Nothing was written; the first line starts one of its own, or goes on where the output ends.
        case empty
        case afterLabel
        case written
    }

    /// Fenced code while it is open.
    struct Fence {
        var mark: UInt8
        var length: Int
        var isQuoted: Bool
    }

    /// - Parameter output: what the comment goes behind.
    init(style: DocStyle, after output: consuming ByteBuffer) {
        self.style = style
        self.output = output
    }

    /// Writes a text: no empty line first or last, no blanks at the ends of lines.
    ///
    /// - Parameters:
    ///   - depth: how deep inside lists the text stands.
    ///   - isAfterLabel: whether the text goes on in the line that the output ends with.
    /// - Returns: whether there was anything to write.
    mutating func write(_ text: Span<UInt8>, depth: Int, isAfterLabel: Bool) -> Bool {
        let start = output.count
        margin = style.margins[depth]
        state = isAfterLabel ? .afterLabel : .empty
        skip(to: 0)
        nextAngle = -1
        nextParenthesis = -1
        emptyLines = 0
        fence = nil
        pendingAside = nil
        endParagraph()
        run(text)
        if foundReturn {
            foundReturn = false
            output.cut(at: start)
            return write(Self.withLineFeeds(text).span, depth: depth, isAfterLabel: isAfterLabel)
        }
        return state == .written
    }

    private mutating func run(_ text: Span<UInt8>) {
        while position < text.count {
            if text[position] == UInt8(ascii: "\n"), fence == nil {
                endParagraph()
                pendingAside = nil
                emptyLines = 1
            } else {
                beginLine()
                line(text)
                flush(text)
                endLine()
            }
            position += 1
        }
        if let fence {
            // Whatever follows in the comment must not become code.
            closeFence(fence)
        }
    }

    /// Ends lines with a line feed that end with a carriage return, alone or before one.
    private static func withLineFeeds(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for place in text.indices {
            let byte = text[place]
            if byte != UInt8(ascii: "\r") {
                result.append(byte)
            } else if place + 1 == text.count || text[place + 1] != UInt8(ascii: "\n") {
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }

    /// The place of the next line end.
    func lineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    /// Writes what was read and stays as it is.
    mutating func flush(_ text: Span<UInt8>) {
        if pending < position { output.append(copying: text.extracting(pending..<position)) }
        pending = position
    }

    mutating func beginLine() {
        lineStart = output.count
        if state == .written {
            for _ in 0..<emptyLines { output.append(copying: style.start) }
        }
        if state != .afterLabel { output.append(copying: margin) }
        contentStart = output.count
        pending = position
    }

    /// Ends a line of the output, without blanks. An empty one waits for the next; of several, one stays.
    mutating func endLine() {
        while output.count > contentStart, output[output.count - 1].isLineBlank { output.cut(at: output.count - 1) }
        if output.count > contentStart {
            state = .written
            emptyLines = 0
        } else {
            output.cut(at: lineStart)
            emptyLines = fence == nil ? 1 : emptyLines + 1
        }
    }

    /// Reads the line at hand: to its end, or that of a later one where a code span ran on over some.
    private mutating func line(_ text: Span<UInt8>) {
        if fence == nil, pendingAside == nil, !startsBlock(text) {
            isInParagraph = true
            inlines(text, text.count)
        } else {
            unusualLine(text, lineEnd(text, from: position))
        }
    }

    /// Whether the line is empty, or its first character may mean more than text.
    private func startsBlock(_ text: Span<UInt8>) -> Bool {
        let content = skipBlanks(text, from: position, text.count)
        guard content < text.count else { return true }
        return switch text[content] {
        case UInt8(ascii: "\n"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "-"),
            UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Reads a line that is not mere text.
    private mutating func unusualLine(_ text: Span<UInt8>, _ end: Int) {
        let start = position
        let isQuoted = skipQuoteMarks(text, end)
        let content = skipBlanks(text, from: position, end)
        if let fence {
            if continueFence(text, fence, isQuoted: isQuoted, start: start, content: content, end: end) { return }
            self.fence = nil
        }
        if !isQuoted { pendingAside = nil }
        if content == end {
            endParagraph()
            if pendingAside == nil { flush(text) }
            skip(to: end)
            return
        }
        if isQuoted, openAside(text, content, end) {
            skip(to: end)
            return
        }
        position = content
        if let aside = pendingAside {
            pendingAside = nil
            flush(text)
            output.append(utf8: aside.rawValue)
            output.append(words: ": ")
        }
        if !openFence(text, isQuoted: isQuoted, end) { block(text, end) }
    }

    /// Goes on somewhere later, and leaves out what was not written of the text before.
    mutating func skip(to place: Int) {
        position = place
        pending = place
    }

    /// The bytes that text cannot simply be copied over: see ``inlines(_:_:)``.
    private static let specialBytes: [Bool] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "\t"): false
        case 0...0x1F, 0x7F, 0xC2, 0xE2: true
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }
}

extension UInt8 {
    /// Whether the byte is a blank that means nothing at the end of a line.
    var isLineBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
