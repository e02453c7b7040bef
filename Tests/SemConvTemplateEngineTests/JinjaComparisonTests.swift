import Foundation
import SemConvTemplateEngine
import Testing

/// Templates on which MiniJinja and Jinja2 agree, rendered by Jinja2 as well, where it is installed.
@Suite("Comparison with Jinja2")
struct JinjaComparisonTests {
    /// Templates that print strings and integers only, as the two engines write floats, booleans and none differently.
    static let corpus: [String] = [
        "a {{ name }} b", "{{ number + 1 }}{{ number * 2 }}{{ number // 5 }}{{ number % 5 }}{{ 2 ** 8 }}",
        "{{ 1 + 2 * 3 - 4 }}",
        "{{ 'a' ~ 1 ~ 'b' }}", "{{ 'x' if number > 3 else 'y' }}", "{{ numbers | join(', ') }}",
        "{{ numbers | sort | join }}",
        "{{ numbers | sort(reverse=true) | join('') }}", "{{ words | sort | join(' ') }}",
        "{{ words | map('upper') | join }}",
        "{{ users | map(attribute='name') | join('/') }}",
        "{{ users | selectattr('age', 'gt', 20) | map(attribute='name') | join }}",
        "{{ users | sort(attribute='age') | map(attribute='name') | join }}",
        "{{ users | rejectattr('tags') | map(attribute='name') | join }}",
        "{% for age, group in users | groupby('age') %}{{ age }}:{{ group | map(attribute='name') | join('+') }};{% endfor %}",
        "{{ [1, 2, 3, 4, 5] | batch(2) | map('join') | join('|') }}",
        "{{ [1, 2, 3, 4, 5] | slice(2) | map('join') | join('|') }}",
        "{{ [1, 1, 2] | unique | join }}{{ [1, 2] | sum }}{{ [3, 1] | min }}{{ [3, 1] | max }}{{ [1, 2] | first }}{{ [1, 2] | last }}",
        "{{ 'hello world' | title }}{{ 'hELLO' | capitalize }}{{ 'a' | upper }}{{ ' x ' | trim }}{{ 'abc' | reverse }}",
        "{{ 'a-b-a' | replace('a', 'c') }}{{ 'abc' | length }}{{ numbers | length }}{{ -5 | abs }}{{ '42' | int }}{{ 'x' | int(3) }}",
        "{{ 'a\nb\nc' | indent(2) }}|{{ 'a\n\nb' | indent(3, true) }}|{{ 'a\n\nb' | indent(1, blank=true) }}",
        "{{ missing | default('d') }}{{ '' | default('e', true) }}{{ name | default('f') }}",
        "{{ 'yes' if missing is defined else 'no' }}{{ 'yes' if name is defined else 'no' }}",
        "{% if number is even %}even{% endif %}{% if number is divisibleby(7) %}7{% endif %}{% if name is string %}s{% endif %}",
        "{% for n in numbers %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.length }}{{ n }},{% endfor %}",
        "{% for n in numbers if n > 1 %}{{ n }}{{ '' if loop.last else ',' }}{% else %}none{% endfor %}",
        "{% for n in [] %}x{% else %}empty{% endfor %}", "{% for k, v in map.items() %}{{ k }}{{ v }}{% endfor %}",
        "{% for k, v in map | dictsort %}{{ k }}{{ v }}{% endfor %}",
        "{% for n in numbers %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% set x = 1 %}{% for n in numbers %}{% set x = x + n %}{{ x }} {% endfor %}{{ x }}",
        "{% set x = 1 %}{% for n in numbers %}{{ x }}{% if n == 1 %}{% set x = 9 %}{% endif %}{{ x }}{% endfor %}",
        "{% set ns = namespace(t=0) %}{% for n in numbers %}{% set ns.t = ns.t + n %}{% endfor %}{{ ns.t }}",
        "{% set x %}a{{ name }}{% endset %}[{{ x }}]", "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
        "{% macro m(a, b='x') %}<{{ a }}{{ b }}>{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}{{ m('q') | upper }}",
        "{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
        "{% macro w() %}[{{ caller() }}]{% endmacro %}{% call w() %}{{ name }}{% endcall %}",
        "{% macro each(xs) %}{% for x in xs %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(x) each(numbers) %}({{ x }}){% endcall %}",
        "{% set p = '-' %}{% macro m(x) %}{{ p }}{{ x }}{% endmacro %}{{ m(1) }}{{ m(2) }}",
        "{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}", "{% filter upper %}a{{ name }}{% endfilter %}",
        "{% raw %}{{ x }}{% endraw %}", "a{# c #}b{#- d -#} e",
        "{{ 'abcdef'[1:4] }}{{ numbers[::-1] | join }}{{ numbers[-1] }}{{ 'abc'[0] }}",
        "{{ user.name }}{{ user['age'] }}{{ user.tags[0] }}{{ map['a'] }}",
        "{{ 'x' if 'a' in map else 'y' }}{{ 'x' if 4 not in numbers else 'y' }}",
        "{{ 'x' if 1 < number < 100 else 'y' }}{{ 'x' if not number == 42 else 'y' }}{{ 'x' if number > 1 and number < 3 or name else 'y' }}",
        "{{ 'a b c'.split() | join('-') }}{{ 'abc'.startswith('a') | int }}{{ 'abc'.endswith('b') | int }}{{ 'x,y'.split(',')[1] }}",
        "{{ ', '.join(['a', 'b']) }}{{ 'aXb'.replace('X', '-') }}{{ ' a '.strip() }}{{ 'A'.lower() }}{{ 'a'.upper() }}",
        "{{ range(3) | join }}{{ range(1, 7, 2) | join }}{{ dict(a=1, b=2).b }}",
        "{{ 'é日本'|length }}{{ 'é日本'[1] }}{{ 'éa' | upper }}",
        "{% include 'part.j2' %}{% include ['none.j2', 'part.j2'] %}{% include 'none.j2' ignore missing %}",
        "{% import 'macros.j2' as m %}{{ m.twice('a') }}{{ m.answer }}{% from 'macros.j2' import twice as t %}{{ t('b') }}",
        "{% for item in numbers %}{% include 'item.j2' %}{% endfor %}",
        "  {% if yes %}\n  a\n  {% else %}\n  b\n  {% endif %}\nc\n", "{% for n in numbers %}\n{{ n }}\n{% endfor %}\n",
        "{%- if yes -%}\n a \n{%- endif -%}\n b\n\n", "x  {%- if yes %} y {% endif -%}  z",
        "  {# c #}\n a\n  {#- d -#}\n b",
        "{% for n in numbers -%}\n  {{ n }}\n{%- endfor %}", "  {%+ if yes %}a{% endif %}",
        "{% if yes +%}\na{% endif %}\n", "\n\n{{ name }}\n\n",
        "{% raw -%}\n {{ a }}\n{%- endraw %} b", "a\r\n{% if yes %}\r\nb\r\n{% endif %}\r\n",
        "{% for a in [1, 2] %}{% for b in [3, 4] %}{{ a * b }}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
        "{% for a in [1, 2] %}{% set outer = loop %}{% for b in [3] %}{{ outer.index }}{{ loop.index }}{% endfor %}{% endfor %}",
        "{{ 'a' ~ ('b' if no) ~ 'c' }}", "{{ (1, 2) | join }}{{ {'a': [1, {'b': 2}]}.a[1].b }}",
        "{{ '%' ~ '}' ~ '}}' ~ '{{' }}",
        "{{ 'a' | default('b') ~ 'c' }}{{ [] | default('x', boolean=true) }}",
        "{{ -number | abs }}{{ -2 ** 2 }}{{ 7 // 2 * 2 }}{{ -7 // 2 }}{{ -7 % 3 }}",
    ]

