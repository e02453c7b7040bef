/// A few dozen words to look names up in.
///
/// Every name is looked up, hardly any is found, and most are told by their length and first byte: a set of strings
/// would hash them all.
package struct WordList: Sendable, ExpressibleByArrayLiteral {
    /// The words of each length.
    private var words: [[String]] = []
    /// For each length, a bit for the first byte of every word.
    private var firstBytes: [UInt32] = []

    init(_ words: [String]) {
        for word in words {
            let length = word.utf8.count
            while length >= self.words.count {
                self.words.append([])
                firstBytes.append(0)
            }
            self.words[length].append(word)
            firstBytes[length] |= Self.bit(word)
        }
    }

    package init(arrayLiteral words: String...) {
        self.init(words)
    }

    func contains(_ word: String) -> Bool {
        let length = word.utf8.count
        guard length < firstBytes.count, firstBytes[length] & Self.bit(word) != 0 else { return false }
        return words[length].contains(word)
    }

    /// Small letters and capitals have the same bits.
    private static func bit(_ word: String) -> UInt32 {
        1 << UInt32(word.utf8.first.map { $0 & 31 } ?? 0)
    }
}
