import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Attributes")
struct AttributeTests {
    static let fields: [(String, @Sendable (AttributeFields) -> Bool)] = [
        ("brief: B.", { $0.brief == "B." }),
        ("brief: >\n  Two\n  lines.", { $0.brief == "Two lines." }),
        ("brief: ''", { $0.brief == "" }),
        ("brief: ~", { $0.brief == nil }),
        ("note: |\n  a\n  b\n", { $0.note == "a\nb" || $0.note == "a\nb\n" }),
        ("examples: [1]", { $0.examples == [.int(1)] }),
        ("requirement_level: required", { $0.requirementLevel == .required }),
        ("sampling_relevant: true", { $0.isSamplingRelevant == true }),
        ("sampling_relevant: false", { $0.isSamplingRelevant == false }),
        ("sampling_relevant: ~", { $0.isSamplingRelevant == nil }),
        ("stability: alpha", { $0.stability == .alpha }),
        ("deprecated: {reason: obsoleted}", { $0.deprecated == .obsoleted(note: "") }),
        ("annotations: {a: 1}", { $0.annotations?["a"] == .int(1) }),
        ("annotations: ~", { $0.annotations?.isEmpty ?? true }),
        ("role: identifying", { $0.role == .identifying }),
        ("role: descriptive", { $0.role == .descriptive }),
        ("tag: x", { $0.brief == nil }),
    ]

    @Test("every field of a reference lands where it belongs", arguments: fields)
    func reference(line: String, holds: @Sendable (AttributeFields) -> Bool) {
        let decoded = Decoded(Template.reference(line))
        #expect(decoded.rules == [])
        #expect(holds(decoded.reference?.fields?.fields ?? AttributeFields()))
    }

    @Test("every field of a definition lands where it belongs", arguments: fields)
    func definition(line: String, holds: @Sendable (AttributeFields) -> Bool) throws {
        let decoded = Decoded(Template.definition("type: int\n\(line)"))
        #expect(holds(try #require(decoded.definition).fields))
    }

    @Test("a bare reference says nothing at all")
    func bareReference() throws {
        let reference = try #require(Decoded(Template.reference("")).reference)
        #expect(reference.fields == nil && reference.newID == nil && reference.id == "test.a")
        #expect(reference.location.description == "test.yaml:8:14")
    }

    @Test("a brief is missing unless the attribute is deprecated", arguments: ["note: N.", "brief: ~"])
    func brief(line: String) {
        #expect(
            Decoded(Template.definition("type: int\nstability: stable\n\(line)")).rules == ["attribute-brief-missing"]
        )
        let deprecated = "type: int\nstability: stable\ndeprecated: {reason: obsoleted}\n\(line)"
        #expect(Decoded(Template.definition(deprecated)).rules == [])
    }

    @Test("a definition whose type is wrong is one still, so that references to it are no errors")
    func wrongType() {
        let decoded = Decoded(Template.definition("type: number\nbrief: B.\nstability: stable"))
        #expect(decoded.rules == ["invalid-value"])
        #expect(decoded.definition?.id == "test.a")
    }

    @Test("the key, its place and the type of an attribute of the catalog")
    func catalog() throws {
        let decoded = Decoded(
            """
            file_format: definition/2
            attributes:
              - brief: B.
                key: test.a
                type: int
                stability: stable
              - {key: test.b, type: any, brief: B., stability: beta}
            """
        )
        #expect(decoded.rules == [])
        let group = try #require(decoded.groups.first)
        #expect(group.id == "registry.test" && group.isSynthetic && group.kind == .attributeGroup)
        #expect(group.location.description == "test.yaml:2:1")
        #expect(group.attributes.count == 2)
        #expect(decoded.definition?.id == "test.a")
        #expect(decoded.definition?.location.description == "test.yaml:4:10")
    }

    @Test("what is no reference is refused where only references stand")
    func definitionInSignal() {
        let text = Template.signal("metrics", "name: m\nattributes:\n  - id: test.a\n    type: int")
        #expect(Decoded(text).diagnostics.contains { $0.rule == "missing-key" && $0.location?.line == 5 })
    }

    @Test("an entity names what identifies and what describes it one by one", arguments: ["identity", "description"])
    func groupInEntity(list: String) {
        let text = Template.signal(
            "entities",
            """
            type: e
            brief: B.
            stability: stable
            requirement_level: opt_in
            identity: [{ref: a}]
            """.replacing("identity", with: list == "identity" ? "description" : "identity")
                + "\n\(list): [{ref: b}, {ref_group: g}]"
        )
        #expect(Decoded(text).rules == ["missing-key"])
    }

    @Test("later fields win over earlier ones, and silence never does")
    func override() {
        var fields = AttributeFields(
            brief: "B.",
            note: "N.",
            examples: [.int(1)],
            requirementLevel: .required,
            stability: .stable,
            deprecated: .obsoleted(note: ""),
            annotations: AnnotationMap(entries: [.init(key: "a", value: .null)]),
            isSamplingRelevant: true,
            role: .identifying
        )
        fields.override(by: AttributeFields())
        #expect(fields.brief == "B." && fields.note == "N." && fields.examples == [.int(1)])
        #expect(fields.requirementLevel == .required && fields.stability == .stable)
        #expect(fields.deprecated == .obsoleted(note: "") && fields.annotations?["a"] == .null)
        #expect(fields.isSamplingRelevant == true && fields.role == .identifying)
        fields.override(
            by: AttributeFields(
                brief: "",
                note: "M.",
                examples: [],
                requirementLevel: .optIn(""),
                stability: .alpha,
                deprecated: .uncategorized(note: "x"),
                annotations: AnnotationMap(),
                isSamplingRelevant: false,
                role: .descriptive
            )
        )
        #expect(fields.brief == "" && fields.note == "M." && fields.examples == [])
        #expect(fields.requirementLevel == .optIn("") && fields.stability == .alpha)
        #expect(fields.deprecated == .uncategorized(note: "x") && fields.annotations?.isEmpty == true)
        #expect(fields.isSamplingRelevant == false && fields.role == .descriptive)
    }
}
