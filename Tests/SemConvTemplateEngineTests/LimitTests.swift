import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

@Suite("Limits")
struct LimitTests {
    static var fixture: TemplateFixture {
        var limits = TemplateLimits()
        limits.outputBytes = 100_000
        limits.loopTurns = 10_000
        limits.listElements = 10_000
        limits.textBytes = 1_000_000
        return TemplateFixture(
            options: TemplateOptions(limits: limits),
            templates: [
                "cycle.j2": "{% include 'cycle.j2' %}", "one.j2": "{% include 'two.j2' %}",
                "two.j2": "{% import 'one.j2' as o %}",
            ],
            context: [("x", 1)]
        )
    }

    @Test(
        "what would not end, or grow without bounds, is an error",
        arguments: [
            ("{% include 'cycle.j2' %}", "macros and includes call one another more than 200 levels deep"),
            ("{% include 'one.j2' %}", "macros and includes call one another more than 200 levels deep"),
            ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "macros and includes call one another"),
            (
                "{% macro m() %}{{ caller() }}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{% call m() %}{% endcall %}",
                "macros and includes call one another"
            ),
            (
                "{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}",
                "the loops have run more than 10000 times"
            ),
            (
                "{% for a in range(5000) if a > 1 %}{% endfor %}{% for a in range(5000) %}{% endfor %}",
                "the loops have run more than 10000 times"
            ),
            ("{{ range(100001) }}", "'range' would have more than 100000 elements"),
            ("{{ range(0, 9223372036854775807, 1) }}", "'range' would have more than"),
            ("{{ 'x' * 100001 }}", "the output is larger than 100000 bytes"),
            ("{{ 'xy' * 9223372036854775807 }}", "the output is larger"),
            ("{{ [1] * 10001 }}", "a list would have more than 10000 elements"),
            ("{% for i in range(2000) %}{{ 'x' * 100 }}{% endfor %}", "the output is larger than 100000 bytes"),
            (
                "{% for i in range(5000) %}abcdefghijklmnopqrstuvwxyz{% endfor %}",
                "the output is larger than 100000 bytes"
            ),
            (
                "{% set ns = namespace(s='abcdefgh') %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
                "the output is larger"
            ),
            (
                "{% for i in range(9000) %}{% set s = 'abcdefgh' * 100 %}{% endfor %}",
                "more than 1000000 bytes of strings"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = ns.l + ns.l %}{% endfor %}",
                "a list would have more than"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}",
                "a list with lists in it has grown too large"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [ns.l] %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l={}) %}{% for i in range(100) %}{% set ns.l = {'a': ns.l} %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = ns.l|batch(1) %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = ns.l|zip(ns.l) %}{% endfor %}",
                "too large"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = ns.l|slice(1) %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = {'a': ns.l}|items %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = {'a': ns.l}|dictsort %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = dict(a=ns.l) %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [{'a': ns.l}]|groupby('b', default=1) %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            (
                "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [2]|map(attribute='x', default=ns.l) %}{% endfor %}",
                "a value lies more than 64 levels deep"
            ),
            ("{{ 'aaaaaaaaaa' * 1000|int }}{{ ('a' * 1000)|replace('a', 'b' * 1000) }}", "the output is larger"),
            ("{{ ('a' * 50000)|replace('', 'bb') }}", "the output is larger"),
            ("{{ 'a\\n' * 9|int }}{{ ('a\\n' * 1000)|indent(10000) }}", "the output is larger"),
            ("{{ range(1000)|join('x' * 1000) }}", "the output is larger"),
            ("{{ range(9000)|map('string')|join('0123456789abcdef')|length }}", "the output is larger"),
            ("{{ 1|indent(10001) }}", "'indent' expects 0 to 10000 blanks"),
            ("{{ [1]|batch(9999999, 0) }}", "'linecount' lies between 1 and 100000"),
        ]
    )
    func limits(source: String, expected: String) {
        let text = Self.fixture.render(source)
        #expect(text.contains(expected), "\(text.prefix(300))")
        #expect(text.contains(".j2:"), "\(text.prefix(300))")
    }

    @Test("a deep namespace is released without harm") func namespaces() {
        let source =
            "{% set ns = namespace(n=none) %}{% for i in range(5000) %}{% set ns.n = namespace(n=ns.n) %}{% endfor %}ok"
        #expect(Self.fixture.render(source) == "ok")
    }

    @Test(
        "brackets, signs, tags and chains that lie too deep are errors",
        arguments: [
            String(repeating: "(", count: 5_000), String(repeating: "[", count: 5_000),
            String(repeating: "{1:", count: 5_000),
            String(repeating: "not ", count: 5_000) + "1", String(repeating: "-", count: 5_000) + "1",
            String(repeating: "1 + ", count: 5_000) + "1", String(repeating: "1 if 1 else ", count: 5_000) + "1",
            "x" + String(repeating: ".a", count: 5_000), "x" + String(repeating: "|string", count: 5_000),
            "x" + String(repeating: "[0]", count: 5_000), "x" + String(repeating: " is defined", count: 5_000),
            "x" + String(repeating: "()", count: 5_000), String(repeating: "2 ** ", count: 5_000) + "2",
            String(repeating: "x and not ", count: 5_000) + "x",
        ]
    )
    func deepExpressions(source: String) {
        let text = Self.fixture.render("{{ \(source) }}")
        #expect(text.contains("levels deep") || text.contains("the expression is too long"), "\(text.prefix(300))")
    }

    @Test(
        "tags that lie too deep are errors",
        arguments: [
            "{% if x %}", "{% for a in [1] %}", "{% with %}", "{% macro m() %}", "{% set x %}", "{% filter upper %}",
            "{% call x() %}",
            "{% autoescape false %}", "{% for (((a", "{% if x %}{% else %}{% if x %}",
        ]
    )
    func deepTags(tag: String) {
        let text = Self.fixture.render(String(repeating: tag, count: 5_000))
        #expect(text.contains("[template-syntax]"), "\(text.prefix(300))")
    }

    @Test("a long chain of branches and concatenations is fine") func longButFlat() {
        let branches = (0..<2_000).map { "{% elif x == \($0 + 2) %}\($0)" }.joined()
        #expect(Self.fixture.render("{% if x == 0 %}\(branches){% else %}end{% endif %}") == "end")
        #expect(
            Self.fixture.render("{{ \((0..<2_000).map { _ in "x" }.joined(separator: " ~ ")) }}")
                == String(repeating: "1", count: 2_000)
        )
        #expect(Self.fixture.render("{{ [\(String(repeating: "1, ", count: 5_000))]|length }}") == "5000")
    }
}
