import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Stability")
struct StabilityTests {
    @Test(
        "every level has its spelling, and experimental is an old one",
        arguments: [
            ("stable", Stability.stable), ("release_candidate", .releaseCandidate), ("beta", .beta), ("alpha", .alpha),
            ("development", .development), ("experimental", .development), ("\"stable\"", .stable),
        ]
    )
    func spelling(text: String, stability: Stability) {
        let decoded = Decoded(Template.definition("type: int\nbrief: B.\nstability: \(text)"))
        #expect(decoded.definition?.fields.stability == stability)
        #expect(decoded.rules == [])
        #expect(Decoded(Template.signal("events", "name: e\nstability: \(text)")).groups.first?.stability == stability)
        #expect(Decoded(Template.reference("stability: \(text)")).reference?.fields?.fields.stability == stability)
    }

    @Test("deprecated was a level once")
    func deprecated() {
        let decoded = Decoded(Template.definition("type: int\nbrief: B.\nstability: deprecated"))
        #expect(decoded.definition?.fields.stability == .deprecated)
        #expect(decoded.diagnostics.map(\.severity) == [.warning])
        #expect(decoded.rules == ["stability-deprecated"])
    }

    @Test(
        "anything else is an error, and one problem only",
        arguments: ["Stable", "unstable", "rc", "''", "[stable]", "1"]
    )
    func wrong(text: String) {
        let decoded = Decoded(Template.definition("type: int\nbrief: B.\nstability: \(text)"))
        #expect(decoded.rules == ["invalid-value"])
    }

    @Test("nothing is no level", arguments: ["stability: ~", "note: N."])
    func missing(line: String) {
        let decoded = Decoded(Template.definition("type: int\nbrief: B.\n\(line)"))
        #expect(decoded.definition?.fields.stability == nil)
        #expect(decoded.rules == ["attribute-stability-missing"])
    }

    @Test("levels rank from development to stable")
    func ranks() {
        let ranked: [Stability] = [.development, .alpha, .beta, .releaseCandidate, .stable]
        #expect(ranked.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(Stability.deprecated.rank == 1)
    }
}
