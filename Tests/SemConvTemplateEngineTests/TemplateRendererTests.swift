import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

@Suite("A renderer of many templates")
struct TemplateRendererTests {
    @Test("nothing of one template is seen by the next, even after an error")
    func reuse() throws {
        var fixture = TemplateFixture(context: TemplateFixture.context)
        fixture.templates = [
            "names.j2": "{{ template.set_file_name('a.txt') }}{% set x = 1 %}{{ x }}",
            "fails.j2": "{% for n in numbers %}{% for w in words %}text {{ nothing.there }}{% endfor %}{% endfor %}",
        ]
        var diagnostics = DiagnosticCollector()
        let environment = fixture.environment("{{ x is defined }} {{ name }}", diagnostics: &diagnostics)
        #expect(!diagnostics.hasErrors)
        let names = try #require(environment.template(named: "names.j2"))
        let fails = try #require(environment.template(named: "fails.j2"))
        let main = try #require(environment.template(named: "main.j2"))

        var renderer = TemplateRenderer(environment)
        let first = try renderer.render(names, context: fixture.object)
        #expect(String(decoding: first.contents, as: UTF8.self) == "1")
        #expect(first.fileName == "a.txt")
        var failure: TemplateError?
        do throws(TemplateError) { _ = try renderer.render(fails, context: fixture.object) } catch { failure = error }
        #expect(failure != nil)
        let last = try renderer.render(main, context: fixture.object)
        #expect(String(decoding: last.contents, as: UTF8.self) == "false World")
        #expect(last.fileName == nil)
        let text = try renderer.text(of: main, context: fixture.object)
        #expect(text == "false World")
    }
}
