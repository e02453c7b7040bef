internal import SemConvRegistry
internal import SemConvYAML

/// Finds out whether the user's part of a template attribute has to be in lower case.
///
/// The registry has no field for it; only the text of some attributes says so ("`<key>` being the normalized HTTP
/// Header name (lowercase), ..."). The rule: some clause of the brief or the note speaks of lower case and of the key
/// or the name, and neither of the value nor in the negative. A clause ends at `,`, `;`, a blank line, or the end of a
/// sentence. Where a text says it in other words the key is used as given.
enum KeyCasingRule {
    static func lowercases(_ attribute: Attribute) -> Bool {
        asksForLowerCase(attribute.brief) || asksForLowerCase(attribute.note)
    }

    static func asksForLowerCase(_ text: String) -> Bool {
        // Most texts have no such word: look for it before taking them apart.
        var hasLower = false
        text.withBytes { hasLower = containsLower($0) }
        guard hasLower else { return false }
        return clauses(of: text.utf8.map(\.asciiLowercased)).contains(where: asksForLowerCase(clause:))
    }

    /// The words of each clause. A period or comma inside a word (`http.request.header`) ends nothing.
    private static func clauses(of bytes: [UInt8]) -> [[String]] {
        var clauses: [[String]] = []
        var words: [String] = []
        var wordStart: Int?
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : UInt8(ascii: ".")
            if isWordByte(byte) {
                wordStart = wordStart ?? index
                continue
            }
            if let start = wordStart { words.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
            wordStart = nil
            let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
            if endsClause(byte, before: next) {
                clauses.append(words)
                words = []
            }
        }
        return clauses
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private static func endsClause(_ byte: UInt8, before next: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"): next == UInt8(ascii: "\n")
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            next == UInt8(ascii: " ") || next == UInt8(ascii: "\n")
        default: false
        }
    }

    private static func asksForLowerCase(clause words: [String]) -> Bool {
        let saysLower = words.indices.contains { index in
            switch words[index] {
            case "lowercase", "lowercased", "lower-case", "lower-cased", "lowercasing": true
            case "lower": index + 1 < words.count && words[index + 1].hasPrefix("case")
            default: false
            }
        }
        return saysLower && words.contains { keyWords.contains($0) } && !words.contains { otherSense.contains($0) }
    }

    private static let keyWords: Set<String> = ["key", "keys", "name", "names"]
    /// Words that make the clause speak of something else, or say the contrary.
    private static let otherSense: Set<String> = [
        "value", "values", "not", "never", "without", "no", "cannot", "avoid", "instead", "regardless", "or",
    ]

    /// Whether "lower" stands in a text, in any case.
    private static func containsLower(_ bytes: Swift.Span<UInt8>) -> Bool {
        for place in bytes.indices.dropLast(4) where bytes[place] | 0x20 == UInt8(ascii: "l") {
            if bytes[place + 1] | 0x20 == UInt8(ascii: "o"), bytes[place + 2] | 0x20 == UInt8(ascii: "w"),
                bytes[place + 3] | 0x20 == UInt8(ascii: "e"), bytes[place + 4] | 0x20 == UInt8(ascii: "r")
            {
                return true
            }
        }
        return false
    }
}
