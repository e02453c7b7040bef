import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Types of attributes")
struct AttributeTypeTests {
    static let words: [(String, AttributeType)] = [
        ("string", .primitive(.string)),
        ("int", .primitive(.int)),
        ("double", .primitive(.double)),
        ("boolean", .primitive(.boolean)),
        ("any", .any),
        ("string[]", .array(.string)),
        ("int[]", .array(.int)),
        ("double[]", .array(.double)),
        ("boolean[]", .array(.boolean)),
        ("template[string]", .template(.primitive(.string))),
        ("template[int]", .template(.primitive(.int))),
        ("template[double]", .template(.primitive(.double))),
        ("template[boolean]", .template(.primitive(.boolean))),
        ("template[any]", .template(.any)),
        ("template[string[]]", .template(.array(.string))),
        ("template[int[]]", .template(.array(.int))),
        ("template[double[]]", .template(.array(.double))),
        ("template[boolean[]]", .template(.array(.boolean))),
    ]

    @Test("a word names a type, in both formats, quoted or not", arguments: words)
    func word(spelling: String, type: AttributeType) {
        #expect(Decoded(Template.definition("type: \(spelling)")).definition?.type == type)
        #expect(Decoded(Template.definition("type: '\(spelling)'")).definition?.type == type)
        #expect(Decoded(Template.signal("attributes", "key: a\ntype: \(spelling)")).definition?.type == type)
        #expect(type.spelling == spelling)
    }

    @Test(
        "other words are errors, with a guess where one is near",
        arguments: [
            ("strin", "did you mean 'string'?"), ("String", "did you mean 'string'?"),
            ("string[", "did you mean 'string'?"), ("template[strings]", "did you mean 'template[string]'?"),
            ("bool", nil), ("map", nil), ("bytes", nil), ("template[template[string]]", nil), ("enum", nil),
            ("''", nil),
            ("~", nil), ("1", nil), ("[string]", nil),
        ]
    )
    func unknownWord(spelling: String, help: String?) {
        let diagnostics = Decoded(Template.definition("type: \(spelling)\nbrief: A.\nstability: stable")).diagnostics
        #expect(diagnostics.map(\.rule) == ["invalid-value"])
        if let help {
            #expect(diagnostics.first?.help == help)
        } else {
            #expect(diagnostics.first?.help?.hasPrefix("the values are string, int") == true)
        }
    }

    static let memberValues: [(String, EnumMember.Value)] = [
        ("value: get", .string("get")),
        ("value: 'get'", .string("get")),
        ("value: \"1\"", .string("1")),
        ("value: '1.0'", .string("1.0")),
        ("value: 'true'", .string("true")),
        ("value: |-\n  get", .string("get")),
        ("value: ''", .string("")),
        ("value: yes", .string("yes")),
        ("value: 1", .int(1)),
        ("value: -32700", .int(-32700)),
        ("value: 1665987217045", .int(1_665_987_217_045)),
        ("value: 0x10", .int(16)),
        ("value: 1.5", .double(1.5)),
        ("value: 1e3", .double(1000)),
        ("value: true", .boolean(true)),
        ("value: False", .boolean(false)),
        // Without a value, the id stands for it.
        ("brief: None.", .string("m")),
        ("value: ~", .string("m")),
    ]

    @Test("a member has a value of any type", arguments: memberValues)
    func memberValue(line: String, value: EnumMember.Value) throws {
        let text = Template.definition(
            "type:\n  members:\n    - id: m\n      \(line.indented(by: 6))\n      stability: stable"
        )
        let decoded = Decoded(text + "\n        brief: A.\n        stability: stable")
        #expect(decoded.rules == [])
        #expect(try #require(decoded.enumeration).members.map(\.value) == [value])
    }

    @Test(
        "an enumeration holds the type that all its values have, or strings",
        arguments: [
            (["a", "b"], AttributeType.Primitive.string), (["1", "2"], .int), (["1.5", "2.5"], .double),
            (["true", "false"], .boolean), (["1", "2.5"], .string), (["1", "a"], .string), (["true", "1"], .string),
            ([], .string),
        ]
    )
    func valueType(values: [String], type: AttributeType.Primitive) throws {
        let members = values.enumerated().map { "{id: m\($0.offset), value: \($0.element)}" }.joined(separator: ", ")
        let decoded = Decoded(Template.definition("type: {members: [\(members)]}"))
        #expect(try #require(decoded.enumeration).valueType == type)
    }

    @Test("a member keeps all that is said of it")
    func member() throws {
        let decoded = Decoded(
            Template.definition(
                """
                type:
                  allow_custom_values: true
                  members:
                    - id: m
                      value: v
                      brief: B.
                      note: N.
                      stability: beta
                      deprecated: {reason: renamed, renamed_to: n}
                      annotations: {code_generation: {exclude: true}}
                    - {id: n, brief: ~, note: ~, stability: ~, annotations: ~, deprecated: ~}
                """
            )
        )
        let members = try #require(decoded.enumeration).members
        #expect(
            members.first
                == EnumMember(
                    id: "m",
                    value: .string("v"),
                    brief: "B.",
                    note: "N.",
                    stability: .beta,
                    deprecated: .renamed(to: "n", note: ""),
                    annotations: AnnotationMap(
                        entries: [
                            .init(key: "code_generation", value: .map([.init(key: "exclude", value: .bool(true))]))
                        ]
                    )
                )
        )
        #expect(members.last == EnumMember(id: "n", value: .string("n")))
    }

    @Test("members of one id or value are no matter of decoding")
    func repetitions() throws {
        let decoded = Decoded(Template.definition("type: {members: [{id: a, value: x}, {id: a, value: x}]}"))
        #expect(try #require(decoded.enumeration).members.count == 2)
        #expect(!decoded.diagnostics.contains { $0.severity == .error && $0.rule != "attribute-brief-missing" })
    }
}

extension Decoded<RegistryFile> {
    var enumeration: Enumeration? {
        if case .enumeration(let enumeration) = definition?.type { enumeration } else { nil }
    }
}
