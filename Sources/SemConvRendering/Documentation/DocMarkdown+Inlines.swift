internal import SemConvYAML

extension DocMarkdown {
    /// Reads the text of a line up to its end or `limit`; where a code span ran on over either, up to the line end
    /// after it.
    mutating func inlines(_ text: Span<UInt8>, _ limit: Int) {
        var limit = limit
        while true {
            position = plainEnd(text, limit)
            guard position < limit else { return }
            switch text[position] {
            case UInt8(ascii: "\n"): return
            case UInt8(ascii: "\\"):
                position += position + 1 < limit && text[position + 1].isASCIIPunctuation ? 2 : 1
            case UInt8(ascii: "`"): code(text, &limit)
            case UInt8(ascii: "<"): angle(text, limit)
            case UInt8(ascii: "["):
                let isImage = pending < position ? text[position - 1] == UInt8(ascii: "!") : endsWithExclamationMark
                open(Bracket(place: output.count + position - pending, isImage: isImage))
                position += 1
            case UInt8(ascii: "]"): closeBracket(text, limit)
            default: careful(text)
            }
        }
    }

    /// Where the next special byte stands.
    @inline(__always)
    private func plainEnd(_ text: Span<UInt8>, _ limit: Int) -> Int {
        let special = special.span
        return text.firstPlace(
            from: position,
            to: limit,
            // From `[` to the backtick in one question: of those that are not special, `^` and `_`, texts have few.
            word: {
                $0.unprintable | $0.within(UInt8(ascii: "[")...UInt8(ascii: "`")) | $0.equal(to: UInt8(ascii: "<"))
            },
            byte: { special[Int($0)] }
        )
    }

    /// Reads what needs no care where Markdown means nothing, or one character that does.
    mutating func passPlain(_ text: Span<UInt8>, _ limit: Int) {
        position = plainEnd(text, limit)
        guard position < limit else { return }
        if needsCare(text[position]) { careful(text) } else { position += 1 }
    }

    /// Reads a character that must perhaps not stand in source.
    private mutating func careful(_ text: Span<UInt8>) {
        if text[position] == UInt8(ascii: "\r") { foundReturn = true }
        let (scalar, length) = text.scalar(at: position)
        if !scalar.breaksSource {
            position += length
            return
        }
        flush(text)
        if !scalar.turnsText { output.append(UInt8(ascii: " ")) }
        skip(to: position + length)
    }

