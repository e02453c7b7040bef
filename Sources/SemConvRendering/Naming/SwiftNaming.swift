/// Turns the words of an identifier into Swift names. Collisions are not its business: see ``SwiftNameTable``.
///
/// An identifier falls into words at every character that is neither a letter nor a digit, and at the humps of camel
/// case (`toolCall`, `HTTPServer`). Digits stay with their word. Letters beyond ASCII stay as they are.
package struct SwiftNaming: Sendable {
    private let acronyms: Acronyms

    /// - Parameter acronyms: spellings that come before the built-in ones, by the word in any case (`"K8S": "K8s"`).
    package init(acronyms: [String: String] = [:]) {
        self.acronyms = Acronyms(custom: acronyms)
    }

    /// The name of a type or namespace, such as `GenAI` for `gen_ai`; empty where the text has no letter or digit.
    package func pascalCased(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return name(of: bytes, in: bytes.indices, lowercasesFirstWord: false)
    }

    /// The name of a member, such as `clientID` for `client_id`; empty where the text has no letter or digit.
    ///
    /// It may be a word that Swift reserves: see ``SwiftReservedWords``.
    package func camelCased(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return name(of: bytes, in: bytes.indices, lowercasesFirstWord: true)
    }

    /// Whether an identifier has no more than one word.
    func isOneWord(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var words = IdentifierWords(bytes, in: bytes.indices)
        return words.next() == nil || words.next() == nil
    }

    /// The name of a part of an identifier.
    func name(of bytes: [UInt8], in range: Range<Int>, lowercasesFirstWord: Bool) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(range.count + 1)
        var words = IdentifierWords(bytes, in: range)
        while let word = words.next() {
            if name.last?.isASCIIDigit == true, bytes[word.lowerBound].isASCIIDigit {
                // Without it `1_10` and `11_0` would read the same.
                name.append(UInt8(ascii: "_"))
            }
            let start = name.count
            for byte in bytes[word] { name.append(byte.asciiLowercased) }
            if start == 0, lowercasesFirstWord { continue }
            if let spelling = acronyms.spelling(of: name[start...]) {
                name.replaceSubrange(start..., with: spelling)
            } else {
                name[start] = name[start].asciiUppercased
            }
        }
        if !name.isEmpty, !name.scalar(at: 0).scalar.startsIdentifier { name.insert(UInt8(ascii: "_"), at: 0) }
        return String(decoding: name, as: UTF8.self)
    }
}
