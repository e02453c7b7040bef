/// Turns the words of an identifier into Swift names. Collisions are not its business: see ``SwiftNameTable``.
///
/// An identifier falls into words at every character that is neither a letter nor a digit, and at the humps of camel
/// case (`toolCall`, `HTTPServer`). Digits stay with their word. Letters beyond ASCII stay as they are.
package struct SwiftNaming: Sendable {
    private let acronyms: Acronyms

    /// - Parameter acronyms: spellings that come before the built-in ones, such as `K8s`; of two of one word the later
    ///   counts.
    package init(acronyms: [String] = []) {
        self.acronyms = Acronyms(custom: acronyms)
    }

    /// The name of a type or namespace, such as `GenAI` for `gen_ai`; empty where the text has no letter or digit.
    package func pascalCased(_ text: String) -> String {
        name(of: text, lowercasesFirstWord: false)
    }

    /// The name of a member, such as `clientID` for `client_id`; empty where the text has no letter or digit.
    ///
    /// It may be a word that Swift reserves: see ``SwiftReservedWords``.
    package func camelCased(_ text: String) -> String {
        name(of: text, lowercasesFirstWord: true)
    }

    private func name(of text: String, lowercasesFirstWord: Bool) -> String {
        let bytes = Array(text.utf8)
        var name: [UInt8] = []
        write(bytes, in: bytes.indices, lowercasesFirstWord: lowercasesFirstWord, to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// Writes the name of a part of an identifier in the place of what the array holds.
    ///
    /// - Parameter name: the caller's, so that thousands of names need no memory of their own while they grow.
    /// - Returns: how many words the part has.
    @discardableResult
    func write(_ bytes: [UInt8], in range: Range<Int>, lowercasesFirstWord: Bool, to name: inout [UInt8]) -> Int {
        name.removeAll(keepingCapacity: true)
        var words = IdentifierWords(in: range)
        var count = 0
        while let word = words.next(of: bytes) {
            count += 1
            if let last = name.last, last.isASCIIDigit, bytes[word.lowerBound].isASCIIDigit {
                // Without it `1_10` and `11_0` would read the same.
                name.append(UInt8(ascii: "_"))
            }
            let start = name.count
            for index in word { name.append(bytes[index].asciiLowercased) }
            if count == 1, lowercasesFirstWord { continue }
            if !acronyms.respell(&name, from: start) { name[start] = name[start].asciiUppercased }
        }
        if let first = name.first, !first.isASCIILetter, !name.scalar(at: 0).scalar.startsIdentifier {
            name.insert(UInt8(ascii: "_"), at: 0)
        }
        return count
    }
}
