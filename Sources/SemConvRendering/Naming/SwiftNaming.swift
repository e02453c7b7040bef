internal import SemConvYAML

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
        var name = NameBuffer()
        text.withBytes { write($0, lowercasesFirstWord: lowercasesFirstWord, to: &name) }
        return name.text
    }

    /// Writes the name of a part of an identifier among others: see below.
    func write(_ bytes: [UInt8], in range: Range<Int>, lowercasesFirstWord: Bool, to name: inout NameBuffer) {
        write(bytes.span.extracting(range), lowercasesFirstWord: lowercasesFirstWord, to: &name)
    }

    /// Writes the name of an identifier, or of a part of one, in the place of what the buffer holds.
    ///
    /// - Returns: how many words the part has.
    @discardableResult
    func write(_ bytes: Span<UInt8>, lowercasesFirstWord: Bool, to name: inout NameBuffer) -> Int {
        // An underscore before each word, one at the start, and one that a caller may add.
        name.clear(capacity: 2 * bytes.count + 2)
        var words = IdentifierWords(in: bytes.indices)
        var count = 0
        while let first = words.nextStart(of: bytes) {
            count += 1
            if count > 1, bytes[first].isASCIIDigit, name[name.count - 1].isASCIIDigit {
                // Without it `1_10` and `11_0` would read the same.
                name.append(UInt8(ascii: "_"))
            }
            let start = name.count
            // Nearly all words are of small letters, which are copied while the end of the word is looked for.
            let smallEnd = name.append(smallLettersOf: bytes, from: first)
            let end = words.finishWord(of: bytes, from: smallEnd)
            name.append(lowercasing: bytes, in: smallEnd..<end)
            if count == 1, lowercasesFirstWord { continue }
            if !acronyms.respell(&name, from: start) { name[start] = name[start].asciiUppercased }
        }
        if let first = name.first, !first.isASCIILetter, !name.bytes.span.scalar(at: 0).scalar.startsIdentifier {
            name.replace(with: "_" + name.text)
        }
        return count
    }
}
