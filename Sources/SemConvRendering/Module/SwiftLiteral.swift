/// Values as Swift source.
enum SwiftLiteral {
    /// A string literal on one line.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        append(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The inside of a string literal.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The inside of a string literal for a text on one line: see ``singleLine(_:)``.
    static func escapedLine(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var end = bytes.count
        while end > 0, bytes[end - 1].isBlank { end -= 1 }
        // Most texts need no more than to lose the line end behind them.
        var index = 0
        var previous = UInt8(ascii: " ")
        while index < end {
            let byte = bytes[index]
            if !isPlain(byte) || (byte == UInt8(ascii: " ") && previous == byte) { break }
            previous = byte
            index += 1
        }
        if index < end { return escaped(singleLine(text)) }
        return end == bytes.count ? text : String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Appends the inside of a string literal.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if bytes[start...].allSatisfy(isPlain) { return }
        bytes.removeLast(bytes.count - start)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes += Array("\\\"".utf8)
        case "\\": bytes += Array("\\\\".utf8)
        case "\n": bytes += Array("\\n".utf8)
        case "\r": bytes += Array("\\r".utf8)
        case "\t": bytes += Array("\\t".utf8)
        case _ where scalar.isHidden: bytes += Array("\\u{\(String(scalar.value, radix: 16))}".utf8)
        default: bytes += Array(String(scalar).utf8)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A finite number that reads back as the same one, and as a floating point number.
    static func number(_ value: Double) -> String { "\(value)" }

    /// A text on one line: runs of blanks and line ends become one blank, and there is none at either end.
    static func singleLine(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var changed = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "):
                if let last = result.last, last != UInt8(ascii: " ") { result.append(byte) } else { changed = true }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                changed = true
                if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
            default: result.append(byte)
            }
        }
        if result.last == UInt8(ascii: " ") {
            result.removeLast()
            changed = true
        }
        return changed ? String(decoding: result, as: UTF8.self) : text
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
