import SemConvDiagnostics
import SemConvRendering
import SemConvYAML
import Testing

@testable import SemConvDriver

@Suite("Settings")
struct SettingsTests {
    @Test("the command line wins over the file, setting by setting; dependencies are joined")
    func precedence() {
        var commandLine = Configuration()
        commandLine.registry = "mine"
        commandLine.include = ["http"]
        commandLine.dependencies = ["a": "from-line"]
        var file = Configuration()
        file.registry = "other"
        file.output = "Out"
        file.include = ["url", "db"]
        file.stability = .all
        file.dependencies = ["a": "from-file", "b": "from-file"]
        file.future = true
        let joined = commandLine.over(file)
        #expect(joined.registry == "mine")
        #expect(joined.output == "Out")
        #expect(joined.include == ["http"])
        #expect(joined.stability == .all)
        #expect(joined.dependencies == ["a": "from-line", "b": "from-file"])
        #expect(joined.future == true)
        #expect(joined.exclude == nil)
    }

    @Test("what is left open has a default")
    func defaults() throws {
        var configuration = Configuration()
        configuration.registry = "/nonexistent"
        var diagnostics = DiagnosticCollector()
        let settings = try #require(Settings(configuration, diagnostics: &diagnostics))
        #expect(settings.output == "Generated/SemanticConventions")
        #expect(settings.rendering.stability == .settled)
        #expect(settings.rendering.accessLevel == .public)
        #expect(settings.boundaries == nil)
        #expect(!settings.future)
    }

    @Test("a boundaries file in the registry's folder is used, unless another is named")
    func boundariesBesideRegistry() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("{}", to: "model/boundaries.json")
        var configuration = Configuration()
        configuration.registry = temporary["model"]
        var diagnostics = DiagnosticCollector()
        #expect(
            Settings(configuration, diagnostics: &diagnostics)?.boundaries == temporary["model/boundaries.json"]
        )
        configuration.boundaries = "mine.json"
        #expect(Settings(configuration, diagnostics: &diagnostics)?.boundaries == "mine.json")
    }

    @Test(
        "boundaries are read from JSON and YAML",
        arguments: [
            #"{"source": "x", "boundaries": {"a.b": [0.5, 1, 2.5], "c": []}}"#,
            "boundaries:\n  a.b: [0.5, 1, 2.5]\n  c: []\n",
        ]
    )
    func boundaries(text: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.write(text, to: "b.json")
        var diagnostics = DiagnosticCollector()
        let boundaries = BoundariesReader.read(path: temporary["b.json"], diagnostics: &diagnostics)
        #expect(boundaries == ["a.b": [0.5, 1, 2.5], "c": []])
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test(
        "boundaries that cannot be are refused with their place",
        arguments: [
            ("[1]", 1, 1, nil),
            ("{\"bounds\": {}}", 1, 1, nil),
            ("boundaries: 5", 1, 1, nil),
            ("boundaries:\n  a: 5", 2, 6, "a"),
            ("boundaries:\n  a: [1, x]", 2, 10, "a"),
            ("boundaries:\n  a: [1, .inf]", 2, 10, "a"),
            ("boundaries:\n  a: [1, 1]", 2, 10, "a"),
            ("boundaries:\n  a: [2, 1]", 2, 10, "a"),
        ]
    )
    func refusedBoundaries(text: String, line: Int, column: Int, subject: String?) throws {
        let temporary = try TemporaryFolder()
        try temporary.write(text, to: "b.yaml")
        var diagnostics = DiagnosticCollector()
        #expect(BoundariesReader.read(path: temporary["b.yaml"], diagnostics: &diagnostics) == nil)
        let diagnostic = try #require(diagnostics.diagnostics.first)
        #expect(diagnostic.rule == .invalidBoundaries)
        #expect(diagnostic.location == SourceLocation(file: temporary["b.yaml"], line: line, column: column))
        #expect(diagnostic.subject == subject)
    }
}
