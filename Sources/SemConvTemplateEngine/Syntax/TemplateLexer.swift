internal import SemConvDiagnostics

/// Cuts a template into tokens, and does all that concerns whitespace at tags.
///
/// Text tokens are ranges of the source, already shortened as `-`, `trim_blocks` and `lstrip_blocks` ask; comments
/// leave nothing. Errors are reported and read over, so that one run shows all of them.
struct TemplateLexer {
    let source: [UInt8]
    let options: TemplateOptions
    let delimiters: TemplateDelimiters
    private(set) var tokens: [TemplateToken] = []
    var words = TemplateWords()
    /// What is wrong, with the byte offset where.
    private(set) var problems: [(message: String, help: String?, offset: Int)] = []
    var position = 0
    private var end: Int
    /// What the tag before asks of the text that follows it.
    private var trim = Trim.nothing
    /// The brackets that are open inside the current tag.
    var brackets: [UInt8] = []

    private enum Trim {
        case nothing
        case newline
        case all
    }

    init(source: [UInt8], options: TemplateOptions) {
        self.source = source
        self.options = options
        delimiters = TemplateDelimiters(options.syntax)
        end = source.count
        if !options.keepTrailingNewline {
            if end > 0, source[end - 1] == UInt8(ascii: "\n") { end -= 1 }
            if end < source.count, end > 0, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        tokens.reserveCapacity(source.count / 6 + 8)
    }

    mutating func run() {
        while position < end {
            let (start, found) = nextTag()
            guard let found else {
                addText(from: position, to: start)
                position = start
                break
            }
            let sign = sign(after: start + found.opening.count)
            addText(from: position, to: textEnd(before: start, kind: found.kind, sign: sign))
            position = start + found.opening.count + (sign == nil ? 0 : 1)
            switch found.kind {
            case .comment: skipComment(from: start)
            case .variable: readTag(.variableStart, .variableEnd, closing: found.closing, start: start)
            case .block:
                if !readRaw(start: start, closing: found.closing) {
                    readTag(.blockStart, .blockEnd, closing: found.closing, start: start)
                }
            }
        }
        add(.end, from: source.count, to: source.count)
    }

    /// Reads all of the source as the inside of a tag.
    mutating func runExpression() {
        while true {
            while position < source.count, isSpace(source[position]) { position += 1 }
            if position >= source.count { break }
            readToken(closing: [])
        }
        add(.end, from: source.count, to: source.count)
    }

    // MARK: - Text

    /// The next place where a tag starts, or the end of the text.
    private func nextTag() -> (start: Int, found: TemplateDelimiters.Pair?) {
        var index = position
        while index < source.count {
            if delimiters.mayStart(source[index]), let found = delimiters.start(in: source, at: index) {
                return (index, found)
            }
            index += 1
        }
        return (max(end, position), nil)
    }

    private func sign(after index: Int) -> UInt8? {
        guard index < source.count, source[index] == UInt8(ascii: "-") || source[index] == UInt8(ascii: "+") else {
            return nil
        }
        return source[index]
    }

    /// Where the text before a tag ends, once the tag has taken what it wants.
    private func textEnd(before start: Int, kind: TemplateDelimiters.Kind, sign: UInt8?) -> Int {
        var index = start
        if sign == UInt8(ascii: "-") {
            while index > position, isSpace(source[index - 1]) { index -= 1 }
        } else if sign == nil, options.lstripBlocks, kind != .variable {
            while index > position, source[index - 1] == UInt8(ascii: " ") || source[index - 1] == UInt8(ascii: "\t") {
                index -= 1
            }
            if index > 0, source[index - 1] != UInt8(ascii: "\n") { index = start }
        }
        return index
    }

    private mutating func addText(from: Int, to: Int) {
        var from = from
        switch trim {
        case .nothing: break
        case .newline:
            if from + 1 < to, source[from] == UInt8(ascii: "\r"), source[from + 1] == UInt8(ascii: "\n") { from += 1 }
            if from < to, source[from] == UInt8(ascii: "\n") { from += 1 }
        case .all: while from < to, isSpace(source[from]) { from += 1 }
        }
        trim = .nothing
        if from < to { add(.text, from: from, to: to) }
    }

    mutating func add(_ kind: TemplateToken.Kind, from start: Int, to end: Int) {
        tokens.append(TemplateToken(kind, start: start, end: end))
    }

    mutating func addName(from start: Int, to end: Int) {
        let number = words.number(of: source, from: start, to: end)
        tokens.append(TemplateToken(.name, start: start, end: end, name: number))
    }

    mutating func report(_ message: String, at offset: Int, help: String? = nil) {
        problems.append((message, help, offset))
    }

    func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || 9...13 ~= byte
    }

