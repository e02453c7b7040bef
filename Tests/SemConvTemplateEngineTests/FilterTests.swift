import SemConvTemplateEngine
import Testing

@Suite("Filters and tests")
struct FilterTests {
    static let fixture = TemplateFixture(context: TemplateFixture.context)

    static let ofValues: [(String, String)] = [
        ("missing|default('d')", "d"), ("missing|default", ""), ("missing|d(1)", "1"),
        ("user.missing|default(2)", "2"),
        ("user.note|default('n')", "n"), ("''|default('d')", ""), ("''|default('d', true)", "d"),
        ("''|default('d', boolean=true)", "d"), ("none|default('d')", "none"), ("0|bool", "false"),
        ("'x'|bool", "true"),
        ("42|string ~ ''", "42"), ("'é日x'|length", "3"), ("[1, 2]|count", "2"), ("map|length", "2"),
        ("user|length", "3"),
        ("map|attr('a')", "1"), ("user|attr('name')", "Ada"), ("map|items", "[[\"b\", 2], [\"a\", 1]]"),
        ("map|dictsort", "[[\"a\", 1], [\"b\", 2]]"), ("map|dictsort(by='value')", "[[\"a\", 1], [\"b\", 2]]"),
        ("map|dictsort(reverse=true)", "[[\"b\", 2], [\"a\", 1]]"),
        ("{'B': 1, 'a': 2}|dictsort", "[[\"a\", 2], [\"B\", 1]]"),
        ("{'B': 1, 'a': 2}|dictsort(case_sensitive=true)", "[[\"B\", 1], [\"a\", 2]]"), ("-3|abs", "3"),
        ("-1.5|abs", "1.5"), ("'42'|int", "42"), ("'x'|int(7)", "7"), ("3.9|int", "3"), ("'3.9'|int", "3"),
        ("true|int", "1"), ("'1.5'|float", "1.5"), ("2|float", "2.0"), ("'x'|float(0.5)", "0.5"),
        ("42.55|round", "43.0"), ("42.55|round(1)", "42.6"), ("42.51|round(1, 'floor')", "42.5"),
        ("42.1|round(method='ceil')", "43.0"), ("42|round", "42"),
    ]

    @Test("filters of values", arguments: FilterTests.ofValues)
    func values(source: String, expected: String) {
        #expect(Self.fixture.render("{{ \(source) }}") == expected)
    }

    static let ofText: [(String, String)] = [
        ("'aé'|upper", "AÉ"), ("'AÉ'|lower", "aé"), ("'hELLO wORLD'|capitalize", "Hello world"),
        ("'the bIrd, is The:word'|title", "The Bird, Is The:Word"),
        ("\"a<b>&'\\\"\"|escape", "a&lt;b&gt;&amp;&#x27;&quot;"),
        ("'<'|e", "&lt;"), ("'<'|safe", "<"), ("'aXbX'|replace('X', '--')", "a--b--"),
        ("'ab'|replace('', '-')", "-a-b-"),
        ("'  a b\\n'|trim", "a b"), ("'xxaxx'|trim('x')", "a"), ("[1, 'a', true]|join", "1atrue"),
        ("[1, 2]|join(', ')", "1, 2"), ("users|join('-', attribute='name')", "Ada-Bob-Cy"),
        ("'abc'|join('.')", "a.b.c"),
        ("none|join(',')", ""), ("'a b  c'|split", "[\"a\", \"b\", \"c\"]"),
        ("'a.b.c'|split('.')", "[\"a\", \"b\", \"c\"]"),
        ("'a.b.c'|split('.', 1)", "[\"a\", \"b.c\"]"), ("'a\\nb\\r\\n\\nc'|lines", "[\"a\", \"b\", \"\", \"c\"]"),
        ("'a\\nb\\n\\nc'|indent", "a\n    b\n\n    c"), ("'a\\nb'|indent(2, true)", "  a\n  b"),
        ("'a\\n\\nb'|indent(1, blank=true)", "a\n \n b"), ("'a\\nb\\n'|indent(2)", "a\n  b"),
        ("'a\\nb'|indent('> ')", "a\n> b"),
        ("{'a': [1, 2.5, none, true, 'x\"<']}|tojson", "{\"a\":[1,2.5,null,true,\"x\\\"\\u003c\"]}"),
        ("[1, []]|tojson(indent=2)", "[\n  1,\n  []\n]"), ("'é\\n'|tojson", "\"é\\n\""),
        ("{'a': [1]}|pprint", "{\n    \"a\": [\n        1,\n    ],\n}"), ("'a b/ü?'|urlencode", "a%20b/%C3%BC%3F"),
        ("{'a': 1, 'b c': 'd&'}|urlencode", "a=1&b%20c=d%26"), ("'abc'|reverse", "cba"), ("'abc'|first", "a"),
        ("'abc'|last", "c"), ("'ab'|list", "[\"a\", \"b\"]"),
    ]

