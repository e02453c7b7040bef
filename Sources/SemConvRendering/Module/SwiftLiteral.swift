/// Values as Swift source.
enum SwiftLiteral {
    /// A string literal on one line.
    static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

    /// The inside of a string literal.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            default:
                // Control and format characters would be refused, or would make the source read otherwise than it is.
                let category = scalar.properties.generalCategory
                let isHidden =
                    category == .control || category == .format || category == .lineSeparator
                    || category == .paragraphSeparator
                if isHidden {
                    result += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A number that reads back as the same one, and as a floating point number.
    static func number(_ value: Double) -> String { "\(value)" }

    /// A text on one line: line ends and runs of blanks become one blank.
    static func singleLine(_ text: String) -> String {
        if !text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) { return text.trimmed }
        return text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
