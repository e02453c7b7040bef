import Testing

@testable import SemConvRendering

@Suite("Look-up by hash")
struct HashIndexTests {
    @Test("of places with one hash the first that fits is found, however many there are")
    func sameHash() {
        var index = HashIndex()
        for place in 0..<100 { index.insert(place, hash: 7) }
        #expect(index.first(7) { _ in true } == 0)
        #expect(index.first(7) { $0 > 41 } == 42)
        #expect(index.first(7) { _ in false } == nil)
        #expect(index.first(8) { _ in true } == nil)
    }

    @Test("every place is found after the index grew", arguments: [0, 5000])
    func growth(capacity: Int) {
        var index = HashIndex(capacity: capacity)
        let words = (0..<5000).map { "word\($0)" }
        for (place, word) in words.enumerated() { index.insert(place, hash: ByteHash.of(word)) }
        for (place, word) in words.enumerated() {
            #expect(index.first(ByteHash.of(word)) { words[$0] == word } == place)
        }
        #expect(index.first(ByteHash.of("words")) { words[$0] == "words" } == nil)
    }

    @Test("hashes at the end of the table go on at its start, and keep their order when it grows")
    func wrapping() {
        var index = HashIndex()
        for place in 0..<40 { index.insert(place, hash: .max) }
        #expect(index.first(.max) { _ in true } == 0)
        #expect(index.first(.max) { $0 > 0 } == 1)
    }

    @Test("a list knows its words, and nothing that looks like one")
    func words() {
        let list: WordList = ["in", "as", "init", "日本"]
        for word in ["in", "as", "init", "日本"] { #expect(list.contains(word)) }
        for word in ["", "i", "is", "IN", "inin", "日木", "initial"] { #expect(!list.contains(word)) }
        #expect(!WordList([]).contains(""))
    }
}
