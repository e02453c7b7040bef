extension DocMarkdown {
    /// Writes the text of a line up to `end`.
    ///
    /// - Returns: the end, or a later line end where a code span ran on over some.
    mutating func inlines(_ end: Int) -> Int {
        var end = end
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\\"):
                let isEscape = position + 1 < end && bytes[position + 1].isASCIIPunctuation
                output += bytes[position..<position + (isEscape ? 2 : 1)]
                position += isEscape ? 2 : 1
            case UInt8(ascii: "`"):
                code(&end)
            case UInt8(ascii: "<"):
                angle(end)
            case UInt8(ascii: "["):
                if brackets.count == 32 { brackets.removeFirst() }
                brackets.append(output.count)
                output.append(UInt8(ascii: "["))
                position += 1
            case UInt8(ascii: "]"):
                closeBracket(end)
            default:
                copyPlain(end)
            }
        }
        return end
    }

    /// Copies what needs no care, and replaces one character that could break the comment.
    mutating func copyPlain(_ end: Int) {
        var next = position
        while next < end, !special[Int(bytes[next])] { next += 1 }
        if next == position, !needsCare(bytes[next]) { next += 1 }
        if next > position {
            output += bytes[position..<next]
            position = next
            return
        }
        if bytes[position] == UInt8(ascii: "\r") { foundReturn = true }
        let (scalar, length) = bytes.scalar(at: position)
        if !scalar.breaksSource {
            output += bytes[position..<position + length]
        } else if !scalar.turnsText {
            output.append(UInt8(ascii: " "))
        }
        position += length
    }

    /// Whether the byte is or begins a character that must not stand in source; other special bytes mean something
    /// only to ``inlines(_:)``.
    private func needsCare(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    /// Writes a code span on one line. Two backticks mean a symbol to DocC, so it never has those.
    private mutating func code(_ end: inout Int) {
        let length = runLength(at: position, bytes.count)
        guard let (close, isPlain) = closingRun(length, from: position + length) else {
            output += bytes[position..<position + length]
            position += length
            return
        }
        if isPlain, length != 2 {
            output += bytes[position..<close + length]
            position = close + length
            return
        }
        var mark = length
        if mark == 2 { mark = bytes[position + 2..<close].contains(UInt8(ascii: "`")) ? 3 : 1 }
        for _ in 0..<mark { output.append(UInt8(ascii: "`")) }
        position += length
        while position < close {
            if bytes[position] == UInt8(ascii: "\n") {
                output.append(UInt8(ascii: " "))
                position = skipBlanks(from: position + 1, close)
            } else {
                copyPlain(close)
            }
        }
        for _ in 0..<mark { output.append(UInt8(ascii: "`")) }
        position = close + length
        if position > end { end = lineEnd(from: position) }
    }

    /// Where a run of backticks of the length starts that closes a code span, in this paragraph, and whether the code
    /// can stand as it is.
    private mutating func closingRun(_ length: Int, from start: Int) -> (close: Int, isPlain: Bool)? {
        guard length < 32, unclosed & 1 << UInt32(length) == 0 else { return nil }
        var next = start
        var isPlain = true
        while next < bytes.count {
            let byte = bytes[next]
            if !special[Int(byte)] {
                next += 1
                continue
            }
            if needsCare(byte) { isPlain = false }
            switch byte {
            case UInt8(ascii: "`"):
                let run = runLength(at: next, bytes.count)
                if run == length { return (next, isPlain) }
                next += run
            case UInt8(ascii: "\n"):
                let content = skipBlanks(from: next + 1, bytes.count)
                next = content == bytes.count || startsBlock(content) ? bytes.count : content
            default: next += 1
            }
        }
        unclosed |= 1 << UInt32(length)
        return nil
    }

    /// Whether what stands here at the start of a line ends the paragraph above.
    private func startsBlock(_ content: Int) -> Bool {
        switch bytes[content] {
        case UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"),
            UInt8(ascii: "#"), UInt8(ascii: "|"):
            true
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            runLength(at: content, bytes.count) >= 3
        default: false
        }
    }

    /// Writes an angle bracket: links stay, a line break becomes one of Markdown, anything else is text.
    private mutating func angle(_ end: Int) {
        if let close = closingAngle(end) {
            let inner = bytes[position + 1..<close]
            if Self.schemes.contains(where: { inner.starts(with: $0.utf8) }),
                inner.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            {
                output += bytes[position...close]
                position = close + 1
                return
            }
            if inner.count <= 4, Self.breaks.contains(String(decoding: inner.map(\.asciiLowercased), as: UTF8.self)) {
                lineBreak(after: close, end)
                return
            }
        }
        let next = position + 1 < end ? bytes[position + 1] : 0
        if next.isASCIILetter || "/!?".utf8.contains(next) { output.append(UInt8(ascii: "\\")) }
        output.append(UInt8(ascii: "<"))
        position += 1
    }

    /// The next `>` on the line; it is looked for once, not for each `<` before it.
    private mutating func closingAngle(_ end: Int) -> Int? {
        if nextAngle < position {
            nextAngle = position
            while nextAngle < end, bytes[nextAngle] != UInt8(ascii: ">") { nextAngle += 1 }
        }
        return nextAngle < end ? nextAngle : nil
    }

    /// Writes a line break: a blank in a table, which has no other, and where the next line would start a block.
    private mutating func lineBreak(after close: Int, _ end: Int) {
        position = skipBlanks(from: close + 1, end)
        let blanks = Array(output[contentStart...].prefix { $0 == UInt8(ascii: " ") })
        let first = output[contentStart...].dropFirst(blanks.count).first
        let next = position < end ? bytes[position] : 0
        let isSafe = next.isASCIILetter || next == UInt8(ascii: "`") && runLength(at: position, end) < 3
        if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") || !isSafe {
            if output.last != UInt8(ascii: " ") { output.append(UInt8(ascii: " ")) }
        } else {
            output.append(UInt8(ascii: "\\"))
            endLine()
            beginLine()
            output += blanks
        }
    }

    /// Writes the end of a link's text, and its target made whole.
    private mutating func closeBracket(_ end: Int) {
        guard let open = brackets.popLast(), position + 1 < end, bytes[position + 1] == UInt8(ascii: "("),
            let close = closingParenthesis(from: position + 2, end)
        else {
            output.append(UInt8(ascii: "]"))
            position += 1
            return
        }
        let isImage = open > 0 && output[open - 1] == UInt8(ascii: "!")
        let inner = bytes[position + 2..<close]
        let target = inner.prefix { $0 != UInt8(ascii: " ") }
        position = close + 1
        if !isImage, let url = links.resolve(target) {
            output += "](".utf8
            if url.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
                output += url
            } else {
                for byte in url { appendToURL(byte) }
            }
            let title = inner.dropFirst(target.count)
            if title.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { output += title }
            output.append(UInt8(ascii: ")"))
        } else {
            // A link that leads nowhere, or a picture: the text stays.
            output.removeSubrange(isImage ? open - 1...open : open...open)
        }
    }

    /// Writes a byte of a URL, which has none beyond ASCII.
    private mutating func appendToURL(_ byte: UInt8) {
        if byte > 0x20, byte < 0x7F {
            output.append(byte)
        } else {
            output += "%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
        }
    }

    /// Where the parenthesis is closed that opened before `start`, on this line.
    private func closingParenthesis(from start: Int, _ end: Int) -> Int? {
        var depth = 0
        for place in start..<max(start, min(end, start + Self.longestTarget)) {
            switch bytes[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return place }
                depth -= 1
            case 0...0x1F, UInt8(ascii: "`"): return nil
            default: break
            }
        }
        return nil
    }

    /// How far the end of a link is looked for: the longest URL that browsers agree on.
    private static let longestTarget = 2048
    private static let schemes = ["http://", "https://", "ftp://", "mailto:"]
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
