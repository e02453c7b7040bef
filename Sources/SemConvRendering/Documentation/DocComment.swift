/// A documentation comment: lines that start with `///`, whatever is put into it.
///
/// ```swift
/// var comment = DocComment(indentation: 4, links: links)
/// comment.paragraph("HTTP request method.")
/// comment.item("Name", verbatim: DocCodeSpan.of("http.request.method"))
/// comment.paragraph(note)
/// ```
///
/// The first paragraph is the summary. Texts of a registry go through ``paragraph(_:)`` and ``item(_:_:level:)``, which
/// keep their Markdown and make it safe.
package struct DocComment: Sendable {
    private enum Block {
        case none
        case paragraph
        case list
    }

    private let links: DocLinks
    /// What an empty line is: a line feed, the indentation and `///`.
    private let start: [UInt8]
    private let margin: DocMarkdown.Margin
    /// The lines; a line feed stands before each.
    private var bytes: [UInt8] = []
    private var last = Block.none

    /// - Parameters:
    ///   - indentation: how many blanks stand before each line.
    ///   - links: where links lead that are not whole.
    package init(indentation: Int = 0, links: DocLinks = DocLinks()) {
        self.links = links
        var start: [UInt8] = [UInt8(ascii: "\n")]
        start.reserveCapacity(indentation + 8)
        for _ in 0..<indentation { start.append(UInt8(ascii: " ")) }
        start += "///".utf8
        self.start = start
        self.margin = DocMarkdown.Margin(start: start, text: start + [UInt8(ascii: " ")])
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The lines, without a line end after the last one; empty where nothing was put in.
    package var text: String { String(decoding: bytes.dropFirst(), as: UTF8.self) }

    /// Takes everything out, so that the next comment of the same indentation can use what this one has set up.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        last = .none
    }

    /// Adds a text of any length. An empty one adds nothing.
    package mutating func paragraph(_ markdown: String) {
        if markdown.isEmpty { return }
        let before = bytes.count
        if last != .none { bytes += start }
        if write(markdown) {
            last = .paragraph
        } else {
            bytes.removeLast(bytes.count - before)
        }
    }

    /// Adds an item to a list, which starts where the last thing was none.
    ///
    /// - Parameters:
    ///   - label: a word or two that stand before a colon; not one of DocC's own fields.
    ///   - markdown: the text. An empty one adds nothing.
    ///   - level: 1 for an item inside the last one.
    package mutating func item(_ label: String, _ markdown: String, level: Int = 0) {
        if markdown.isEmpty { return }
        let (before, lastBefore) = (bytes.count, last)
        startItem(label, level)
        // A block at the start of the text must stay one: it goes below the label.
        let isBlock = markdown.utf8.first.map { "-*+>#|~@`".utf8.contains($0) } ?? false
        let startsBlock = isBlock && markdown.utf8.contains(UInt8(ascii: "\n"))
        if startsBlock { bytes += start } else { bytes.append(UInt8(ascii: " ")) }
        if !write(markdown, indentation: level * 2 + 2, isAfterLabel: !startsBlock) {
            bytes.removeLast(bytes.count - before)
            last = lastBefore
        }
    }

    /// Adds an item whose text is ours: one line, with nothing to make safe.
    package mutating func item(_ label: String, verbatim text: String, level: Int = 0) {
        startItem(label, level)
        bytes.append(UInt8(ascii: " "))
        bytes += text.utf8
    }

    /// Adds an item whose text is shown as code: one line of no more than `limit` characters.
    package mutating func item(_ label: String, code text: String, limit: Int = 120) {
        startItem(label, 0)
        bytes.append(UInt8(ascii: " "))
        appendCode(text, limit: limit)
    }

    /// Adds an item with several texts shown as code, parted by commas.
    ///
    /// - Parameter rest: what stands after the last one.
    package mutating func item(_ label: String, codes texts: some Sequence<String>, rest: String = "") {
        startItem(label, 0)
        bytes.append(UInt8(ascii: " "))
        var isFirst = true
        for text in texts {
            if !isFirst { bytes += ", ".utf8 }
            isFirst = false
            appendCode(text, limit: 120)
        }
        bytes += rest.utf8
    }

    /// Nearly all texts can be shown as they are; those go straight into the comment.
    private mutating func appendCode(_ text: String, limit: Int) {
        let start = bytes.count
        bytes.append(UInt8(ascii: "`"))
        bytes += text.utf8
        if DocCodeSpan.isPlain(bytes[(start + 1)...], limit: limit) {
            bytes.append(UInt8(ascii: "`"))
        } else {
            bytes.removeLast(bytes.count - start)
            bytes += DocCodeSpan.of(text, limit: limit).utf8
        }
    }

    /// Adds an item that only heads the items inside it.
    package mutating func heading(_ label: String) {
        startItem(label, 0)
    }

    private mutating func startItem(_ label: String, _ level: Int) {
        if last == .paragraph { bytes += start }
        last = .list
        bytes += start
        for _ in 0..<level { bytes += "  ".utf8 }
        bytes += " - ".utf8
        bytes += label.utf8
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func write(_ markdown: String, indentation: Int = 0, isAfterLabel: Bool = false) -> Bool {
        if bytes.isEmpty { bytes.reserveCapacity(markdown.utf8.count * 5 / 4 + 256) }
        if writePlainLine(markdown, isAfterLabel: isAfterLabel) { return true }
        var margin = margin
        for _ in 0..<indentation { margin.text.append(UInt8(ascii: " ")) }
        return DocMarkdown.write(
            Array(markdown.utf8),
            to: &bytes,
            margin: margin,
            isAfterLabel: isAfterLabel,
            links: links
        )
    }

    /// Writes a text of one line in which nothing can mean anything to Markdown, as most briefs are.
    ///
    /// - Returns: whether it was such a text; otherwise nothing was written.
    private mutating func writePlainLine(_ markdown: String, isAfterLabel: Bool) -> Bool {
        let start = bytes.count
        if !isAfterLabel { bytes += margin.text }
        let textStart = bytes.count
        bytes += markdown.utf8
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        let plain = DocCodeSpan.plainBytes
        var index = textStart
        if index < bytes.count, bytes[index].isASCIILetter {
            while index < bytes.count, plain[Int(bytes[index])] { index += 1 }
        }
        if index == bytes.count, index > textStart, bytes[index - 1] != UInt8(ascii: " ") { return true }
        bytes.removeLast(bytes.count - start)
        return false
    }
}
