import SemConvYAML
import Testing

@Suite("Texts made of texts")
struct StringJoiningTests {
    @Test(
        "the parts stand one after another, whatever each is",
        arguments: ["", "a", "é", "seven b", "fifteen bytes..", "sixteen bytes...", "👩‍👩‍👧‍👦", "more than sixteen bytes"]
    )
    func joins(text: String) {
        for other in ["", "`", "Größe", "a text that a word of memory has no room for"] {
            #expect(String(joining: text, other) == text + other)
            #expect(String(joining: other, text, other) == other + text + other)
            #expect(String(joining: text, other, text).utf8.elementsEqual((text + other + text).utf8))
        }
    }

    @Test("a letter and a mark for it may meet")
    func marks() {
        let joined = String(joining: "e", "\u{301}")
        #expect(joined == "é")
        #expect(joined.utf8.count == 3)
    }
}
