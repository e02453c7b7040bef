import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

@Suite("Errors")
struct ErrorTests {
    static let fixture = TemplateFixture(
        templates: [
            "part.j2": "a\n {{ oops }}",
            "macros.j2":
                "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}\n{% macro fail(x) %}\n{{ x.y }}{% endmacro %}",
            "cycle.j2": "{% include 'cycle.j2' %}",
        ],
        context: TemplateFixture.context
    )

    @Test(
        "a template that does not parse says where and what was expected",
        arguments: [
            ("{{ }}", "1:4: expected an expression, but found the end of the tag"),
            ("{{ a b }}", "1:6: expected the end of the tag, but found 'b'"),
            ("x\n  {{ a. }}", "2:9: expected the name of a field, but found the end of the tag"),
            ("é{{ (1 }}", "1:8: expected ',' or ')', but found the end of the tag"),
            ("{{ [1 2] }}", "1:7: expected ',' or ']', but found '2'"),
            ("{{ {'a' 1} }}", "1:9: expected ':', but found '1'"),
            ("{{ a[ }}", "1:7: expected an expression, but found the end of the tag"),
            ("{{ a[] }}", "1:6: expected an index or a key, but found ']'"),
            ("{{ f(a=1, 2) }}", "1:11: an argument without a name"),
            ("{{ f(a=1, a=2) }}", "1:11: the argument 'a' is given twice"),
            ("{{ a | }}", "1:8: expected the name of a filter"),
            ("{{ a is }}", "1:9: expected the name of a test"), ("{{ 'a }}", "1:4: the string is not closed"),
            ("{{ a & b }}", "1:6: unexpected character '&' [template-syntax] (write 'and')"),
            ("{{ !a }}", "1:4: unexpected character '!' [template-syntax] (write 'not')"),
            ("{{ ü }}", "1:4: unexpected character 'ü'"),
            ("{{ 1a }}", "1:4: a name cannot start with a digit"), ("{{ 1_ }}", "1:4: a number cannot end with '_'"),
            ("{{ 9223372036854775808 }}", "1:4: '9223372036854775808' is not an integer of 64 bits"),
            ("{{ '\\xg0' }}", "1:5: an escape that is not followed by 2 hexadecimal digits"),
            ("{{ '\\ud800' }}", "1:5: an escape of no Unicode scalar"),
            ("{{ and }}", "1:4: expected an expression, but found 'and'"),
            ("{{ not }}", "1:8: expected an expression"),
            ("{{ a", "1:1: the tag is not closed [template-syntax] (it ends with '}}')"),
            ("{% if a", "1:1: the tag is not closed [template-syntax] (it ends with '%}')"),
            ("{# a", "1:1: the comment is not closed"),
            ("{% raw %} {% endra %}", "1:1: the raw block is not closed"), ("{% %}", "1:4: expected the name of a tag"),
            ("{% fro x %}", "1:4: unknown tag 'fro' [template-syntax] (did you mean 'for'?)"),
            (
                "{% block a %}",
                "1:4: 'block' is not supported [template-syntax] (share parts with 'include' or with macros)"
            ),
            ("{% extends 'a' %}", "1:4: 'extends' is not supported"),
            ("{% if yes %}a", "1:4: 'if' is not closed: 'endif' is missing"),
            (
                "{% for a in b %}{% if a %}{% endfor %}",
                "1:20: 'if' is not closed: 'endif' is missing, but 'endfor' was found"
            ),
            ("a{% endif %}", "1:5: 'endif' does not belong to an open tag"),
            ("{% else %}", "1:4: 'else' does not belong to an open tag"),
            ("{% for in x %}{% endfor %}", "1:8: 'in' cannot be assigned to"),
            ("{% for a x %}{% endfor %}", "1:10: expected 'in', but found 'x'"),
            ("{% for a in b recursive %}{% endfor %}", "1:15: 'recursive' loops are not supported"),
            ("{% set %}", "1:8: expected the name of a variable"),
            ("{% set a b %}", "1:10: expected '=', but found 'b'"),
            ("{% set true = 1 %}", "1:8: 'true' cannot be assigned to"),
            ("{% set loop = 1 %}", "1:8: 'loop' cannot be assigned to"),
            ("{% macro m(a, a) %}{% endmacro %}", "1:15: two parameters are called 'a'"),
            ("{% macro m(a=1, b) %}{% endmacro %}", "1:17: the parameter 'b' needs a default"),
            ("{% macro %}{% endmacro %}", "1:10: expected the name of a variable"),
            ("{% call 1 %}{% endcall %}", "1:9: 'call' expects the call of a macro"),
            ("{% import 'a' %}", "1:15: expected 'as', but found the end of the tag"),
            ("{% from 'a' import %}", "1:20: expected the name of a macro"),
            ("{% include 'a' without context %}", "1:16: 'without context' is not supported"),
            ("{% autoescape true %}{% endautoescape %}", "1:15: output is not escaped"),
            ("{% break %}", "1:4: 'break' is not inside a loop"),
            (
                "{% for a in b %}{% set x %}{% continue %}{% endset %}{% endfor %}",
                "1:31: 'continue' is not inside a loop"
            ),
        ]
    )
    func syntax(source: String, expected: String) {
        let text = Self.fixture.render(source)
        #expect(text.hasPrefix("main.j2:\(expected)"), "\(text)")
        #expect(text.contains("[template-syntax]"), "\(text)")
    }