    @Test("filters of text", arguments: FilterTests.ofText)
    func text(source: String, expected: String) {
        #expect(Self.fixture.render("{{ \(source) }}") == expected)
    }

    static let ofLists: [(String, String)] = [
        ("numbers|first", "3"), ("numbers|last", "2"), ("numbers|reverse", "[2, 1, 3]"),
        ("map|list", "[\"b\", \"a\"]"),
        ("numbers|sort", "[1, 2, 3]"), ("numbers|sort(reverse=true)", "[3, 2, 1]"),
        ("words|sort", "[\"Alpha\", \"bravo\", \"charlie\", \"delta\"]"),
        ("['b', 'A', 'a', 'B']|sort", "[\"A\", \"a\", \"b\", \"B\"]"),
        ("['b', 'A', 'a', 'B']|sort(reverse=true)", "[\"b\", \"B\", \"A\", \"a\"]"),
        ("['b', 'A']|sort(case_sensitive=true)", "[\"A\", \"b\"]"),
        ("[2, 'a', none, 1]|sort", "[none, 1, 2, \"a\"]"),
        ("users|sort(attribute='age')|map(attribute='name')|join", "BobAdaCy"),
        ("users|sort(attribute='age,name', reverse=true)|map(attribute='name')|join", "CyAdaBob"),
        ("[1, 2, 1, 'a', 'A', [1], [1]]|unique", "[1, 2, \"a\", [1]]"),
        ("['a', 'A']|unique(case_sensitive=true)", "[\"a\", \"A\"]"),
        ("users|unique(attribute='age')|map(attribute='name')|join", "AdaBob"), ("numbers|min", "1"),
        ("numbers|max", "3"),
        ("(users|max(attribute='age')).name", "Ada"), ("numbers|sum", "6"), ("[0.5, 1]|sum", "1.5"),
        ("[]|sum", "0"),
        ("users|sum(attribute='age')", "89"), ("numbers|sum(start=10)", "16"),
        ("[1, 2]|zip(['a', 'b', 'c'])", "[[1, \"a\"], [2, \"b\"]]"), ("[1, 2, 3]|batch(2)", "[[1, 2], [3]]"),
        ("[1, 2, 3]|batch(2, 0)", "[[1, 2], [3, 0]]"), ("[1, 2, 3, 4, 5]|slice(3)", "[[1, 2], [3, 4], [5]]"),
        ("[1, 2, 3, 4]|slice(3, 'x')", "[[1, 2], [3, \"x\"], [4, \"x\"]]"),
        ("users|map(attribute='name')|join(' ')", "Ada Bob Cy"),
        ("users|map(attribute='tags.0', default='-')|join", "x-y"),
        ("['a', 'b']|map('upper')", "[\"A\", \"B\"]"), ("['a', 'b']|map('replace', 'a', 'x')", "[\"x\", \"b\"]"),
        ("['a\\nb']|map('indent', width=1)", "[\"a\\n b\"]"), ("numbers|select('odd')", "[3, 1]"),
        ("numbers|reject('odd')", "[2]"), ("[0, 1, '', 'a']|select", "[1, \"a\"]"), ("[0, 1]|reject", "[0]"),
        ("numbers|select('gt', 1)", "[3, 2]"), ("numbers|select('in', [1, 2])", "[1, 2]"),
        ("users|selectattr('tags')|map(attribute='name')|join", "AdaCy"),
        ("users|rejectattr('tags')|map(attribute='name')|join", "Bob"),
        ("users|selectattr('age', 'equalto', 17)|map(attribute='name')|join", "Bob"),
        ("users|selectattr('note', 'defined')|list|length", "0"),
        ("users|rejectattr('note', 'defined')|length", "3"),
        ("(users|groupby('age'))[1].grouper", "36"),
        ("(users|groupby('age'))[1].list|map(attribute='name')|join", "AdaCy"),
        ("(users|groupby('age'))[0][0]", "17"), ("(users|groupby('note', default='?'))|length", "1"),
        ("none|list", "[]"),
        ("users|map(attribute='tags')|map('length')|list", "[1, 0, 2]"),
    ]

