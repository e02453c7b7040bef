import SemConvTemplateEngine
import SemConvYAML
import Synchronization
import Testing

/// Records that note what a template asks of them.
private final class AskedRecords: TemplateRecords {
    let shape = TemplateShape(["name", "note", "count"], name: "thing")
    let asked = Mutex<[String]>([])

    private func note(_ question: String, _ symbol: TemplateSymbol, _ index: Int) -> Int? {
        guard let slot = shape.slot(of: symbol) else { return nil }
        asked.withLock { $0.append("\(question) \(shape.fields[slot]) \(index)") }
        return slot
    }

    func value(of symbol: TemplateSymbol, at index: Int) -> TemplateValue {
        switch note("value", symbol, index) {
        case 0: .string("thing \(index)")
        case 1: .none
        case 2: .int(index)
        default: .undefined
        }
    }

    func truth(of symbol: TemplateSymbol, at index: Int) -> Bool? {
        note("truth", symbol, index).map { $0 == 0 }
    }
}

/// Records with a text that they write themselves.
private final class WritingRecords: TemplateRecords {
    let shape = TemplateShape(["text", "missing"], name: "writer")

    func value(of symbol: TemplateSymbol, at index: Int) -> TemplateValue {
        switch shape.slot(of: symbol) {
        case 0: .string("made \(index)")
        case 1: .none
        default: .undefined
        }
    }

    func truth(of symbol: TemplateSymbol, at index: Int) -> Bool? {
        shape.slot(of: symbol).map { $0 == 0 }
    }

    func write(_ symbol: TemplateSymbol, at index: Int, to output: inout ByteBuffer) -> Bool {
        guard shape.slot(of: symbol) == 0 else { return false }
        output.append(utf8: "written \(index)")
        return true
    }
}

@Suite("Objects that make their fields when they are read")
struct RecordsTests {
    private func render(
        _ source: String,
        _ records: any TemplateRecords,
        limits: TemplateLimits = TemplateLimits()
    ) -> String {
        let things = (0..<2).map { TemplateValue.object(TemplateObject(records, at: $0)) }
        var fixture = TemplateFixture(context: [("things", .list(things))])
        fixture.options.limits = limits
        return fixture.render(source)
    }

    @Test("what a template does not read is not made, and an 'if' asks no more than it needs")
    func reads() {
        let records = AskedRecords()
        let source = "{% for x in things %}{% if x.name %}{{ x.count }}{% endif %}{{ 'n' if x.note }};{% endfor %}"
        #expect(render(source, records) == "0;1;")
        let asked = records.asked.withLock { $0 }
        #expect(asked.contains("truth name 0"))
        #expect(asked.contains("value count 1"))
        #expect(!asked.contains { $0.hasPrefix("value name") })
    }

    @Test(
        "a field that records write goes where it is printed, and is a value wherever it is not merely printed",
        arguments: [
            ("{% for x in things %}{{ x.text }};{% endfor %}", "written 0;written 1;"),
            ("{% for x in things %}{{ x.text | upper }};{% endfor %}", "MADE 0;MADE 1;"),
            ("{% for x in things %}{% set y %}<{{ x.text }}>{% endset %}{{ y }}{% endfor %}", "<written 0><written 1>"),
            ("{% for x in things %}{{ x.text ~ '!' }}{% endfor %}", "written 0!written 1!"),
            ("{% for x in things %}{{ [x.text] }}{% endfor %}", #"["made 0"]["made 1"]"#),
            ("{% for x in things %}{{ x.missing }};{% endfor %}", "none;none;"),
        ]
    )
    func writing(source: String, expected: String) {
        #expect(render(source, WritingRecords()) == expected)
    }

    @Test("what records write counts against the limit of the output")
    func limit() {
        var limits = TemplateLimits()
        limits.outputBytes = 12
        #expect(
            render("{% for x in things %}{{ x.text }}{% endfor %}", WritingRecords(), limits: limits).contains("12")
        )
    }

    @Test("a whole object has all its fields, and a wrong name is told from them")
    func wholes() {
        #expect(
            render("{{ things[1] }}", AskedRecords()) == #"{"name": "thing 1", "note": none, "count": 1}"#
        )
        #expect(render("{{ things[0].nam }}", AskedRecords()).contains("name"))
    }
}