    @Test(
        "unknown filters, tests and functions are found when the template is compiled",
        arguments: [
            ("{{ a | uper }}", "1:8: unknown filter 'uper' [template-unknown-name] (did you mean 'upper'?)"),
            (
                "{% if false %}\n{{ a | joi(',') }}{% endif %}",
                "2:8: unknown filter 'joi' [template-unknown-name] (did you mean 'join'?)"
            ),
            ("{{ a is difined }}", "1:9: unknown test 'difined' [template-unknown-name] (did you mean 'defined'?)"),
            ("{{ rang(3) }}", "1:4: unknown function or macro 'rang' [template-unknown-name] (did you mean 'range'?)"),
            (
                "{% macro title(a) %}{% endmacro %}{{ titel(1) }}",
                "1:38: unknown function or macro 'titel' [template-unknown-name] (did you mean 'title'?)"
            ),
            ("{{ super() }}", "1:4: unknown function or macro 'super'"),
            ("{% filter uper %}{% endfilter %}", "1:11: unknown filter 'uper'"),
            ("{{ a is defined(1) }}", "1:9: test 'defined' takes no arguments"),
        ]
    )
    func unknownNames(source: String, expected: String) {
        let text = Self.fixture.render(source)
        #expect(text.hasPrefix("main.j2:\(expected)"), "\(text)")
    }