    @Test("filters of lists", arguments: FilterTests.ofLists)
    func lists(source: String, expected: String) {
        #expect(Self.fixture.render("{{ \(source) }}") == expected)
    }

    @Test("groups unpack into key and elements") func groups() {
        let source = "{% for age, group in users|groupby('age') %}{{ age }}:{{ group|length }} {% endfor %}"
        #expect(Self.fixture.render(source) == "17:1 36:2 ")
    }

    @Test(
        "tests",
        arguments: [
            ("missing is defined", false), ("name is defined", true), ("user.missing is defined", false),
            ("user.note is undefined", true), ("map.z is undefined", true), ("numbers[9] is defined", false),
            ("nothing.x is defined", false), ("nothing is none", true), ("true is true", true), ("1 is true", false),
            ("false is false", true), ("yes is boolean", true), ("1 is number", true), ("1.5 is number", true),
            ("'1' is number", false), ("1 is integer", true), ("1 is int", true), ("1.0 is integer", false),
            ("1.0 is float", true),
            ("name is string", true), ("numbers is sequence", true), ("name is sequence", false),
            ("map is mapping", true),
            ("user is mapping", true), ("numbers is mapping", false), ("numbers is iterable", true),
            ("map is iterable", true),
            ("1 is iterable", false), ("3 is odd", true), ("-3 is odd", true), ("4 is even", true),
            ("9 is divisibleby(3)", true),
            ("1 is eq(1)", true), ("1 is equalto 1", true), ("1 is ne 2", true), ("1 is != 1", false),
            ("1 is lt 2", true),
            ("1 is lessthan 2", true), ("2 is le 2", true), ("3 is gt 2", true), ("3 is greaterthan 4", false),
            ("2 is ge 3", false),
            ("'a' is in 'abc'", true), ("'abc' is containing 'b'", true), ("'abc' is startingwith 'ab'", true),
            ("'abc' is endingwith 'bc'", true), ("'abc' is endingwith 'b'", false), ("'abc' is lower", true),
            ("'aBc' is lower", false),
            ("'ABC' is upper", true), ("1 is sameas 1", true), ("1 is sameas 1.0", false),
            ("true is sameas true", true),
            ("'upper' is filter", true), ("'uper' is filter", false), ("'odd' is test", true), ("'x' is test", false),
            ("'a' is safe", false),
        ]
    )
    func tests(source: String, expected: Bool) {
        #expect(Self.fixture.render("{{ \(source) }}") == "\(expected)")
        #expect(Self.fixture.render("{% if \(source) %}true{% else %}false{% endif %}") == "\(expected)")
    }

    @Test("filters, tests, functions and globals come from outside as well") func registered() throws {
        var environment = TemplateEnvironment()
        environment.addFilter("shout") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let mark = try arguments.string("mark", at: 0) ?? "!"
            let count = try arguments.int("count", at: 1) ?? 1
            try arguments.finish()
            return .string(try value.text() + String(repeating: mark, count: count))
        }
        environment.addTest("short") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return try value.text().utf8.count < 4
        }
        environment.addFunction("pair") { arguments throws(TemplateError) in
            var arguments = arguments
            let first = try arguments.required("first", at: 0)
            let second = try arguments.required("second", at: 1)
            try arguments.finish()
            return .list([first, second])
        }
        environment.addGlobal("answer", 42)
        let context = TemplateObject(shape: TemplateShape(["a"], name: "context"), values: ["a"])
        for (source, expected) in [
            ("a|shout", "a!"), ("a|shout('?', count=2)", "a??"), ("'abcd' is short", "false"),
            ("pair(1, second=2)", "[1, 2]"), ("answer", "42"), ("['a']|map('shout', mark='.')", "[\"a.\"]"),
            ("['a', 'abcde']|select('short')", "[\"a\"]"),
        ] {
            #expect(try environment.evaluate(expression: source, context: context).text() == expected, "\(source)")
        }
    }
}
