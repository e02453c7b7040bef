import SemConvDiagnostics
import Testing

@Suite("A suggestion is what the user may have meant") struct SuggestionTests {
    @Test(
        "a slip of the fingers finds its word",
        arguments: [
            ("breif", "brief"), ("brif", "brief"), ("briefs", "brief"), ("stabilty", "stability"), ("Type", "type"),
            ("requirment_levle", "requirement_level"), ("nte", "note"), ("di", "id"),
        ]
    )
    func near(name: String, expected: String) {
        let words = ["id", "type", "brief", "note", "stability", "requirement_level"]
        #expect(Suggestion.nearest(to: name, in: words) == expected)
        #expect(Suggestion.didYouMean(name, in: words) == "did you mean '\(expected)'?")
    }

    @Test("what is far from every word gets none", arguments: ["x", "", "colour", "stab", "brief", "xy"])
    func far(name: String) {
        #expect(Suggestion.nearest(to: name, in: ["id", "brief", "stability"]) == nil)
    }

    @Test("of equally near words the first in byte order wins, whatever the order of the list")
    func ties() {
        #expect(Suggestion.nearest(to: "cat", in: ["hat", "bat", "rat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", in: ["rat", "bat", "hat"]) == "bat")
    }
}
