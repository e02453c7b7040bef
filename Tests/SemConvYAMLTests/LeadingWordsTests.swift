import SemConvYAML
import Testing

@Suite("Leading words")
struct LeadingWordsTests {
    /// In the order of their bytes; the first thirty-two tell each from the next.
    static let sorted = [
        "", "A", "Z", "a", "a.b", "a.b.c", "ab", "http.request.header.authorizatio", "http.request.header.authorize",
        "http.request.methoc", "http.request.method", "\u{E9}", "\u{10348}",
    ]

    @Test("order as the bytes do", arguments: zip(sorted, sorted.dropFirst()))
    func order(_ left: String, _ right: String) {
        #expect(left.leadingWords < right.leadingWords)
    }

    @Test("put the first byte highest, and zeros after the end")
    func layout() {
        #expect("abcdefghi".leadingWords == (0x6162_6364_6566_6768, 0x69 << 56, 0, 0))
    }

    @Test("leave out what comes after thirty-two bytes")
    func length() {
        let text = String(repeating: "x", count: 32)
        #expect(text.leadingWords == (text + "y").leadingWords)
    }
}
