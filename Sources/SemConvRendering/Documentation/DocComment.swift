internal import SemConvYAML

/// A documentation comment: lines that start with `///`, whatever is put into it.
///
/// ```swift
/// var comment = DocComment(indentation: 4, links: links)
/// comment.paragraph("HTTP request method.")
/// comment.item("Name", code: "http.request.method")
/// comment.paragraph(note)
/// ```
///
/// The first paragraph is the summary. Texts of a registry go through ``paragraph(_:)`` and ``item(_:_:level:)``, which
/// keep their Markdown and make it safe.
package struct DocComment: ~Copyable {
    private enum Block {
        case none
        case paragraph
        case list
    }

    /// Writes the lines; a line feed stands before each.
    private var writer: DocMarkdown
    private var last = Block.none
    /// Where the comment starts in the output.
    private let start: Int

    /// A comment on its own, for ``text``.
    ///
    /// - Parameters:
    ///   - indentation: how many blanks stand before each line.
    ///   - links: where links lead that are not whole.
    package init(indentation: Int = 0, links: DocLinks = DocLinks()) {
        self.init(
            style: DocStyle(indentation: indentation, links: links),
            after: ByteBuffer(capacity: 512)
        )
    }

    /// A comment that is written behind what an output has, which ``finish()`` gives back.
    init(style: DocStyle, after output: consuming ByteBuffer) {
        start = output.count
        writer = DocMarkdown(style: style, after: output)
    }

    /// The lines, without a line end after the last one; empty where nothing was put in.
    package var text: String { writer.output.text(from: start + 1) }

    /// The output with the lines at its end.
    consuming func finish() -> ByteBuffer {
        // The first line has a line feed before it like all others.
        if writer.output.count > start { writer.output.remove(at: start, count: 1) }
        return writer.output
    }

    // MARK: - Texts of a registry

    /// Adds a text of any length. An empty one adds nothing.
    package mutating func paragraph(_ markdown: String) {
        if markdown.isEmpty { return }
        let before = writer.output.count
        if last != .none { writer.output.append(copying: writer.style.start) }
        if write(markdown, depth: 0) {
            last = .paragraph
        } else {
            writer.output.cut(at: before)
        }
    }

    /// Adds an item to a list, which starts where the last thing was none.
    ///
    /// - Parameters:
    ///   - label: a word or two that stand before a colon; not one of DocC's own fields.
    ///   - markdown: the text. An empty one adds nothing.
    ///   - level: 1 for an item inside the last one, otherwise 0.
    package mutating func item(_ label: DocLabel, _ markdown: String, level: Int = 0) {
        if markdown.isEmpty { return }
        let (before, lastBefore) = (writer.output.count, last)
        startItem(label.line, level: level)
        // A block at the start of the text must stay one: it goes below the label.
        let startsBlock = Self.mayStartBlock(markdown) && markdown.utf8.contains(UInt8(ascii: "\n"))
        if startsBlock {
            writer.output.append(copying: writer.style.start)
        } else {
            writer.output.append(UInt8(ascii: " "))
        }
        if !write(markdown, depth: level + 1, isAfterLabel: !startsBlock) {
            writer.output.cut(at: before)
            last = lastBefore
        }
    }

    private static func mayStartBlock(_ markdown: String) -> Bool {
        switch markdown.utf8.first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "#"),
            UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// Adds an item inside the last one, with a label shown as code and a few words of ours before its text.
    ///
    /// - Parameter words: with a colon and a blank on either side.
    package mutating func item(code label: String, _ words: StaticString, _ markdown: String) {
        guard markdown.utf8.first?.isASCIILetter == true else {
            // Whatever the text starts with must not come to stand where it would begin a block.
            item(DocLabel(DocCodeSpan.of(label)), String(words.description.dropFirst(2)) + markdown, level: 1)
            return
        }
        last = .list
        writer.output.append(copying: writer.style.innerItem)
        finishCode(label, limit: 500)
        writer.output.append(words: words)
        _ = write(markdown, depth: 2, isAfterLabel: true)
    }

    private mutating func write(_ markdown: String, depth: Int, isAfterLabel: Bool = false) -> Bool {
        var isWritten = false
        markdown.withBytes { text in
            isWritten = writer.write(text, depth: depth, isAfterLabel: isAfterLabel)
        }
        return isWritten
    }

    // MARK: - Texts of ours

    /// Starts a paragraph with words of ours.
    package mutating func paragraph(words: StaticString) {
        if last != .none { writer.output.append(copying: writer.style.start) }
        writer.output.append(copying: writer.style.margins[0])
        writer.output.append(words: words)
        last = .paragraph
    }

    /// Starts an item with words of ours: one line, with nothing to make safe.
    package mutating func item(_ label: DocLabel, words: StaticString) {
        startItem(label.line)
        writer.output.append(UInt8(ascii: " "))
        writer.output.append(words: words)
    }

    /// Goes on in the line at hand with words of ours.
    package mutating func append(words: StaticString) {
        writer.output.append(words: words)
    }

    /// Goes on in the line at hand with a text that needs no care.
    package mutating func append(verbatim text: String) {
        writer.output.append(utf8: text)
    }

    /// Goes on in the line at hand with a text shown as code, of no more than `limit` characters.
    package mutating func append(code text: String, limit: Int = 120) {
        DocCodeSpan.append(text, limit: limit, to: &writer.output)
    }

    /// Adds an item whose text is shown as code: one line of no more than `limit` characters.
    package mutating func item(_ label: DocLabel, code text: String, limit: Int = 120) {
        startItem(label.codeLine)
        finishCode(text, limit: limit)
    }

    /// Adds an item that only heads the items inside it, or what is appended.
    package mutating func heading(_ label: DocLabel) {
        startItem(label.line)
    }

    /// Writes a code span whose opening backtick stands there. Nearly all texts can be shown as they are.
    private mutating func finishCode(_ text: String, limit: Int) {
        var isPlain = false
        text.withBytes { text in
            isPlain = DocCodeSpan.isPlain(text, limit: limit)
            if isPlain { writer.output.append(copying: text) }
        }
        if isPlain {
            writer.output.append(UInt8(ascii: "`"))
        } else {
            writer.output.cut(at: writer.output.count - 1)
            writer.output.append(utf8: DocCodeSpan.of(text, limit: limit))
        }
    }

    private mutating func startItem(_ line: [UInt8], level: Int = 0) {
        if last == .paragraph { writer.output.append(copying: writer.style.start) }
        last = .list
        if level == 0, writer.style.indentation == DocLabel.indentation {
            writer.output.append(copying: line)
            return
        }
        writer.output.append(copying: writer.style.start)
        for _ in 0..<level { writer.output.append(words: "  ") }
        writer.output.append(copying: line.span.extracting(droppingFirst: DocLabel.marginLength))
    }
}
