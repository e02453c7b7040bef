import SemConvTemplateEngine
import Testing

@Suite("Statements")
struct StatementTests {
    static let fixture = TemplateFixture(
        templates: [
            "part.j2": "[{{ name }}]",
            "macros.j2": "ignored{% set answer = 42 %}{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}",
            "local.j2": "<{{ item }}{{ loop.index }}>",
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
        ("{{ template.set_file_name('a.swift') }}x", "x"),
    ]

    @Test("statements do what they do in Jinja", arguments: StatementTests.cases)
    func statement(source: String, expected: String) {
        #expect(Self.fixture.render(source) == expected)
    }
}
