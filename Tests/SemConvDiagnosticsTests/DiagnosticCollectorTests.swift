import SemConvDiagnostics
import Testing

@Suite("A collector gathers the diagnostics of a run") struct DiagnosticCollectorTests {
    private func diagnostic(_ message: String, _ file: String? = nil, _ line: Int = 1, _ column: Int = 1) -> Diagnostic
    {
        Diagnostic(
            .error,
            "rule",
            message,
            at: file.map { SourceLocation(file: $0, line: line, column: column) }
        )
    }

    @Test("they come sorted by place, each once, those without a place first")
    func sorted() {
        var collector = DiagnosticCollector()
        for diagnostic in [
            diagnostic("f", "b.yaml", 1), diagnostic("e", "a.yaml", 10), diagnostic("d", "a.yaml", 9, 2),
            diagnostic("c", "a.yaml", 9, 1), diagnostic("b", "a.yaml", 9, 1), diagnostic("a"),
            diagnostic("c", "a.yaml", 9, 1),
        ] {
            collector.report(diagnostic)
        }
        #expect(collector.sorted.map(\.message) == ["a", "b", "c", "d", "e", "f"])
    }

    @Test("the order of reporting does not show")
    func order() {
        var forwards = DiagnosticCollector()
        var backwards = DiagnosticCollector()
        for diagnostic in Samples.all { forwards.report(diagnostic) }
        for diagnostic in Samples.all.reversed() { backwards.report(diagnostic) }
        #expect(forwards.sorted == backwards.sorted)
    }

    @Test("a future error is a warning now and an error in the future", arguments: [false, true])
    func future(future: Bool) {
        var collector = DiagnosticCollector(future: future)
        collector.report(Diagnostic(.futureError, "rule", "text"))
        #expect(collector.diagnostics.map(\.severity) == [future ? .error : .warning])
        #expect(collector.hasErrors == future)
    }

    @Test("warnings do not fail a run, one error does")
    func errors() {
        var collector = DiagnosticCollector()
        collector.report(Diagnostic(.warning, "rule", "text"))
        #expect(!collector.hasErrors)
        var other = DiagnosticCollector()
        other.report(Diagnostic(.error, "rule", "text"))
        collector.append(contentsOf: other)
        #expect(collector.hasErrors)
        #expect(collector.diagnostics.count == 2)
    }
}