    /// Whether the byte is or begins a character that must not stand in source; other special bytes mean something
    /// only to ``inlines(_:_:)``.
    private func needsCare(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    // MARK: - Code

    /// Reads a code span, onto one line. Two backticks mean a symbol to DocC, so it never has those.
    private mutating func code(_ text: Span<UInt8>, _ limit: inout Int) {
        let length = runLength(text, at: position, text.count)
        guard let (close, isPlain) = closingRun(text, length, from: position + length) else {
            position += length
            return
        }
        if isPlain, length != 2 {
            position = close + length
            return
        }
        var mark = length
        if mark == 2 { mark = Self.contains(text.extracting(position + 2..<close), UInt8(ascii: "`")) ? 3 : 1 }
        flush(text)
        for _ in 0..<mark { output.append(UInt8(ascii: "`")) }
        skip(to: position + length)
        while position < close {
            if text[position] == UInt8(ascii: "\n") {
                flush(text)
                output.append(UInt8(ascii: " "))
                skip(to: skipBlanks(text, from: position + 1, close))
            } else {
                passPlain(text, close)
            }
        }
        flush(text)
        for _ in 0..<mark { output.append(UInt8(ascii: "`")) }
        skip(to: close + length)
        if position > limit { limit = text.count }
    }

    /// Where a run of backticks of the length starts that closes a code span, in this paragraph, and whether the code
    /// can stand as it is.
    private mutating func closingRun(
        _ text: Span<UInt8>,
        _ length: Int,
        from start: Int
    ) -> (close: Int, isPlain: Bool)? {
        guard length < 32, unclosed & 1 << UInt32(length) == 0 else { return nil }
        let special = special
        var next = start
        var isPlain = true
        while next < text.count {
            let byte = text[next]
            if !special[Int(byte)] {
                next += 1
                continue
            }
            if needsCare(byte) { isPlain = false }
            switch byte {
            case UInt8(ascii: "`"):
                let run = runLength(text, at: next, text.count)
                if run == length { return (next, isPlain) }
                next += run
            case UInt8(ascii: "\n"):
                let content = skipBlanks(text, from: next + 1, text.count)
                next = content == text.count || endsParagraph(text, content) ? text.count : content
            default: next += 1
            }
        }
        unclosed |= 1 << UInt32(length)
        return nil
    }

    /// Whether what stands here at the start of a line ends the paragraph above.
    private func endsParagraph(_ text: Span<UInt8>, _ content: Int) -> Bool {
        switch text[content] {
        case UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"),
            UInt8(ascii: "#"), UInt8(ascii: "|"):
            true
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            runLength(text, at: content, text.count) >= 3
        default: false
        }
    }

    // MARK: - Angle brackets

    /// Reads an angle bracket: links stay, a line break becomes one of Markdown, anything else is text.
    private mutating func angle(_ text: Span<UInt8>, _ limit: Int) {
        if let close = closingAngle(text, limit) {
            let inner = text.extracting(position + 1..<close)
            if Self.isLink(inner) {
                position = close + 1
                return
            }
            if inner.count <= 4, Self.breaks.contains(Self.lowercased(inner)) {
                lineBreak(text, after: close, limit)
                return
            }
        }
        let next = position + 1 < limit ? text[position + 1] : 0
        if next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            escape(text)
        }
        position += 1
    }

    /// The next `>` on the line; it is looked for once, not for each `<` before it.
    private mutating func closingAngle(_ text: Span<UInt8>, _ limit: Int) -> Int? {
        if nextAngle < position {
            nextAngle = position
            while nextAngle < limit, text[nextAngle] != UInt8(ascii: ">"), text[nextAngle] != UInt8(ascii: "\n") {
                nextAngle += 1
            }
        }
        return nextAngle < limit && text[nextAngle] == UInt8(ascii: ">") ? nextAngle : nil
    }

    /// Whether what stands between angle brackets is a URL.
    private static func isLink(_ text: Span<UInt8>) -> Bool {
        guard isURL(text) else { return false }
        return schemes.contains { scheme in
            text.count >= scheme.count && scheme.indices.allSatisfy { text[$0] == scheme[$0] }
        }
    }

    /// Writes a line break: a blank in a table, which has no other, and where the next line would start a block.
    private mutating func lineBreak(_ text: Span<UInt8>, after close: Int, _ limit: Int) {
        flush(text)
        skip(to: skipBlanks(text, from: close + 1, limit))
        var content = contentStart
        while content < output.count, output[content] == UInt8(ascii: " ") { content += 1 }
        let blanks = content - contentStart
        let first = content < output.count ? output[content] : 0
        let next = position < limit ? text[position] : 0
        let isSafe = next.isASCIILetter || next == UInt8(ascii: "`") && runLength(text, at: position, limit) < 3
        if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") || !isSafe {
            if output.count == 0 || output[output.count - 1] != UInt8(ascii: " ") { output.append(UInt8(ascii: " ")) }
        } else {
            output.append(UInt8(ascii: "\\"))
            endLine()
            beginLine()
            for _ in 0..<blanks { output.append(UInt8(ascii: " ")) }
        }
    }

    private static let schemes = ["http://", "https://", "ftp://", "mailto:"].map { Array($0.utf8) }
    private static let breaks: Set<String> = ["br", "br/", "br /"]
}

extension UInt8 {
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
