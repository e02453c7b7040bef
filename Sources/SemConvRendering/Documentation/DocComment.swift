/// A documentation comment: lines that start with `///`, whatever is put into it.
///
/// ```swift
/// var comment = DocComment(indentation: 4, links: links)
/// comment.paragraph("HTTP request method.")
/// comment.item("Name", DocCodeSpan.of("http.request.method"))
/// comment.paragraph(note)
/// ```
///
/// The first paragraph is the summary. Texts of a registry go through ``paragraph(_:)`` and ``item(_:_:)``, which keep
/// their Markdown and make it safe.
package struct DocComment: Sendable {
    private enum Block {
        case none
        case paragraph
        case list
    }

    private let links: DocLinks
    /// What each line starts with: the indentation and `///`.
    private let start: [UInt8]
    private var bytes: [UInt8] = []
    private var last = Block.none

    /// - Parameters:
    ///   - indentation: how many blanks stand before each line.
    ///   - links: where links lead that are not whole.
    package init(indentation: Int = 0, links: DocLinks = DocLinks()) {
        self.links = links
        self.start = [UInt8](repeating: UInt8(ascii: " "), count: indentation) + "///".utf8
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The lines, without a line end after the last one; empty where nothing was put in.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a text of any length. An empty one adds nothing.
    package mutating func paragraph(_ markdown: String) {
        let lines = DocMarkdown.lines(of: markdown, links: links)
        if lines.isEmpty { return }
        if last != .none { line([]) }
        for content in lines { line(content) }
        last = .paragraph
    }

    /// Adds an item to a list, which starts where the last thing was none.
    ///
    /// - Parameters:
    ///   - label: a word or two that stand before a colon; not one of DocC's own fields.
    ///   - markdown: the text. An empty one adds nothing.
    ///   - level: 1 for an item inside the last one.
    package mutating func item(_ label: String, _ markdown: String, level: Int = 0) {
        let lines = DocMarkdown.lines(of: markdown, links: links)
        guard let first = lines.first else { return }
        startItem(level)
        let indentation = [UInt8](repeating: UInt8(ascii: " "), count: level * 2)
        // A block at the start of the text must stay one: it goes below the label.
        let startsBlock = first.first.map { "-*+>#|`~ ".utf8.contains($0) } ?? false && lines.count > 1
        line(indentation + "- ".utf8 + label.utf8 + ":".utf8 + (startsBlock ? [] : [UInt8(ascii: " ")] + first))
        if startsBlock { line([]) }
        for content in startsBlock ? lines[...] : lines.dropFirst() {
            line(content.isEmpty ? [] : (indentation + "  ".utf8 + content)[...])
        }
    }

    /// Adds an item whose text is ours: one line, with nothing to make safe.
    package mutating func item(_ label: String, verbatim text: String, level: Int = 0) {
        startItem(level)
        let indentation = String(repeating: "  ", count: level)
        line(Array("\(indentation)- \(label): \(text)".utf8)[...])
    }

    /// Adds an item that only heads the items inside it.
    package mutating func heading(_ label: String) {
        startItem(0)
        line(Array("- \(label):".utf8)[...])
    }

    private mutating func startItem(_ level: Int) {
        if last == .paragraph { line([]) }
        last = .list
    }

    private mutating func line(_ content: [UInt8]) { line(content[...]) }

    private mutating func line(_ content: ArraySlice<UInt8>) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        bytes += start
        if content.isEmpty { return }
        bytes.append(UInt8(ascii: " "))
        bytes += content
    }
}
