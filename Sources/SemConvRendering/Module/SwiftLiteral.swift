internal import SemConvYAML

/// Values as Swift source.
enum SwiftLiteral {
    /// A string literal on one line.
    static func quoted(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count + 16)
        buffer.append(UInt8(ascii: "\""))
        text.withBytes { text in appendEscaped(text, to: &buffer) }
        buffer.append(UInt8(ascii: "\""))
        return buffer.text(from: 0)
    }

    /// The inside of a string literal.
    static func escaped(_ text: String) -> String {
        var result: String?
        text.withBytes { text in
            if !isPlain(text) { result = escaped(text) }
        }
        return result ?? text
    }

    /// The inside of a string literal for a text on one line: see ``singleLine(_:)``.
    static func escapedLine(_ text: String) -> String {
        var result: String?
        text.withBytes { text in
            // Most texts need no more than to lose the line end behind them.
            let end = lineEnd(text)
            let line = text.extracting(first: end)
            if !isSingleLine(line) {
                result = escaped(singleLine(text).span)
            } else if end < text.count || !isPlain(line) {
                result = escaped(line)
            }
        }
        return result ?? text
    }

    /// Appends the inside of a string literal.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var isPlain = false
        text.withBytes { text in isPlain = Self.isPlain(text) }
        bytes.append(contentsOf: isPlain ? text.utf8 : escaped(text).utf8)
    }

    private static func escaped(_ text: Span<UInt8>) -> String {
        var buffer = ByteBuffer(capacity: text.count + 16)
        appendEscaped(text, to: &buffer)
        return buffer.text(from: 0)
    }

    private static func appendEscaped(_ text: Span<UInt8>, to buffer: inout ByteBuffer) {
        var start = 0
        var end = plainEnd(text, from: 0)
        while end < text.count {
            buffer.append(copying: text.extracting(start..<end))
            start = end + appendEscape(of: text, at: end, to: &buffer)
            end = plainEnd(text, from: start)
        }
        buffer.append(copying: text.extracting(start..<end))
    }

    /// Appends a character that may need an escape.
    ///
    /// - Returns: how many bytes of the text it takes.
    private static func appendEscape(of text: Span<UInt8>, at place: Int, to buffer: inout ByteBuffer) -> Int {
        switch text[place] {
        case UInt8(ascii: "\""): buffer.append(utf8: "\\\"")
        case UInt8(ascii: "\\"): buffer.append(utf8: "\\\\")
        case UInt8(ascii: "\n"): buffer.append(utf8: "\\n")
        case UInt8(ascii: "\r"): buffer.append(utf8: "\\r")
        case UInt8(ascii: "\t"): buffer.append(utf8: "\\t")
        default:
            let (scalar, length) = text.scalar(at: place)
            if scalar.isHidden {
                buffer.append(utf8: "\\u{\(String(scalar.value, radix: 16))}")
            } else {
                buffer.append(copying: text.extracting(place..<place + length))
            }
            return length
        }
        return 1
    }

    private static func isPlain(_ text: Span<UInt8>) -> Bool { plainEnd(text, from: 0) == text.count }

    /// The next byte that may need an escape.
    private static func plainEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        text.firstPlace(
            from: start,
            to: text.count,
            word: { $0.unprintable | $0.equal(to: UInt8(ascii: "\"")) | $0.equal(to: UInt8(ascii: "\\")) },
            byte: { $0 < 0x20 || $0 > 0x7E || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        )
    }

    /// A finite number that reads back as the same one, and as a floating point number.
    static func number(_ value: Double) -> String { "\(value)" }

    // MARK: - Lines

    /// A text on one line: runs of blanks and line ends become one blank, and there is none at either end.
    static func singleLine(_ text: String) -> String {
        var line: [UInt8]?
        text.withBytes { text in
            if !isSingleLine(text) { line = singleLine(text) }
        }
        return line.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func singleLine(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for place in text.indices {
            let byte = text[place]
            if !byte.isBlank {
                result.append(byte)
            } else if let last = result.last, last != UInt8(ascii: " ") {
                result.append(UInt8(ascii: " "))
            }
        }
        if result.last == UInt8(ascii: " ") { result.removeLast() }
        return result
    }

    /// Whether there are but single blanks, and none at either end.
    private static func isSingleLine(_ text: Span<UInt8>) -> Bool {
        var wasBlank = true
        for place in text.indices {
            let byte = text[place]
            if byte > 0x20 {
                wasBlank = false
            } else if byte.isBlank {
                if wasBlank || byte != UInt8(ascii: " ") { return false }
                wasBlank = true
            } else {
                wasBlank = false
            }
        }
        return !wasBlank || text.isEmpty
    }

    private static func lineEnd(_ text: Span<UInt8>) -> Int {
        var end = text.count
        while end > 0, text[end - 1].isBlank { end -= 1 }
        return end
    }
}

extension Unicode.Scalar {
    /// Whether the scalar would be refused in source, or would make it read otherwise than it is.
    var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
