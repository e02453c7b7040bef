import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

@Suite("Statements")
struct StatementTests {
    static let fixture = TemplateFixture(
        templates: [
            "part.j2": "[{{ name }}]",
            "macros.j2":
                "ignored{% set answer = 42 %}{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{% macro wrap() %}[{{ caller() }}]{% endmacro %}",
            "local.j2": "<{{ item }}{{ loop.index }}>", "seen.j2": "({{ a }}{{ name }})",
        ],
        context: TemplateFixture.context
    )

    static let cases: [(String, String)] = [
        ("plain text", "plain text"),
        ("", ""),
        ("Hello {{ name }}!", "Hello World!"),
        ("a{# comment #}b", "ab"),
        ("{% raw %}{{ name }}{% x %}{% endraw %}", "{{ name }}{% x %}"),
        ("{% if yes %}a{% endif %}", "a"),
        ("{% if no %}a{% elif yes %}b{% else %}c{% endif %}", "b"),
        ("{% if no %}a{% elif no %}b{% else %}c{% endif %}", "c"),
        ("{% if yes and not no %}a{% endif %}", "a"),
        ("{% if no or (yes and no) %}a{% else %}b{% endif %}", "b"),
        ("{% for n in numbers %}{{ n }},{% endfor %}", "3,1,2,"),
        ("{% for n in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% for n in numbers %}x{% else %}none{% endfor %}", "xxx"),
        ("{% for k, v in map.items() %}{{ k }}={{ v }};{% endfor %}", "b=2;a=1;"),
        ("{% for k, v in map|items %}{{ k }}={{ v }};{% endfor %}", "b=2;a=1;"),
        ("{% for k in map %}{{ k }}{% endfor %}", "ba"),
        ("{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123"),
        ("{% for n in numbers if n > 1 %}{{ loop.index }}/{{ loop.length }}:{{ n }} {% endfor %}", "1/2:3 2/2:2 "),
        ("{% for n in numbers if n > 5 %}x{% else %}none{% endfor %}", "none"),
        ("{% for n in numbers %}{% for m in [1, 2] %}{{ n * m }} {% endfor %}{% endfor %}", "3 6 1 2 2 4 "),
        (
            "{% for n in numbers %}{% if loop.first %}F{% endif %}{% if loop.last %}L{% endif %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{% endfor %}",
            "F032121L210"
        ),
        (
            "{% for n in numbers %}{{ loop.previtem|default('-') }}{{ loop.nextitem|default('-') }} {% endfor %}",
            "-1 32 1- "
        ),
        ("{% for n in numbers %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
        ("{% for n in [1, 1, 2] %}{% if loop.changed(n) %}{{ n }}{% endif %}{% endfor %}", "12"),
        (
            "{% for n in numbers %}{% set outer = loop %}{% for m in [1] %}{{ outer.index }}{% endfor %}{% endfor %}",
            "123"
        ),
        (
            "{% for n in range(10) %}{% if n == 2 %}{% continue %}{% endif %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% endfor %}",
            "013"
        ),
        ("{% for c in 'abc' %}{{ c }}-{% endfor %}", "a-b-c-"),
        ("{% set x = 1 %}{{ x }}", "1"),
        ("{% set a, b = 1, 2 %}{{ a }}{{ b }}", "12"),
        ("{% set x %}<{{ name }}>{% endset %}{{ x }}", "<World>"),
        ("{% set x | upper %}a{{ name }}{% endset %}{{ x }}", "AWORLD"),
        ("{% set x = 1 %}{% for n in numbers %}{% set x = x + 1 %}{{ x }}{% endfor %}{{ x }}", "2221"),
        (
            "{% set x = 1 %}{% for n in numbers %}{% if n == 1 %}{% set x = 5 %}{% endif %}{{ x }}{% endfor %}",
            "151"
        ),
        ("{% if yes %}{% set x = 1 %}{% endif %}{{ x }}", "1"),
        (
            "{% set ns = namespace(total=0) %}{% for n in numbers %}{% set ns.total = ns.total + n %}{% endfor %}{{ ns.total }}",
            "6"
        ),
        ("{% macro m(a, b='B') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}", "1B1243"),
        ("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "11"),
        ("{% macro m() %}x{% endmacro %}{{ m()|upper }}{{ m() ~ 'y' }}", "Xxy"),
        ("{% macro m(n) %}{% if n > 0 %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}", "321"),
        ("{% set p = 'a' %}{% macro m() %}{{ p }}{{ name }}{% endmacro %}{% set p = 'b' %}{{ m() }}", "bWorld"),
        ("{% for n in numbers %}{% macro m() %}<{{ n }}>{% endmacro %}{{ m() }}{% endfor %}", "<3><1><2>"),
        ("{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}in {{ name }}{% endcall %}", "[in World]"),
        (
            "{% macro each(xs) %}{% for x in xs %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(x) each(numbers) %}<{{ x }}>{% endcall %}",
            "<3><1><2>"
        ),
        ("{% macro box() %}{{ caller() if caller is defined else '-' }}{% endmacro %}{{ box() }}", "-"),
        ("{% include 'part.j2' %}", "[World]"),
        ("{% set name = 'x' %}{% include 'part.j2' %}", "[x]"),
        ("{% include ['none.j2', 'part.j2'] %}", "[World]"),
        ("{% include 'none.j2' ignore missing %}.", "."),
        ("{% for item in numbers %}{% include 'local.j2' %}{% endfor %}", "<31><12><23>"),
        ("{% import 'macros.j2' as m %}{{ m.twice('a') }}{{ m.answer }}", "aa42"),
        ("{% from 'macros.j2' import twice, answer as a %}{{ twice('a') }}{{ a }}", "aa42"),
        ("{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a is defined }}", "12false"),
        ("{% with %}{% set a = 1 %}{{ a }}{% endwith %}", "1"),
        ("{% filter upper %}a{{ name }}{% endfilter %}", "AWORLD"),
        ("{% filter replace('a', 'b') | upper %}aa{% endfilter %}", "BB"),
        ("{% autoescape false %}<{{ '<' }}>{% endautoescape %}", "<<>"),
        ("{% do numbers %}x", "x"),
        (
            "{% macro m(a) %}{% include 'seen.j2' %}{% endmacro %}{% for item in [1, 2] %}{{ m(item) }}{% endfor %}",
            "(1World)(2World)"
        ),
        (
            "{% macro w() %}{{ caller() }}{% endmacro %}{% for a in [1, 2] %}{% call w() %}{% include 'seen.j2' %}{% endcall %}{% endfor %}",
            "(1World)(2World)"
        ),
        (
            "{% macro w() %}{{ caller() }}{% endmacro %}{% for a in [1, 2] %}{% call w() %}{{ loop.index }}{{ loop.cycle('x', 'y') }}{% endcall %}{% endfor %}",
            "1x2y"
        ),
        (
            "{% for n in [2] %}{% macro m(k) %}{% if k %}{{ k }}{{ m(k - 1) }}{% endif %}{% endmacro %}{{ m(n) }}{% endfor %}",
            "21"
        ),
        (
            "{% macro outer(n) %}{% macro inner(k) %}{{ n }}{{ k }}{% if k %}{{ inner(k - 1) }}{% endif %}{% endmacro %}{{ inner(1) }}{% endmacro %}{{ outer('a') }}{{ outer('b') }}",
            "a1a0b1b0"
        ),
        (
            "{% macro a(n) %}{% if n %}{{ n }}{{ b(n - 1) }}{% endif %}{% endmacro %}{% macro b(n) %}-{{ a(n) }}{% endmacro %}{{ a(2) }}",
            "2-1-"
        ),
        (
            "{% macro a(x) %}{{ caller(x) }}{% endmacro %}{% macro b(y) %}{% call(v) a(y) %}<{{ v }}{{ y }}{{ caller() }}>{% endcall %}{% endmacro %}{% call b(1) %}z{% endcall %}",
            "<11z>"
        ),
        ("{% for n in [1, 2] %}{% break %}{% else %}none{% endfor %}.", "."),
        ("{% for n in [1, 2, 3] %}{% if n == 2 %}{% continue %}{% endif %}{{ loop.index }}{% endfor %}", "13"),
        ("{% import 'macros.j2' as m %}{% call m.wrap() %}x{% endcall %}{{ m['answer'] }}", "[x]42"),
        (
            "{% set ns = namespace(inner=namespace(x=1)) %}{% set ns.inner.x = 2 %}{{ ns.inner.x }}{{ ns['inner'].x }}",
            "22"
        ),
        ("{% for n in none %}x{% else %}nothing{% endfor %}", "nothing"),
        ("{% for k in namespace(a=1) %}{{ k }}{% endfor %}{{ namespace(a=1)|items|length }}", "a1"),
        ("{% set x = 'o' %}{% with x = 'i', y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}", "iio"),
        ("{% if no %}{% else %}{% set x = 2 %}{% endif %}{{ x }}", "2"),
        ("{% set x = 1 %}{% macro m() %}{{ x }}{% set x = 2 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}", "121"),
        ("{% set a = 1 %}{% set a = a + 1 %}{{ a }}{% set b %}{{ a }}{% set a = 5 %}{% endset %}{{ b }}", "22"),
        ("{{ 'a' if yes }}{{ 'b' if no }}{{ ('c' if no) or 'd' }}", "ad"),
        ("{% set t = template.set_file_name('x') %}[{{ t }}]", "[]"),
        ("{{ template.set_file_name('a.swift') }}x", "x"),
    ]

    @Test("statements do what they do in Jinja", arguments: StatementTests.cases)
    func statement(source: String, expected: String) {
        #expect(Self.fixture.render(source) == expected)
    }

    @Test("a template names its output file; the last time counts") func fileName() throws {
        let source =
            "{{ template.set_file_name('a') }}{% macro m() %}{{ template.set_file_name(path='b/' ~ name) }}{% endmacro %}{{ m() }}"
        var diagnostics = DiagnosticCollector()
        let environment = Self.fixture.environment(source, diagnostics: &diagnostics)
        var output: [UInt8] = []
        let outcome = try environment.render("main.j2", context: Self.fixture.object, into: &output)
        #expect(outcome.fileName == "b/World")
        #expect(output.isEmpty)
        #expect(try environment.render("part.j2", context: Self.fixture.object, into: &output).fileName == nil)
        #expect(String(decoding: output, as: UTF8.self) == "[World]")
    }

    @Test("globals are seen unless the context has a variable of that name") func globals() throws {
        var diagnostics = DiagnosticCollector()
        var environment = Self.fixture.environment("{{ name }}{{ other }}", diagnostics: &diagnostics)
        environment.addGlobal("name", "global")
        environment.addGlobal("other", "global")
        var output: [UInt8] = []
        try environment.render("main.j2", context: Self.fixture.object, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "Worldglobal")
    }

    @Test("an environment renders from any number of threads") func threads() async throws {
        var diagnostics = DiagnosticCollector()
        let source = "{% import 'macros.j2' as m %}{% for n in range(500) %}{{ m.twice(n) }}{{ user.name }}{% endfor %}"
        let environment = Self.fixture.environment(source, diagnostics: &diagnostics)
        let context = Self.fixture.object
        let expected = (0..<500).map { "\($0)\($0)Ada" }.joined()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var output: [UInt8] = []
                    try environment.render("main.j2", context: context, into: &output)
                    return String(decoding: output, as: UTF8.self)
                }
            }
            for try await output in group { #expect(output == expected) }
        }
    }
}
