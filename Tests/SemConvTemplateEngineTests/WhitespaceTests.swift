import SemConvTemplateEngine
import Testing

@Suite("Whitespace and delimiters")
struct WhitespaceTests {
    static let context: [(String, TemplateValue)] = [("x", 1), ("yes", true)]

    @Test(
        "signs at tags take the white space beside them",
        arguments: [
            ("a {{- x -}} b", "a1b"), ("a\n  {{- x }}\n", "a1"), ("a {{ x -}}\n\n b", "a 1b"),
            ("a {%- if yes -%} b {%- endif -%} c", "abc"),
            ("a {#- c -#} b", "ab"), ("a {# c #} b", "a  b"), ("a\n{%+ if yes +%}\nb{% endif %}", "a\n\nb"),
            ("{{ x }}\n", "1"), ("{{ x }}\n\n", "1\n"), ("{{ x }}\r\n", "1"), ("\n", ""),
            ("{% raw -%} a {%- endraw %}", "a"),
            (" {%- raw %} a {% endraw -%} b", " a b"), ("a {{- '' -}} {{- x }}", "a1"), ("{{ -x }}", "-1"),
            ("{{- -x }}", "-1"),
        ]
    )
    func signs(source: String, expected: String) {
        #expect(TemplateFixture(context: Self.context).render(source) == expected)
    }

    @Test(
        "trim_blocks takes the line end behind a block tag or comment",
        arguments: [
            ("{% if yes %}\na\n{% endif %}\nb", "a\nb"), ("{% if yes %}\r\na{% endif %}", "a"),
            ("{% if yes %}\n\na{% endif %}", "\na"),
            ("{{ x }}\na", "1\na"), ("{# c #}\na", "a"), ("{% if yes +%}\na{% endif %}", "\na"),
            ("{% if yes %} \na{% endif %}", " \na"),
            ("{% raw %}\na\n{% endraw %}\nb", "a\nb"),
        ]
    )
    func trimBlocks(source: String, expected: String) {
        let fixture = TemplateFixture(options: TemplateOptions(trimBlocks: true), context: Self.context)
        #expect(fixture.render(source) == expected)
    }

    @Test(
        "lstrip_blocks takes the blanks between the start of a line and a block tag or comment",
        arguments: [
            ("  {% if yes %}a{% endif %}", "a"), ("a\n \t{% if yes %}b{% endif %}", "a\nb"),
            ("a  {% if yes %}b{% endif %}", "a  b"),
            ("  {{ x }}", "  1"), ("  {%+ if yes %}a{% endif %}", "  a"), ("  {# c #}a", "a"),
            ("{{ x }}  {% if yes %}b{% endif %}", "1  b"),
            ("  {% if yes %}  {% endif %}", "  "),
        ]
    )
    func lstripBlocks(source: String, expected: String) {
        let fixture = TemplateFixture(options: TemplateOptions(lstripBlocks: true), context: Self.context)
        #expect(fixture.render(source) == expected)
    }

    @Test(
        "both together make block tags on lines of their own vanish",
        arguments: [
            ("a\n  {% if yes %}\n  b\n  {% endif %}\nc\n", "a\n  b\nc"),
            ("{% for i in [1, 2] %}\n  {% if i == 1 %}\n{{ i }}\n  {% endif %}\n{% endfor %}\n", "1\n"),
            ("  {# one #}\n  {# two #}\nx", "x"),
        ]
    )
    func both(source: String, expected: String) {
        let options = TemplateOptions(trimBlocks: true, lstripBlocks: true)
        #expect(TemplateFixture(options: options, context: Self.context).render(source) == expected)
    }

    @Test("keep_trailing_newline keeps the last line end") func keepTrailingNewline() {
        let fixture = TemplateFixture(options: TemplateOptions(keepTrailingNewline: true), context: Self.context)
        #expect(fixture.render("{{ x }}\n") == "1\n")
        #expect(fixture.render("a\r\n") == "a\r\n")
    }

    @Test(
        "delimiters can be chosen",
        arguments: [
            (
                "<%", "%>", "${", "}", "<!--", "-->", "<% if yes %>${ x }<!-- c -->{{ x }}${ {'a': 2}.a }<% endif %>",
                "1{{ x }}2"
            ),
            ("<%", "%>", "<%=", "%>", "<%#", "%>", "<% if yes %><%= x %><%# c %><% endif %>", "1"),
            ("[[", "]]", "[[[", "]]]", "[#", "#]", "[[ if yes ]][[[ [x][0] ]]][[ endif ]]", "1"),
            ("{%", "%}", "{{", "}}", "/*", "*/", "/* c */{{ {'a': {'b': x}}.a.b }}{% raw %}{{{% endraw %}", "1{{"),
        ]
    )
    func delimiters(
        blockStart: String,
        blockEnd: String,
        variableStart: String,
        variableEnd: String,
        commentStart: String,
        commentEnd: String,
        source: String,
        expected: String
    ) {
        var syntax = TemplateSyntax()
        syntax.blockStart = blockStart
        syntax.blockEnd = blockEnd
        syntax.variableStart = variableStart
        syntax.variableEnd = variableEnd
        syntax.commentStart = commentStart
        syntax.commentEnd = commentEnd
        #expect(syntax.problem == nil)
        let fixture = TemplateFixture(options: TemplateOptions(syntax: syntax), context: Self.context)
        #expect(fixture.render(source) == expected)
    }

    @Test("delimiters that cannot be told apart are refused") func unusableDelimiters() {
        var syntax = TemplateSyntax()
        syntax.blockStart = "{{"
        #expect(syntax.problem == "block and variable tags both start with '{{'")
        syntax.blockStart = ""
        #expect(syntax.problem == "a delimiter is empty")
    }
}
