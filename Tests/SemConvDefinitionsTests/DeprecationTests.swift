import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Deprecations")
struct DeprecationTests {
    static let forms: [(String, Deprecation, [String])] = [
        ("Use another.", .unspecified(note: "Use another."), ["unstructured-deprecated"]),
        ("''", .unspecified(note: ""), ["unstructured-deprecated"]),
        ("\"true\"", .unspecified(note: "true"), ["unstructured-deprecated"]),
        ("{reason: renamed, renamed_to: test.b}", .renamed(to: "test.b", note: ""), []),
        ("{note: N., renamed_to: test.b, reason: renamed}", .renamed(to: "test.b", note: "N."), []),
        ("{reason: obsoleted}", .obsoleted(note: ""), []),
        ("{reason: obsoleted, note: N.}", .obsoleted(note: "N."), []),
        ("{reason: uncategorized, note: N.}", .uncategorized(note: "N."), []),
        ("{reason: unspecified, note: N.}", .unspecified(note: "N."), []),
        ("{reason: renamed}", .uncategorized(note: ""), ["missing-key"]),
        ("{renamed_to: test.b}", .unspecified(note: ""), ["missing-key"]),
        ("{}", .unspecified(note: ""), ["missing-key"]),
        ("{reason: gone}", .unspecified(note: ""), ["invalid-value"]),
        ("{reason: renamed, renamed_to: 1}", .uncategorized(note: ""), ["wrong-type"]),
        ("{reason: renamed, renamed_to: ~}", .uncategorized(note: ""), ["invalid-value"]),
        ("{reason: obsoleted, action: x}", .obsoleted(note: ""), ["unknown-key"]),
    ]

    @Test("the same forms everywhere: groups, attributes, references, members, signals", arguments: forms)
    func form(text: String, deprecation: Deprecation, rules: [String]) throws {
        let definition = Decoded(Template.definition("deprecated: \(text)\ntype: int\nstability: stable"))
        #expect(definition.definition?.fields.deprecated == deprecation)
        #expect(definition.rules == rules)
        let reference = Decoded(Template.reference("deprecated: \(text)"))
        #expect(reference.reference?.fields?.fields.deprecated == deprecation)
        #expect(reference.rules == rules)
        let member = Decoded(
            Template.definition(
                "type: {members: [{id: m, stability: stable, deprecated: \(text)}]}\nbrief: B.\nstability: stable"
            )
        )
        #expect(member.enumeration?.members.map(\.deprecated) == [deprecation])
        #expect(member.rules == rules)
        let signal = Decoded(
            Template.signal(
                "events",
                "name: e\nbrief: B.\nstability: stable\nrequirement_level: opt_in\ndeprecated: \(text)"
            )
        )
        #expect(signal.groups.first?.deprecated == deprecation)
        #expect(signal.rules == rules)
        let group = Decoded(
            "groups: [{id: g, type: attribute_group, brief: B., attributes: [], deprecated: \(text)}]"
        )
        #expect(group.groups.first?.deprecated == deprecation)
        #expect(group.rules == rules)
    }

    @Test("what is no text and no mapping is an error", arguments: ["12", "true", "[obsoleted]"])
    func wrong(text: String) {
        let decoded = Decoded(Template.reference("deprecated: \(text)"))
        #expect(decoded.rules == ["wrong-type"])
        #expect(decoded.reference?.fields?.fields.deprecated == nil)
    }

    @Test("nothing is nothing")
    func null() {
        let decoded = Decoded(Template.reference("deprecated:"))
        #expect(decoded.rules == [])
        #expect(decoded.reference?.fields?.fields.deprecated == nil)
    }
}
