import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Entity associations")
struct AssociationTests {
    static let forms: [(String, [String])] = [
        ("[host]", ["host"]),
        ("[host, k8s.pod]", ["host", "k8s.pod"]),
        ("[{one_of: [host, process]}]", ["one(host process)"]),
        ("[{all_of: [host, process]}]", ["all(host process)"]),
        ("[a, {one_of: [b, {all_of: [c, {one_of: [d]}]}]}]", ["a", "one(b all(c one(d)))"]),
        ("[]", []),
        ("~", []),
    ]

    @Test("names, and combinations at any depth", arguments: forms)
    func form(text: String, expected: [String]) throws {
        for decoded in [decode(text), decode(text, list: "metric_refinements", keys: "id: m\nref: n")] {
            #expect(decoded.rules == [])
            #expect(try #require(decoded.groups.first).entityAssociations.map(Self.describe) == expected)
        }
    }

    @Test(
        "what names no entity is an error",
        arguments: [
            ("['']", "empty-entity-association"), ("['  ']", "empty-entity-association"),
            ("[~]", "empty-entity-association"),
            ("[{one_of: []}]", "empty-entity-association"), ("[{all_of: ~}]", "empty-entity-association"),
            ("[{one_of: [{all_of: []}]}]", "empty-entity-association"), ("[{one_of: host}]", "wrong-type"),
            ("[1]", "wrong-type"), ("[[host]]", "wrong-type"), ("host", "wrong-type"),
            ("{one_of: [host]}", "wrong-type"),
            ("[{}]", "invalid-value"), ("[{one_of: [a], all_of: [b]}]", "invalid-value"),
            ("[{none_of: [a]}]", "unknown-key"),
            ("[{type: host}]", "unknown-key"),
        ]
    )
    func wrong(text: String, rule: String) {
        #expect(decode(text).rules == [rule])
    }

    @Test("a name knows its place")
    func place() throws {
        guard
            case .oneOf(let inner)? = try #require(decode("[{one_of: [host]}]").groups.first).entityAssociations.first,
            case .entity(let reference)? = inner.first
        else {
            Issue.record("no association")
            return
        }
        #expect(reference.location.description == "test.yaml:9:37")
    }

    private func decode(
        _ text: String,
        list: String = "metrics",
        keys: String = "name: m\ninstrument: gauge\nunit: s\nbrief: B.\nstability: stable\nrequirement_level: opt_in"
    ) -> Decoded<RegistryFile> {
        Decoded(Template.signal(list, keys + "\nentity_associations: \(text)"))
    }

    private static func describe(_ association: AssociationDefinition) -> String {
        switch association {
        case .entity(let reference): reference.id
        case .oneOf(let inner): "one(\(inner.map(describe).joined(separator: " ")))"
        case .allOf(let inner): "all(\(inner.map(describe).joined(separator: " ")))"
        }
    }
}
