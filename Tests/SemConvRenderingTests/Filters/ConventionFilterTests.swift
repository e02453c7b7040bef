import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

@testable import SemConvRendering

@Suite("Filters and tests of conventions")
struct ConventionFilterTests {
    /// Evaluates an expression over `x`.
    private func evaluate(
        _ expression: String,
        _ x: TemplateValue = .none,
        _ change: (inout PackConfiguration) -> Void = { _ in }
    ) throws -> String {
        var configuration = PackConfiguration()
        change(&configuration)
        var environment = TemplateEnvironment()
        ConventionFilters.register(in: &environment, configuration)
        let context = TemplateObject(shape: TemplateShape(["x"], name: "context"), values: [x])
        return try environment.evaluate(expression: expression, context: context).text()
    }

    @Test(
        "texts and ids become what the reference tool makes of them",
        arguments: [
            ("'http.request.method' | attribute_namespace", "http"),
            ("'state' | attribute_namespace", "other"),
            ("'http.request.method' | attribute_id", "request.method"),
            ("'metric.http.server' | metric_namespace", "http"),
            ("'registry.user_agent.os' | attribute_registry_namespace", "user_agent"),
            ("'registry.user_agent' | attribute_registry_title", "User Agent"),
            ("'registry.user_agent' | attribute_registry_file", "attributes-registry/user-agent.md"),
            ("'a.b' | split_id", "[\"a\", \"b\"]"),
            ("'hello WORLD' | capitalize_first", "Hello WORLD"),
            ("[[1], [2, 3]] | flatten", "[1, 2, 3]"),
            ("'template[string[]]' | instantiated_type", "string[]"),
            ("'int' | instantiated_type", "int"),
            ("'a\"b' | print_member_value", "\"a\\\"b\""),
            ("3 | print_member_value", "3"),
            ("'one-two' | regex_replace('(one)-(\\\\w+)', '$2 $1')", "two one"),
            ("'a\\nb' | comment_with_prefix('# ')", "# a\n# b"),
        ]
    )
    func filters(expression: String, expected: String) throws {
        #expect(try evaluate(expression) == expected)
    }

    @Test(
        "tests hold for what they name",
        arguments: [
            ("{'stability': 'stable'} is stable", true),
            ("{'stability': 'release_candidate'} is stable", false),
            ("{'stability': none} is experimental", true),
            ("{'deprecated': {'reason': 'obsoleted'}} is deprecated", true),
            ("{'deprecated': none} is deprecated", false),
            ("{'type': {'members': []}} is enum", true),
            ("{'members': []} is enum_type", true),
            ("'string[]' is simple_type", true),
            ("'template[int]' is simple_type", false),
            ("'template[int]' is template_type", true),
            ("'int[]' is array", true),
        ]
    )
    func tests(expression: String, expected: Bool) throws {
        #expect(try evaluate(expression) == (expected ? "true" : "false"))
    }

    @Test("attributes sort by requirement level, then by name")
    func sorting() throws {
        let attributes: TemplateValue = .list([
            ["name": "e", "requirement_level": ["opt_in": "why"]], ["name": "d", "requirement_level": "opt_in"],
            ["name": "c", "requirement_level": ["recommended": "why"]], ["name": "b", "requirement_level": "required"],
            ["name": "a", "requirement_level": ["conditionally_required": "if"]],
        ])
        #expect(
            try evaluate("x | attribute_sort | map(attribute='name') | join(' ')", attributes) == "b a c d e"
        )
        #expect(try evaluate("x | required | map(attribute='name') | join(' ')", attributes) == "b")
        #expect(try evaluate("x | not_required | map(attribute='name') | join(' ')", attributes) == "e d c a")
    }

    @Test(
        "the type of an enumeration is the one that holds all values",
        arguments: [
            ("[{'value': 1}, {'value': 2}]", "int"), ("[{'value': 'a'}]", "string"),
            ("[{'value': 1}, {'value': 'a'}]", "string"), ("[{'value': 1.5}]", "double"), ("[]", "string"),
            ("[{'value': true}]", "boolean"),
        ]
    )
    func enumerationType(members: String, expected: String) throws {
        #expect(try evaluate("{'members': \(members)} | enum_type") == expected)
    }

    @Test("acronyms replace whole words, in any case")
    func acronyms() throws {
        let change: (inout PackConfiguration) -> Void = { $0.acronyms = ["iOS", "API", "URL"] }
        #expect(
            try evaluate("'This is - IOS - and api, urls!' | acronym", .none, change)
                == "This is - iOS - and API, urls!"
        )
    }

    @Test("a text map gives its text, the default, or the value itself")
    func textMaps() throws {
        let change: (inout PackConfiguration) -> Void = { $0.textMaps = ["types": ["int": "Int"]] }
        #expect(try evaluate("'int' | map_text('types')", .none, change) == "Int")
        #expect(try evaluate("'any' | map_text('types', 'Any')", .none, change) == "Any")
        #expect(try evaluate("'any' | map_text('types')", .none, change) == "any")
    }

    @Test("comments take their format by name and their settings one by one")
    func comments() throws {
        let change: (inout PackConfiguration) -> Void = {
            $0.commentFormats["swift"] = CommentFormat()
            $0.commentFormats["swift"]?.prefix = "/// "
            $0.defaultCommentFormat = "swift"
        }
        #expect(try evaluate("'a\\nb' | comment(indent=2)", .none, change) == "/// a\n  /// b")
        #expect(try evaluate("['a', 'b'] | comment(format='swift', prefix='# ')", .none, change) == "# a\n# b")
        #expect(try evaluate("none | comment", .none, change) == "")
    }

    @Test(
        "mistakes say what was expected and what may be meant",
        arguments: [
            ("'x' | map_text('typs')", "the pack has no text map 'typs'", "did you mean 'types'?"),
            ("'x' | comment(format='swfit')", "the pack has no comment format 'swfit'", "did you mean 'swift'?"),
            ("3 | camel_case", "filter 'camel_case' expects a string, but got an integer", nil),
            ("'a' | comment(indent_type='tabs')", "'indent_type' cannot be 'tabs'", "one of: space, tab"),
            ("'http' | metric_namespace", "'http' is no id of the form 'metric.NAMESPACE'", nil),
            ("'x' | regex_replace('(', '')", "'(' is no regular expression", nil),
            ("'.x' | attribute_id", "the id '.x' lacks a part beside its first period", nil),
        ] as [(String, String, String?)]
    )
    func mistakes(expression: String, message: String, help: String?) throws {
        let error = #expect(throws: TemplateError.self) {
            try evaluate(expression) {
                $0.textMaps = ["types": [:]]
                $0.commentFormats = ["swift": CommentFormat()]
            }
        }
        #expect(error?.diagnostic.message == message)
        if let help { #expect(error?.diagnostic.help == help) }
    }
}
