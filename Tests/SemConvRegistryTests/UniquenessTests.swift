import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("What has to be unique")
struct UniquenessTests {
    private static let definition = "{id: a, type: int, brief: B., stability: stable}"

    @Test("an attribute that two groups define is an error at the second", arguments: 2...4)
    func attributes(count: Int) throws {
        let files = (0..<count).map { ("\($0).yaml", Piece.group("g\($0)", "attributes: [\(Self.definition)]")) }
        let resolved = try Resolved(Dictionary(uniqueKeysWithValues: files))
        #expect(resolved.findings.map(\.file) == (1..<count).map { "\($0).yaml" })
        #expect(resolved.rules == Array(repeating: "duplicate-attribute-id", count: count - 1))
        #expect(resolved.diagnostics.allSatisfy { $0.notes.first?.location?.file.hasSuffix("/0.yaml") == true })
    }

    @Test("so is one that a group defines twice, or that both formats define")
    func attributesOfOneGroup() throws {
        #expect(
            try Resolved(Piece.group("g", "attributes: [\(Self.definition), \(Self.definition)]")).rules == [
                "duplicate-attribute-id"
            ]
        )
        #expect(try Resolved(Piece.attributes("a"), Piece.catalog("a")).rules == ["duplicate-attribute-id"])
        #expect(try Resolved(Piece.catalog("a", "a")).rules == ["duplicate-attribute-id"])
    }

    @Test(
        "ids and names of groups",
        arguments: [
            ("{id: g, type: attribute_group}", "{id: g, type: attribute_group}", ["duplicate-group-id"]),
            ("{id: g, type: attribute_group}", "{id: g, type: scope}", ["duplicate-group-id"]),
            ("{id: g, type: attribute_group}", "{id: h, type: attribute_group}", []),
            ("{id: e, type: event, name: n}", "{id: f, type: event, name: n}", ["duplicate-group-name"]),
            ("{id: e, type: event, name: n}", "{id: f, type: entity, name: n}", []),
            ("{id: e, type: entity, name: n}", "{id: f, type: entity, name: n}", ["duplicate-group-name"]),
            (
                "{id: m, type: metric, metric_name: n, instrument: gauge, unit: s}",
                "{id: o, type: metric, metric_name: n, instrument: gauge, unit: s}", ["duplicate-metric-name"]
            ),
            ("{id: entity.e, type: entity, name: n}", "{id: e, type: entity, name: o}", ["colliding-signal-id"]),
            (
                "{id: span.e, type: span, span_kind: client}", "{id: e, type: span, span_kind: client}",
                ["colliding-signal-id"]
            ),
            ("{id: entity.e, type: entity, name: n}", "{id: e, type: span, span_kind: client}", []),
            ("{id: span.e, type: span, span_kind: client}", "{id: event.e, type: event, name: e}", []),
        ]
    )
    func groups(one: String, other: String, rules: [String]) throws {
        let group = { (text: String) in text.dropLast() + ", brief: B., stability: stable, attributes: []}" }
        let resolved = try Resolved("groups:\n  - \(group(one))", "groups:\n  - \(group(other))")
        #expect(resolved.rules == rules)
        #expect(resolved.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(resolved.findings.allSatisfy { $0.file == "1.yaml" })
    }

    @Test("refinements share the names of their bases")
    func refinements() throws {
        let resolved = try Resolved(
            Piece.metric("m") + "metric_refinements: [{id: a, ref: m}, {id: b, ref: m}]\n"
        )
        #expect(resolved.rules == [])
    }
}
