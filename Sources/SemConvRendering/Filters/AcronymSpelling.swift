/// The words that are written in one way only, such as `HTTP` or `iOS` (weaver's `acronym` filter).
struct AcronymSpelling {
    private let spellings: [String: String]

    init(_ acronyms: [String]) {
        // As in weaver, the last of two spellings counts.
        spellings = Dictionary(acronyms.map { ($0.lowercased(), $0) }, uniquingKeysWith: { $1 })
    }

    /// The text with each whole word of the list in its spelling; all else stays as it is.
    func apply(to text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
            } else {
                flush(&word, into: &result)
                result.append(character)
            }
        }
        flush(&word, into: &result)
        return result
    }

    private func flush(_ word: inout String, into result: inout String) {
        if word.isEmpty { return }
        result += spellings[word.lowercased()] ?? word
        word = ""
    }
}