    @Test("all errors of a template are reported") func several() {
        let source = "{{ a b }}\n{% if | %}\n{{ x | uper }}\n{% endif %}\n{{ y is foo }}{{ [ }}"
        #expect(
            Self.fixture.render(source) == """
                main.j2:1:6: expected the end of the tag, but found 'b' [template-syntax]
                main.j2:2:7: expected an expression, but found '|' [template-syntax]
                main.j2:3:8: unknown filter 'uper' [template-unknown-name] (did you mean 'upper'?)
                main.j2:5:9: unknown test 'foo' [template-unknown-name]
                main.j2:5:20: expected an expression, but found the end of the tag [template-syntax]
                """
        )
    }

    @Test("bytes that are no text are an error with their place") func notText() {
        var diagnostics = DiagnosticCollector()
        var environment = TemplateEnvironment()
        let added = environment.addTemplate(
            name: "a",
            file: "dir/a.j2",
            source: Array("é\nab".utf8) + [0xff, 0x41],
            diagnostics: &diagnostics
        )
        #expect(!added)
        #expect(environment.template(named: "a") == nil)
        #expect(
            diagnostics.sorted.map(TemplateFixture.describe) == [
                "dir/a.j2:2:3: the template is not UTF-8 [template-syntax]"
            ]
        )
    }

    @Test(
        "what is not there is an error where it is used",
        arguments: [
            ("{{ nam }}", "1:4: 'nam' is undefined [template-undefined] (did you mean 'name'?)"),
            ("a\n{{ 1 + nummer }}", "2:8: 'nummer' is undefined [template-undefined] (did you mean 'number'?)"),
            (
                "{{ user.nam }}",
                "1:9: an object of kind 'user' has no field 'nam' [template-undefined] (did you mean 'name'?)"
            ),
            (
                "{{ user.zzzzzz }}",
                "1:9: an object of kind 'user' has no field 'zzzzzz' [template-undefined] (it has 'name', 'age' and 'tags')"
            ),
            ("{{ user['nam'] }}", "1:9: an object of kind 'user' has no field 'nam'"),
            ("{{ user['n' ~ 'x'] }}", "1:9: an object of kind 'user' has no field 'nx'"),
            ("{{ user.note }}", "1:9: an object of kind 'user' has no field 'note'"),
            ("{% for u in users %}{{ u.nam }}{% endfor %}", "1:26: an object of kind 'user' has no field 'nam'"),
            ("{{ map.c }}", "1:8: a dictionary has no field 'c'"), ("{{ nothing.x }}", "1:12: none has no field 'x'"),
            ("{{ name.x }}", "1:9: a string has no field 'x'"),
            ("{{ numbers[3] }}", "1:12: a list of 3 has no element 3"),
            ("{{ {1: 2}[3] }}", "1:11: a dictionary has no key 3"),
            ("{{ 'ab'[2] }}", "1:9: the string has no character 2"),
            ("{{ missing.x is defined }}", "1:4: 'missing' is undefined"),
            ("{{ missing.x|default(1) }}", "1:4: 'missing' is undefined"),
            ("{% if missing %}{% endif %}", "1:7: 'missing' is undefined"),
            ("{% for a in missing %}{% endfor %}", "1:13: 'missing' is undefined"),
            ("{{ missing is none }}", "1:4: 'missing' is undefined"),
            ("{{ missing == 1 }}", "1:4: 'missing' is undefined"),
            ("{{ missing|upper }}", "1:4: 'missing' is undefined"), ("{{ [missing] }}", "1:5: 'missing' is undefined"),
            ("{{ not missing }}", "1:8: 'missing' is undefined"),
            ("{% set x = missing %}", "1:12: 'missing' is undefined"),
            ("{% if no %}{% set x = 1 %}{% endif %}{{ x }}", "1:41: 'x' is undefined"),
            ("{{ m(1) }}{% macro m(a) %}{% endmacro %}", "1:4: 'm' is undefined"),
            (
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
                "1:20: 'a' is undefined: macro 'm' was called without it"
            ),
            (
                "{{ []|first }}",
                "1:7: filter 'first' found nothing [template-undefined] (give a default with '| default(...)')"
            ),
            ("{% for n in [1] %}{{ loop.nextitem }}{% endfor %}", "1:27: 'loop.nextitem' is undefined here"),
            (
                "{% for n in [1] %}{{ loop.indx }}{% endfor %}",
                "1:27: an object of kind 'loop' has no field 'indx' [template-undefined] (did you mean 'index'?)"
            ),
            ("{{ loop.index }}", "1:4: 'loop' is undefined"),
            (
                "{% import 'macros.j2' as m %}{{ m.twce }}",
                "1:35: an imported template has no field 'twce' [template-undefined] (did you mean 'twice'?)"
            ),
            ("{% from 'macros.j2' import twce %}", "1:28: an imported template has no field 'twce'"),
        ]
    )
    func undefined(source: String, expected: String) {
        let text = Self.fixture.render(source)
        #expect(text.hasPrefix("main.j2:\(expected)"), "\(text)")
        #expect(text.contains("[template-undefined]"), "\(text)")
    }

    @Test(
        "values and arguments of a wrong kind are errors",
        arguments: [
            ("{{ 1 + 'a' }}", "1:6: '+' cannot take an integer and a string [template-type]"),
            ("{{ 1 ~ 2 + 3 }}", "1:10: '+' cannot take a string and an integer [template-type]"),
            ("{{ 1 < 'a' }}", "1:6: '<' cannot take an integer and a string [template-type]"),
            ("{{ -name }}", "1:4: '-' expects a number"),
            ("{{ 1 in 5 }}", "1:6: 'in' cannot look for an integer in an integer"),
            ("{{ 1 / 0 }}", "1:6: division by zero"),
            ("{{ 1 // 0 }}", "1:6: division by zero"), ("{{ 1 % 0 }}", "1:6: division by zero"),
            ("{{ 1.0 / 0 }}", "1:8: division by zero"),
            (
                "{{ 9223372036854775807 + 1 }}",
                "1:24: the result of '+' does not fit an integer of 64 bits [template-limit]"
            ),
            ("{{ 10 ** 30 }}", "1:7: the result of '**' does not fit"), ("{{ 1 | upper | first | int }}", ""),
            ("{{ [1]|upper }}", "1:8: filter 'upper' expects a string, but got a list [template-type]"),
            ("{{ 1|join }}", "1:6: filter 'join' expects a list, but got an integer"),
            ("{% for a in 1 %}{% endfor %}", "1:13: 'for' cannot go over an integer"),
            ("{% for a, b in [1] %}{% endfor %}", "1:8: cannot divide an integer among 2 variables"),
            ("{% for a, b in [[1]] %}{% endfor %}", "1:8: cannot divide a list of 1 among 2 variables"),
            ("{{ {[1]: 2} }}", "1:4: a list cannot be the key of a dictionary"),
            ("{{ 1[0] }}", "1:6: an integer cannot be indexed with an integer"),
            ("{{ numbers['a':] }}", "1:11: the bounds of a slice are integers, not a string"),
            ("{{ numbers[::0] }}", "1:11: the step of a slice cannot be zero"),
            ("{{ 1[1:] }}", "1:5: an integer cannot be sliced"),
            ("{{ name() }}", "1:4: unknown function or macro 'name'"),
            ("{% set f = 1 %}{{ f() }}", "1:19: an integer cannot be called"),
            ("{% set name.x = 1 %}", "1:8: fields can only be set of a namespace, not of a string"),
            (
                "{{ name|indent(widht=2) }}",
                "1:9: filter 'indent' has no argument 'widht' [template-argument] (did you mean 'width'?)"
            ),
            (
                "{{ name|upper(1) }}",
                "1:9: filter 'upper' takes no arguments by position, but got 1 [template-argument]"
            ),
            ("{{ name|trim('a', 'b') }}", "1:9: filter 'trim' takes at most 1 arguments by position, but got 2"),
            ("{{ name|replace('a') }}", "1:9: filter 'replace' lacks its argument 'to'"),
            ("{{ name|indent(2, first=1) }}", "1:9: filter 'indent' expects a boolean as 'first', but got an integer"),
            ("{{ name|indent(2, width=2) }}", "1:9: filter 'indent' got the argument 'width' twice"),
            ("{{ 1 is divisibleby }}", "1:9: test 'divisibleby' lacks its argument 'num'"),
            ("{{ 'a' is odd }}", "1:11: test 'odd' expects an integer"),
            ("{{ range('a') }}", "1:4: function 'range' expects an integer as 'start', but got a string"),
            (
                "{{ range(5, step=2, stepp=2) }}",
                "1:4: function 'range' has no argument 'stepp' [template-argument] (did you mean 'step'?)"
            ),
            (
                "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
                "1:34: macro 'm' takes at most 1 arguments, but got 2 [template-argument]"
            ),
            (
                "{% macro m(alpha) %}{% endmacro %}{{ m(alpa=1) }}",
                "1:38: macro 'm' has no argument 'alpa' [template-argument] (did you mean 'alpha'?)"
            ),
            ("{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}", "1:34: macro 'm' got the argument 'a' twice"),
            ("{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}", "1:38: macro 'm' does not use its caller"),
            ("{{ name.uper() }}", "1:9: a string has no method 'uper' [template-unknown-name] (did you mean 'upper'?)"),
            (
                "{{ map.itms() }}",
                "1:8: a dictionary has no method 'itms' [template-unknown-name] (did you mean 'items'?)"
            ),
            ("{{ name.split(sepp=1) }}", "1:9: method 'split' has no argument 'sepp'"),
            (
                "{% import 'macros.j2' as m %}{{ m.twce(1) }}",
                "1:35: an imported template has no method 'twce' [template-unknown-name] (did you mean 'twice'?)"
            ),
            (
                "{{ template.set_fil_name('a') }}",
                "1:13: the template itself has no method 'set_fil_name' [template-unknown-name] (did you mean 'set_file_name'?)"
            ),
            (
                "{{ template.set_file_name(1) }}",
                "1:13: method 'set_file_name' expects a string as 'path', but got an integer"
            ),
            (
                "{% include 'prt.j2' %}",
                "1:12: there is no template 'prt.j2' [template-unknown-name] (did you mean 'part.j2'?)"
            ),
            ("{% include 1 %}", "1:12: the name of a template is a string, not an integer"),
            ("{% include ['a', 'b'] %}", "1:12: none of the templates exists"),
            ("{% import 'nope' as n %}", "1:11: there is no template 'nope'"),
            (
                "{{ numbers|map('uper') }}",
                "1:16: unknown filter 'uper' [template-unknown-name] (did you mean 'upper'?)"
            ),
            ("{{ numbers|select('od') }}", "1:19: unknown test 'od' [template-unknown-name] (did you mean 'odd'?)"),
            (
                "{{ users|map(attribute='nam') }}",
                "1:10: filter 'map' finds no attribute 'nam' in an object of kind 'user' [template-undefined]"
            ),
            ("{{ users|sort(attribute='nam') }}", "1:10: filter 'sort' finds no attribute 'nam'"),
            ("{{ raise('no such ' ~ name) }}", "1:4: no such World [template-raised]"),
            ("{{ throw('x') }}", "1:4: x [template-raised]"),
        ]
    )
    func wrongKinds(source: String, expected: String) {
        let text = Self.fixture.render(source)
        if expected.isEmpty {
            #expect(text == "1")
        } else {
            #expect(text.hasPrefix("main.j2:\(expected)"), "\(text)")
        }
    }

    @Test("an error says how the rendering came there") func notes() throws {
        let source = "{% import 'macros.j2' as m %}\n{{ m.fail(1) }}"
        var diagnostics = DiagnosticCollector()
        let environment = Self.fixture.environment(source, diagnostics: &diagnostics)
        var output = Array("kept".utf8)
        let error = #expect(throws: TemplateError.self) {
            try environment.render("main.j2", context: Self.fixture.object, into: &output)
        }
        let diagnostic = try #require(error?.diagnostic)
        #expect(diagnostic.location == SourceLocation(file: "macros.j2", line: 3, column: 6))
        #expect(diagnostic.notes.map(\.message) == ["macro 'fail' was called here"])
        #expect(diagnostic.notes.first?.location == SourceLocation(file: "main.j2", line: 2, column: 6))
        #expect(String(decoding: output, as: UTF8.self) == "kept", "output before the error is taken back")
    }

    @Test("an error in an included template has its place there") func included() {
        #expect(
            Self.fixture.render("{% include 'part.j2' %}") == "part.j2:2:5: 'oops' is undefined [template-undefined]"
        )
    }

    @Test("a template that is not there is an error") func missing() {
        let environment = TemplateEnvironment()
        var output: [UInt8] = []
        let error = #expect(throws: TemplateError.self) {
            try environment.render("x.j2", context: Self.fixture.object, into: &output)
        }
        #expect(error?.diagnostic.message == "there is no template 'x.j2'")
    }
}
