import SemConvRegistry
import Testing

@Suite(
    "Sentences of the model",
    .enabled(if: !Places.officialVersions.isEmpty, "../shared/registries with the official registry is not here")
)
struct SentencesTests {
    /// How many words in a row have to be the same to count as copied.
    private let run = 8

    @Test("None is an official sentence, or shares a run of words with one", arguments: Places.officialVersions)
    func ownWords(version: String) throws {
        var places: [String: String] = [:]
        for sentence in try Loading.registry(Places.model).sentences {
            for phrase in phrases(of: sentence) { places[phrase] = sentence.place }
        }
        #expect(!places.isEmpty)

        let official = Set(try Loading.registry(Places.officialRegistry(version)).sentences.map(\.text))
        // The smallest official version has some three thousand of them.
        #expect(official.count > 1_000)
        let copied = official.flatMap { phrases(of: Sentence(place: version, text: $0)) }
            .compactMap { phrase in places[phrase].map { "\($0): \(phrase)" } }
        #expect(copied.sorted() == [])
    }

    /// The sentence as a whole, and every run of words in it.
    private func phrases(of sentence: Sentence) -> [String] {
        let words = sentence.words.map { Substring($0).lowercased() }
        guard words.count > run else { return [words.joined(separator: " ") + "."] }
        var phrases = [words.joined(separator: " ") + "."]
        for start in 0...(words.count - run) {
            phrases.append(words[start..<(start + run)].joined(separator: " "))
        }
        return phrases
    }
}
