internal import SemConvYAML

extension DocMarkdown {
    /// What stands in the parentheses of a link.
    private struct Target {
        /// Where the parenthesis is closed.
        var close: Int
        /// Where the URL ends: at a blank, after which a title follows, or where the parenthesis is closed.
        var end: Int
        /// Whether all of it may stand in a URL or a title.
        var isPrintable: Bool
    }

    /// Whether the output ends with the mark that makes a link a picture.
    var endsWithExclamationMark: Bool { output.count > 0 && output[output.count - 1] == UInt8(ascii: "!") }

    /// Notes an opening of a link. Of very many the first are forgotten.
    mutating func open(_ bracket: Bracket) {
        if let openBracket {
            if outerBrackets.count == 31 { outerBrackets.removeFirst() }
            outerBrackets.append(openBracket)
        }
        openBracket = bracket
    }

    /// Reads the end of a link's text, and writes its target made whole.
    mutating func closeBracket(_ text: Span<UInt8>, _ limit: Int) {
        guard let open = openBracket else {
            position += 1
            return
        }
        openBracket = outerBrackets.popLast()
        guard position + 1 < limit, text[position + 1] == UInt8(ascii: "("),
            let target = target(text, from: position + 2, limit)
        else {
            position += 1
            return
        }
        let url = text.extracting(position + 2..<target.end)
        let title = text.extracting(target.end..<target.close)
        guard !open.isImage, case .url(let start, let rest) = links.resolve(url) else {
            // A link that leads nowhere, or a picture: the text stays.
            flush(text)
            output.remove(at: open.isImage ? open.place - 1 : open.place, count: open.isImage ? 2 : 1)
            skip(to: target.close + 1)
            return
        }
        position += 2
        if !start.isEmpty {
            flush(text)
            start.withBytes { start in appendToURL(start) }
            skip(to: position + rest)
        }
        if !target.isPrintable, !Self.isURL(url) {
            flush(text)
            appendToURL(text.extracting(position..<target.end))
            skip(to: target.end)
        }
        position = target.end
        if !target.isPrintable, !Self.isPrintable(title) {
            flush(text)
            skip(to: target.close)
        }
        position = target.close + 1
    }

    /// Writes a part of a URL, which has nothing beyond ASCII.
    private mutating func appendToURL(_ text: Span<UInt8>) {
        if Self.isURL(text) {
            output.append(copying: text)
            return
        }
        for place in text.indices {
            let byte = text[place]
            if byte > 0x20, byte < 0x7F {
                output.append(byte)
            } else {
                output.append(utf8: "%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))")
            }
        }
    }

    /// Finds what stands in the parentheses that opened before `start`, on this line.
    private mutating func target(_ text: Span<UInt8>, from start: Int, _ limit: Int) -> Target? {
        var depth = 0
        var end: Int?
        var isPrintable = true
        let last = min(limit, start + Self.longestTarget)
        if start < nextParenthesis, nextParenthesis >= last || text[nextParenthesis] == UInt8(ascii: "\n") {
            return nil
        }
        var place = Self.targetEnd(text, start, last)
        while place < last {
            switch text[place] {
            case UInt8(ascii: " "): if end == nil { end = place }
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return Target(close: place, end: end ?? place, isPrintable: isPrintable) }
                depth -= 1
            case 0...0x1F, UInt8(ascii: "`"): return nil
            default: isPrintable = false
            }
            place = Self.targetEnd(text, place + 1, last)
        }
        noteParenthesis(text, from: start, limit)
        return nil
    }

    /// Finds the next `)` on the line once, not again for each link that is not closed before it.
    private mutating func noteParenthesis(_ text: Span<UInt8>, from start: Int, _ limit: Int) {
        if start < nextParenthesis { return }
        nextParenthesis = start
        while nextParenthesis < limit, text[nextParenthesis] != UInt8(ascii: ")"),
            text[nextParenthesis] != UInt8(ascii: "\n")
        {
            nextParenthesis += 1
        }
    }

    /// The next byte that means something in the target of a link, or may not stand there.
    private static func targetEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        text.firstPlace(
            from: start,
            to: end,
            word: {
                $0.unprintable | $0.equal(to: UInt8(ascii: " ")) | $0.within(0x28...0x29) | $0.equal(to: 0x60)
            },
            byte: { byte in
                switch byte {
                case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "`"), 0x7F...0xFF: true
                default: false
                }
            }
        )
    }

    /// Whether all bytes may stand in a URL.
    static func isURL(_ text: Span<UInt8>) -> Bool {
        for place in text.indices where text[place] <= 0x20 || text[place] >= 0x7F { return false }
        return true
    }

    private static func isPrintable(_ text: Span<UInt8>) -> Bool {
        for place in text.indices where text[place] < 0x20 || text[place] >= 0x7F { return false }
        return true
    }

    /// How far the end of a link is looked for: the longest URL that browsers agree on.
    private static let longestTarget = 2048
}
