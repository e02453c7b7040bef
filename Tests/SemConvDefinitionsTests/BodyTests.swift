import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Bodies of events")
struct BodyTests {
    static let types = [
        ("boolean", ""), ("int", ""), ("double", ""), ("string", "examples: [a]"), ("boolean[]", ""), ("int[]", ""),
        ("double[]", ""), ("string[]", ""), ("map", "fields: []"), ("map[]", "fields: []"), ("bytes", ""),
        ("undefined", ""), ("enum", "members: []"),
    ]

    @Test("every type of value", arguments: types)
    func type(type: String, more: String) throws {
        let keys = "id: b\ntype: \(type)\nstability: stable\nrequirement_level: required\n\(more)"
        let decoded = Decoded(Template.body(keys))
        #expect(decoded.rules == [])
        #expect(try #require(decoded.groups.first?.body).type == type)
    }

    @Test("no other type", arguments: ["any", "object", "byte[]", "template[string]", "~", "{members: []}"])
    func unknownType(type: String) {
        let keys = "id: b\ntype: \(type)\nstability: stable\nrequirement_level: required"
        #expect(Decoded(Template.body(keys)).rules == ["invalid-value"])
    }

    @Test("a body keeps all that is said of it, at any depth")
    func depth() throws {
        let decoded = Decoded(
            Template.body(
                """
                id: b
                type: map
                brief: B.
                note: N.
                stability: beta
                requirement_level: {conditionally_required: if known}
                fields:
                  - id: c
                    type: enum
                    stability: stable
                    requirement_level: opt_in
                    members: [{id: m, value: 1, stability: stable}]
                  - id: d
                    type: map[]
                    stability: stable
                    requirement_level: recommended
                    fields:
                      - {id: e, type: string, examples: x, stability: stable, requirement_level: required}
                """
            )
        )
        #expect(decoded.rules == [])
        let body = try #require(decoded.groups.first?.body)
        #expect(body.id == "b" && body.brief == "B." && body.note == "N." && body.stability == .beta)
        #expect(body.requirementLevel == .conditionallyRequired("if known"))
        #expect(body.fields.map(\.id) == ["c", "d"])
        #expect(body.fields[0].members.map(\.value) == [.int(1)])
        #expect(body.fields[1].fields.map(\.id) == ["e"])
    }

    @Test("each key is missed, and a text needs examples", arguments: ["id", "type", "requirement_level", "stability"])
    func missing(key: String) {
        let keys = ["id: b", "type: int", "requirement_level: required", "stability: stable"]
        let decoded = Decoded(Template.body(keys.filter { !$0.hasPrefix(key) }.joined(separator: "\n")))
        #expect(decoded.rules == [key == "stability" ? "body-stability-missing" : "missing-key"])
    }

    @Test(
        "what belongs to a type is missed",
        arguments: [
            ("map", "missing-key"), ("map[]", "missing-key"), ("enum", "missing-key"),
            ("string", "body-example-missing"),
        ]
    )
    func missingParts(type: String, rule: String) {
        let keys = "id: b\ntype: \(type)\nrequirement_level: required\nstability: stable"
        #expect(Decoded(Template.body(keys)).rules == [rule])
    }

    @Test("an event need not have a body", arguments: ["body: ~", "body: null"])
    func none(line: String) {
        let decoded = Decoded("groups: [{id: e, type: event, name: e, stability: stable, brief: B., \(line)}]")
        #expect(decoded.rules == [])
        #expect(decoded.groups.first?.body == nil)
    }

    @Test("a body is a mapping", arguments: ["text", "[a]", "1"])
    func noMapping(value: String) {
        let decoded = Decoded("groups: [{id: e, type: event, name: e, stability: stable, brief: B., body: \(value)}]")
        #expect(decoded.rules == ["wrong-type"])
    }
}
