import SemConvDefinitions
import SemConvDiagnostics
import Testing

/// Keys and forms of releases before today's, back to 1.21.
@Suite("Keys of old releases")
struct LegacyKeyTests {
    /// A form, where it was last seen, and the rules that it meets now.
    static let forms: [(String, String, [String], [String])] = [
        (
            "prefix (1.26)", "groups: [{id: g, type: attribute_group, brief: B., prefix: p, attributes: []}]",
            ["group-prefix"], ["group-prefix"]
        ),
        (
            "constraints (1.25)",
            "groups: [{id: g, type: attribute_group, brief: B., attributes: [], constraints: [{any_of: [a]}, {include: b}]}]",
            ["removed-key"], ["removed-key"]
        ),
        (
            "allow_custom_values (1.29)",
            Template.definition("brief: B.\nstability: stable\ntype: {allow_custom_values: true, members: []}"), [], []
        ),
        ("tag (1.27)", Template.definition("brief: B.\nstability: stable\ntype: int\ntag: t"), [], []),
        (
            "requirement_level of a definition (1.28)",
            Template.definition("brief: B.\nstability: stable\ntype: int\nrequirement_level: required"), [], []
        ),
        (
            "definitions without stability (1.29)", Template.definition("brief: B.\ntype: int"),
            ["attribute-stability-missing"], []
        ),
        (
            "stability deprecated (1.24)", Template.definition("brief: B.\ntype: int\nstability: deprecated"),
            ["stability-deprecated"], []
        ),
        (
            "experimental (1.29)", Template.definition("brief: B.\ntype: int\nstability: experimental"), [], []
        ),
        (
            "deprecated as a text (1.33)",
            Template.definition("type: int\nstability: stable\ndeprecated: Replaced by `b`."),
            ["unstructured-deprecated"], []
        ),
        (
            "type resource (1.36)",
            "groups: [{id: r, type: resource, brief: B., stability: stable, attributes: []}]", [], []
        ),
        (
            "no type (1.30)", "groups: [{id: g, brief: B., stability: stable, attributes: []}]", ["group-type-missing"],
            []
        ),
        (
            "events of spans (1.38)",
            "groups: [{id: s, type: span, span_kind: client, brief: B., stability: stable, attributes: [], events: [e]}]",
            [],
            []
        ),
        (
            "events of a group without a type",
            "groups: [{id: s, span_kind: client, brief: B., stability: stable, attributes: [], events: [e]}]",
            ["group-type-missing"], []
        ),
        (
            "flat examples of lists (1.26)",
            Template.definition("type: string[]\nbrief: B.\nstability: stable\nexamples: [a, b]"),
            ["example-not-nested"], []
        ),
        ("version", "version: '2'", ["deprecated-version-field"], []),
    ]

    @Test("an old form is read, with a warning where it no longer means anything", arguments: forms)
    func form(_ form: (name: String, text: String, rules: [String], future: [String])) {
        let decoded = Decoded(form.text)
        #expect(decoded.rules == form.rules)
        #expect(decoded.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(decoded.value != nil)
    }

    @Test("what newer rules refuse is refused for those who ask for the future")
    func future() {
        let text = "groups: [{id: g, type: attribute_group, brief: B., attributes: [], constraints: []}]"
        #expect(Decoded(text, future: true).diagnostics.map(\.severity) == [.error])
    }

    @Test("a resource is an entity, without a name")
    func resource() throws {
        let group = try #require(
            Decoded("groups: [{id: resource.host, type: resource, brief: B., attributes: []}]").groups.first
        )
        #expect(group.kind == .entity && group.name == nil && group.id == "resource.host")
    }
}
