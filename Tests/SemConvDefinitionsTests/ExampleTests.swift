import SemConvDefinitions
import SemConvDiagnostics
import Testing

/// Examples against the types of their attributes.
@Suite("Examples")
struct ExampleTests {
    /// How examples of a form suit a type.
    enum Verdict: Sendable {
        case fits
        /// A warning: not one list an example.
        case flat
        /// Errors, as many as values are wrong.
        case wrong(Int)
        /// A warning: nothing is there.
        case missing
    }

    static let rows: [(String, String, Verdict)] = [
        ("string", "a", .fits), ("string", "[a, b]", .fits), ("string", "'1'", .fits), ("string", "1", .wrong(1)),
        ("string", "[a, 1, true, 1.5]", .wrong(3)), ("string", "[[a]]", .wrong(1)), ("string", "{a: b}", .wrong(1)),
        ("string", "[]", .missing), ("string", "~", .missing), ("string", "[~]", .wrong(1)),
        ("string", "[yes, 0o8]", .fits),
        ("string", "2024-01-01", .fits),
        ("int", "1", .fits), ("int", "[1, -2, 0x1F]", .fits), ("int", "1.0", .wrong(1)), ("int", "'1'", .wrong(1)),
        ("int", "[]", .fits), ("int", "~", .fits), ("int", "[true]", .wrong(1)),
        ("double", "1.5", .fits), ("double", "[1, 1.5, .inf, 1e3]", .fits), ("double", "'1.5'", .wrong(1)),
        ("boolean", "true", .fits), ("boolean", "[true, FALSE]", .fits), ("boolean", "yes", .wrong(1)),
        ("boolean", "[1]", .wrong(1)),
        ("string[]", "[[a, b], [c]]", .fits), ("string[]", "[a, b]", .flat), ("string[]", "a", .wrong(1)),
        ("string[]", "[[a, 1]]", .wrong(1)), ("string[]", "[[]]", .fits), ("string[]", "[]", .missing),
        ("string[]", "~", .missing), ("string[]", "[[[a]]]", .wrong(1)),
        ("int[]", "[[1], [2, 3]]", .fits), ("int[]", "[1, 2]", .flat), ("int[]", "[['1']]", .wrong(1)),
        ("int[]", "1", .wrong(1)), ("int[]", "~", .fits),
        ("double[]", "[[1, 1.5]]", .fits), ("boolean[]", "[[true], [false]]", .fits), ("boolean[]", "[true]", .flat),
        ("template[string]", "a", .fits), ("template[string]", "['x=\"y\"']", .fits),
        ("template[string]", "[1]", .wrong(1)),
        ("template[string]", "[[a]]", .wrong(1)), ("template[string]", "~", .fits),
        ("template[int]", "[1]", .fits), ("template[double]", "[1]", .fits), ("template[boolean]", "[a]", .wrong(1)),
        ("template[string[]]", "[[a], [b]]", .fits), ("template[string[]]", "[a]", .flat),
        ("template[string[]]", "a", .flat), ("template[string[]]", "[[1]]", .wrong(1)),
        ("template[int[]]", "[[1]]", .fits), ("template[any]", "[a, 1, [b]]", .fits),
        ("any", "[a, 1, true, {b: c}, [d]]", .fits), ("any", "~", .fits),
        ("{members: [{id: a, stability: stable}]}", "[b, 1]", .fits),
    ]

    @Test("examples suit the type", arguments: rows)
    func verdict(type: String, examples: String, verdict: Verdict) {
        let keys = "type: \(type)\nbrief: B.\nstability: stable\nexamples: \(examples)"
        let expected: [(Diagnostic.Severity, String)] =
            switch verdict {
            case .fits: []
            case .flat: [(.warning, "example-not-nested")]
            case .wrong(let count): Array(repeating: (.error, "example-wrong-type"), count: count)
            case .missing: [(.warning, "example-missing")]
            }
        for decoded in [Decoded(Template.definition(keys)), Decoded(Template.signal("attributes", "key: a\n" + keys))] {
            #expect(decoded.rules == expected.map(\.1))
            #expect(decoded.diagnostics.map(\.severity) == expected.map(\.0))
        }
    }

    @Test(
        "texts and lists of texts need examples, others do not",
        arguments: [
            ("string", true), ("string[]", true), ("int", false), ("boolean", false), ("double", false), ("any", false),
            ("template[string]", false), ("int[]", false), ("{members: []}", false),
        ]
    )
    func absent(type: String, isNeeded: Bool) {
        let decoded = Decoded(Template.definition("type: \(type)\nbrief: B.\nstability: stable"))
        #expect(decoded.rules == (isNeeded ? ["example-missing"] : []))
    }

    @Test(
        "examples are kept as a list, a single one as a list of one",
        arguments: [
            ("a", [FreeValue.string("a")]), ("[a, b]", [.string("a"), .string("b")]), ("1", [.int(1)]),
            ("'1.0'", [.string("1.0")]), ("[1.5, true]", [.double(1.5), .bool(true)]), ("[]", []),
            ("[[a], [1, ~]]", [.list([.string("a")]), .list([.int(1), .null])]),
            ("{a: 1}", [.map([.init(key: "a", value: .int(1))])]), ("~", nil),
        ]
    )
    func values(text: String, values: [FreeValue]?) {
        #expect(Decoded(Template.definition("type: any\nexamples: \(text)")).definition?.fields.examples == values)
        // What a reference gives in their place is not compared with a type that it does not know.
        let reference = Decoded(Template.reference("examples: \(text)"))
        #expect(reference.reference?.fields?.fields.examples == values)
        #expect(reference.rules == [])
    }

    @Test("an example is reported where it stands")
    func place() {
        let decoded = Decoded(Template.definition("type: string[]\nbrief: B.\nstability: stable\nexamples: [[a, 1]]"))
        #expect(decoded.diagnostics.first?.location?.description == "test.yaml:11:24")
        #expect(decoded.diagnostics.first?.subject == "test.a")
    }
}