    private static let parts = [
        "part.j2": "[{{ name }}]", "item.j2": "<{{ item }}>",
        "macros.j2": "{% set answer = 42 %}{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}",
    ]

    private static let script = """
        import json, sys, jinja2
        job = json.load(sys.stdin)
        user = lambda name, age, tags: {"name": name, "age": age, "tags": tags}
        context = {
            "name": "World", "empty": "", "number": 42, "yes": True, "no": False, "nothing": None, "numbers": [3, 1, 2],
            "words": ["delta", "Alpha", "charlie", "bravo"], "map": {"b": 2, "a": 1}, "user": user("Ada", 36, ["x", "y"]),
            "users": [user("Ada", 36, ["x"]), user("Bob", 17, []), user("Cy", 36, ["y", "z"])],
        }
        result = []
        for trim, lstrip in [(False, False), (True, True)]:
            environment = jinja2.Environment(
                trim_blocks=trim, lstrip_blocks=lstrip, loader=jinja2.DictLoader(job["parts"]))
            for source in job["sources"]:
                result.append(environment.from_string(source).render(context))
        json.dump(result, sys.stdout)
        """

    private static let isInstalled = run("import jinja2", input: Data()) != nil

    /// The output of a Python program; `nil` if there is no Python, or it fails.
    private static func run(_ program: String, input: Data) -> Data? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let (source, sink) = (Pipe(), Pipe())
        process.standardInput = source
        process.standardOutput = sink
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            try source.fileHandleForWriting.write(contentsOf: input)
            try source.fileHandleForWriting.close()
            let output = try sink.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return process.terminationStatus == 0 ? output : nil
        } catch {
            return nil
        }
    }

    @Test("both engines write the same", .enabled(if: isInstalled, "python3 with jinja2 is not installed"))
    func sameOutput() throws {
        let job: [String: Any] = ["sources": Self.corpus, "parts": Self.parts]
        let input = try JSONSerialization.data(withJSONObject: job)
        let output = try #require(Self.run(Self.script, input: input))
        let expected = try #require(try JSONSerialization.jsonObject(with: output) as? [String])
        try #require(expected.count == Self.corpus.count * 2)
        for (index, source) in (Self.corpus + Self.corpus).enumerated() {
            let both = index >= Self.corpus.count
            let options = TemplateOptions(trimBlocks: both, lstripBlocks: both)
            let fixture = TemplateFixture(options: options, templates: Self.parts, context: TemplateFixture.context)
            // Jinja2 turns all line ends into "\n"; MiniJinja leaves them.
            let rendered = fixture.render(source).replacingOccurrences(of: "\r\n", with: "\n")
            #expect(rendered == expected[index], "\(source.debugDescription)")
        }
    }
}
