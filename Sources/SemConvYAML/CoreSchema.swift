/// Gives the text of a plain scalar its type by the core schema (YAML 1.2.2, section 10.3.2).
///
/// Forms of YAML 1.1 alone, such as `yes`, `0b1`, `1_000` or `190:20:30`, are strings; `0777` is a decimal.
enum CoreSchema {
    /// `null`, `Null`, `NULL`, `~` or nothing.
    static func isNull(_ text: Span<UInt8>) -> Bool {
        text.isEmpty || equals(text, "~") || equals(text, "null") || equals(text, "Null") || equals(text, "NULL")
    }

    /// Whether a plain text is a string: neither null nor a Boolean value nor a number.
    static func isString(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        switch text[0] {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            return scalar(text) == nil
        default: return true
        }
    }

    /// The value of a text that is not a string; `nil` for a string.
    static func scalar(_ text: Span<UInt8>) -> YAMLScalar? {
        guard !text.isEmpty else { return .null }
        switch text[0] {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isNull(text) ? .null : nil
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return equals(text, "true") || equals(text, "True") || equals(text, "TRUE") ? .bool(true) : nil
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return equals(text, "false") || equals(text, "False") || equals(text, "FALSE") ? .bool(false) : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return CoreSchemaNumber.value(text)
        default:
            return nil
        }
    }

    /// Whether the text is equal to an ASCII word.
    static func equals(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            for index in 0..<word.count where unsafe text[index] != word[index] { return false }
            return true
        }
    }
}