    // MARK: - Tags

    private mutating func skipComment(from start: Int) {
        let closing = delimiters.comment.closing
        while position < source.count {
            if delimiters.matches(closing, in: source, at: position) {
                closeTag(sign: position > 0 ? source[position - 1] : 0, isVariable: false)
                position += closing.count
                return
            }
            position += 1
        }
        report(
            "the comment is not closed",
            at: start,
            help: "it ends with '\(String(decoding: closing, as: UTF8.self))'"
        )
    }

    private mutating func readTag(
        _ opening: TemplateToken.Kind,
        _ closingKind: TemplateToken.Kind,
        closing: [UInt8],
        start: Int
    ) {
        add(opening, from: start, to: position)
        brackets.removeAll(keepingCapacity: true)
        let first = closing.first ?? 0
        while true {
            while position < source.count, isSpace(source[position]) { position += 1 }
            guard position < source.count else {
                report(
                    "the tag is not closed",
                    at: start,
                    help: "it ends with '\(String(decoding: closing, as: UTF8.self))'"
                )
                return add(closingKind, from: position, to: position)
            }
            let byte = source[position]
            let hasSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            if byte == first || hasSign, mayClose(closing),
                delimiters.matches(closing, in: source, at: position + (hasSign ? 1 : 0))
            {
                let tokenStart = position
                closeTag(sign: hasSign ? byte : 0, isVariable: closingKind == .variableEnd)
                position += closing.count + (hasSign ? 1 : 0)
                return add(closingKind, from: tokenStart, to: position)
            }
            readToken(closing: closing)
        }
    }

    /// Inside `{ }` a brace closes the dictionary. Other open brackets do not keep a tag open, so that a forgotten
    /// one is found where the tag ends.
    private func mayClose(_ closing: [UInt8]) -> Bool {
        brackets.last != UInt8(ascii: "{") || closing.first != UInt8(ascii: "}")
    }

    private mutating func closeTag(sign: UInt8, isVariable: Bool) {
        switch sign {
        case UInt8(ascii: "-"): trim = .all
        case UInt8(ascii: "+"): trim = .nothing
        default: trim = options.trimBlocks && !isVariable ? .newline : .nothing
        }
    }

    // MARK: - Raw blocks

    private static let raw = Array("raw".utf8)
    private static let endraw = Array("endraw".utf8)

    /// Reads `{% raw %}...{% endraw %}` if it stands here; the position is behind the opening delimiter.
    private mutating func readRaw(start: Int, closing: [UInt8]) -> Bool {
        guard let contents = rawTag(word: Self.raw, at: position, closing: closing) else { return false }
        closeTag(sign: contents.sign, isVariable: false)
        position = contents.end
        var index = position
        while index < source.count {
            guard delimiters.matches(delimiters.block.opening, in: source, at: index) else {
                index += 1
                continue
            }
            let opening = index + delimiters.block.opening.count
            let sign = sign(after: opening)
            guard let tag = rawTag(word: Self.endraw, at: opening + (sign == nil ? 0 : 1), closing: closing) else {
                index += 1
                continue
            }
            addText(from: position, to: textEnd(before: index, kind: .block, sign: sign))
            closeTag(sign: tag.sign, isVariable: false)
            position = tag.end
            return true
        }
        report("the raw block is not closed", at: start, help: "it ends with an 'endraw' tag")
        position = source.count
        return true
    }

    private func rawTag(word: [UInt8], at index: Int, closing: [UInt8]) -> (sign: UInt8, end: Int)? {
        var index = index
        while index < source.count, isSpace(source[index]) { index += 1 }
        guard delimiters.matches(word, in: source, at: index) else { return nil }
        index += word.count
        while index < source.count, isSpace(source[index]) { index += 1 }
        var sign: UInt8 = 0
        if let found = self.sign(after: index) {
            sign = found
            index += 1
        }
        return delimiters.matches(closing, in: source, at: index) ? (sign, index + closing.count) : nil
    }
}
