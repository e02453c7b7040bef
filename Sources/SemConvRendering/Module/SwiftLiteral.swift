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

    /// Appends the inside of a string literal.
    static func append(_ text: String, to buffer: inout ByteBuffer) {
        text.withBytes { text in appendEscaped(text, to: &buffer) }
    }

    /// Appends the inside of a string literal for a text on one line: see ``singleLine(_:)``.
    static func appendLine(_ text: String, to buffer: inout ByteBuffer) {
        text.withBytes { text in
            // Most texts need no more than to lose the line end behind them.
            let line = text.extracting(first: lineEnd(text))
            if isPlainLine(line) {
                buffer.append(copying: line)
            } else {
                appendEscaped(singleLine(text).span, to: &buffer)
            }
        }
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
            word: { needsEscape($0) },
            byte: { needsEscape($0) }
        )
    }

    @inline(__always)
    private static func needsEscape(_ bytes: EightBytes) -> UInt64 {
        bytes.unprintable | bytes.equal(to: UInt8(ascii: "\"")) | bytes.equal(to: UInt8(ascii: "\\"))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// A finite number that reads back as the same one, and as a floating point number.
    static func number(_ value: Double) -> String { "\(value)" }

    // MARK: - Lines

    /// A text on one line: runs of blanks and line ends become one blank, and there is none at either end.
    static func singleLine(_ text: String) -> String {
        var result = text
        text.withBytes { text in
            if !isPlainLine(text.extracting(first: lineEnd(text))) || lineEnd(text) < text.count {
                result = String(decoding: singleLine(text), as: UTF8.self)
            }
        }
        return result
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

    /// Whether the text is sure to be on one line, with single blanks between words, and to need no escapes.
    ///
    /// - Parameter text: without blanks at its end.
    private static func isPlainLine(_ text: Span<UInt8>) -> Bool {
        if !text.isEmpty, text[0] == UInt8(ascii: " ") { return false }
        var place = 0
        // Every eight bytes begin with the last of those before, so that two blanks are always seen together.
        while place + 8 <= text.count {
            let bytes = EightBytes(text, at: place)
            if needsEscape(bytes) | bytes.twice(UInt8(ascii: " ")) != 0 { return false }
            place += 7
        }
        while place < text.count {
            if needsEscape(text[place]) { return false }
            if text[place] == UInt8(ascii: " "), text[place - 1] == UInt8(ascii: " ") { return false }
            place += 1
        }
        return true
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
