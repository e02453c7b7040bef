import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Requirement levels")
struct RequirementLevelTests {
    static let forms: [(String, RequirementLevel)] = [
        ("required", .required),
        ("recommended", .recommended("")),
        ("opt_in", .optIn("")),
        ("\"required\"", .required),
        ("{conditionally_required: when known}", .conditionallyRequired("when known")),
        ("{recommended: if cheap}", .recommended("if cheap")),
        ("{opt_in: if asked}", .optIn("if asked")),
        ("{opt_in: ''}", .optIn("")),
        ("\n  conditionally_required: >\n    when\n    known", .conditionallyRequired("when known")),
    ]

    @Test("a word, or a mapping with one key", arguments: forms)
    func form(text: String, level: RequirementLevel) {
        for decoded in [
            Decoded(Template.reference("requirement_level: \(text)")),
            Decoded(
                Template.signal(
                    "metrics",
                    "name: m\nattributes:\n  - ref: a\n    requirement_level: \(text.indented(by: 4))"
                )
            ),
        ] {
            #expect(decoded.reference?.fields?.fields.requirementLevel == level)
            #expect(!decoded.diagnostics.contains { $0.message.contains("requirement_level") })
        }
        let definition = Decoded(Template.definition("type: int\nrequirement_level: \(text)")).definition
        #expect(definition?.fields.requirementLevel == level)
    }

    @Test(
        "anything else is an error",
        arguments: [
            ("conditionally_required", "invalid-value"), ("optional", "invalid-value"), ("Required", "invalid-value"),
            ("''", "invalid-value"), ("1", "invalid-value"), ("{required: always}", "unknown-key"),
            ("{recommended: a, opt_in: b}", "invalid-value"), ("{}", "invalid-value"), ("[required]", "wrong-type"),
            ("{recommended: 1}", "wrong-type"), ("{recommended: [a]}", "wrong-type"),
        ]
    )
    func wrong(text: String, rule: String) {
        #expect(Decoded(Template.reference("requirement_level: \(text)")).rules == [rule])
    }

    @Test("nothing is nothing")
    func null() {
        let decoded = Decoded(Template.reference("requirement_level: ~"))
        #expect(decoded.rules == [])
        #expect(decoded.reference?.fields?.fields.requirementLevel == nil)
    }

    @Test(
        "a signal is recommended or opt-in, and carries no remark",
        arguments: [
            ("recommended", RequirementLevel.recommended(""), []), ("opt_in", .optIn(""), []),
            ("~", nil, []), ("required", nil, ["invalid-value"]), ("{opt_in: x}", nil, ["invalid-value"]),
        ],
        [
            ("metrics", "name: m\ninstrument: gauge\nunit: s"), ("spans", "type: s\nkind: client\nname: {note: n}"),
            ("events", "name: e"), ("entities", "type: e\nidentity: [{ref: a}]"),
        ]
    )
    func ofSignals(form: (String, RequirementLevel?, [String]), signal: (String, String)) {
        let keys = signal.1 + "\nbrief: B.\nstability: stable\nrequirement_level: \(form.0)"
        let decoded = Decoded(Template.signal(signal.0, keys))
        #expect(decoded.rules == form.2)
        #expect(decoded.groups.first?.requirementLevel == form.1)
    }

    @Test("levels have an order and a text")
    func order() {
        #expect(RequirementLevel.Kind.allCases.sorted() == [.required, .conditionallyRequired, .recommended, .optIn])
        #expect(RequirementLevel.conditionallyRequired("x").text == "x")
        #expect(RequirementLevel.required.text == "")
        #expect(RequirementLevel.optIn("x").kind == .optIn)
    }
}
