import SemConvDefinitions
import SemConvDiagnostics
import SemConvRendering
import SemConvYAML
import Testing

@testable import SemConvDriver

@Suite("Reading a configuration file")
struct ConfigurationReaderTests {
    /// A file that must be refused, with the first problem that it has.
    struct Refused: Sendable, CustomTestStringConvertible {
        let text: String
        let rule: RuleID
        let line: Int
        let column: Int
        let message: String
        let help: String?

        init(_ text: String, _ rule: RuleID, _ line: Int, _ column: Int, _ message: String, help: String? = nil) {
            self.text = text
            self.rule = rule
            self.line = line
            self.column = column
            self.message = message
            self.help = help
        }

        var testDescription: String { text }
    }

    private func read(
        _ text: String,
        file: String = "conf/semconv.yaml"
    ) throws -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let document = YAMLReader().read(bytes: Array(text.utf8), file: file, diagnostics: &diagnostics)
        guard let document else { return (nil, diagnostics.sorted) }
        let configuration = ConfigurationReader.read(document: document, diagnostics: &diagnostics)
        return (configuration, diagnostics.sorted)
    }

    @Test("every setting is read, and paths start from the file's folder")
    func everySetting() throws {
        let (configuration, diagnostics) = try read(
            """
            registry: ../model
            output: /absolute/Generated
            templates: my templates
            include: [http, messaging.kafka]
            exclude: http.request
            stability: [stable, release_candidate]
            access_level: package
            root_names:
              attributes: Keys
              view_presets: Views
            boundaries: boundaries.json
            gate: UnstableConventions
            imports: [Other]
            documentation_url: https://example.com/docs/
            dependencies:
              https://example.com/a=b: ../a
              otel: /otel
            params:
              copyright: Mine
              numbers: [1, 2.5, true, null, {a: b}]
            future: true
            """
        )
        #expect(diagnostics.isEmpty)
        var expected = Configuration()
        expected.registry = "conf/../model"
        expected.output = "/absolute/Generated"
        expected.templates = "conf/my templates"
        expected.include = ["http", "messaging.kafka"]
        expected.exclude = ["http.request"]
        expected.stability = .settled
        expected.accessLevel = .package
        var roots = RootNames()
        roots.attributes = "Keys"
        roots.viewPresets = "Views"
        expected.rootNames = roots
        expected.boundaries = "conf/boundaries.json"
        expected.gate = "UnstableConventions"
        expected.imports = ["Other"]
        expected.documentationURL = "https://example.com/docs/"
        expected.dependencies = ["https://example.com/a=b": "conf/../a", "otel": "/otel"]
        expected.parameters = [
            .init(key: "copyright", value: .string("Mine")),
            .init(
                key: "numbers",
                value: .list([
                    .int(1), .double(2.5), .bool(true), .null, .map([.init(key: "a", value: .string("b"))]),
                ])
            ),
        ]
        expected.future = true
        #expect(configuration == expected)
    }

    @Test("a file without settings leaves all open", arguments: ["", "# nothing\n", "{}"])
    func empty(text: String) throws {
        let (configuration, diagnostics) = try read(text)
        #expect(configuration == Configuration())
        #expect(!diagnostics.contains { $0.severity == .error })
    }

    @Test(
        "stability is one word, a list, or all",
        arguments: [
            ("all", StabilitySelection.all),
            ("[all]", .all),
            ("[beta, beta, alpha]", StabilitySelection(levels: [.alpha, .beta])),
            ("stable", StabilitySelection(levels: [.stable])),
        ]
    )
    func stability(text: String, expected: StabilitySelection) throws {
        #expect(try read("stability: \(text)").configuration?.stability == expected)
    }

    @Test("a path in a file of the current folder stays as it is")
    func currentFolder() throws {
        #expect(try read("registry: m/x", file: "semconv.yaml").configuration?.registry == "m/x")
        #expect(try read("registry: m/x", file: "/semconv.yaml").configuration?.registry == "/m/x")
    }

    static let refused: [Refused] = [
        Refused("- registry", .invalidConfiguration, 1, 1, "a configuration is a map of settings, and this is a list"),
        Refused("registry", .invalidConfiguration, 1, 1, "a configuration is a map of settings, and this is a text"),
        Refused(
            "registry: m\nregistri: x",
            .unknownConfigurationKey,
            2,
            1,
            "unknown setting 'registri'",
            help: "did you mean 'registry'?"
        ),
        Refused(
            "access-level: public",
            .unknownConfigurationKey,
            1,
            1,
            "unknown setting 'access-level'",
            help: "did you mean 'access_level'?"
        ),
        Refused(
            "colour: red",
            .unknownConfigurationKey,
            1,
            1,
            "unknown setting 'colour'",
            help: "known are: registry, output, templates, include, exclude, stability, access_level, gate, imports, "
                + "root_names, boundaries, documentation_url, dependencies, params, future"
        ),
        Refused("registry: [a]", .configurationType, 1, 11, "'registry' takes a text, and this is a list"),
        Refused("output: {a: b}", .configurationType, 1, 9, "'output' takes a text, and this is a map"),
        Refused("templates: 12", .configurationType, 1, 12, "'templates' takes a text, and this is the number 12"),
        Refused("boundaries:", .configurationType, 1, 12, "'boundaries' takes a text, and this is nothing"),
        Refused(
            "documentation_url: ''",
            .configurationValue,
            1,
            20,
            "'documentation_url' is empty",
            help: "give it a value, or leave it out"
        ),
        Refused("future: 'true'", .configurationType, 1, 9, "'future' takes true or false, and this is a text"),
        Refused("future: 1", .configurationType, 1, 9, "'future' takes true or false, and this is the number 1"),
        Refused(
            "include: {http: true}",
            .configurationType,
            1,
            10,
            "'include' takes a text or a list of texts, and this is a map"
        ),
        Refused(
            "include:\n  - http\n  - 5",
            .configurationType,
            3,
            5,
            "'include' takes a text, and this is the number 5"
        ),
        Refused(
            "exclude: http.*",
            .configurationValue,
            1,
            10,
            "'http.*' is not a namespace: write 'http', which has all that is in it"
        ),
        Refused("include: [http.]", .configurationValue, 1, 11, "'http.' is not a namespace: it has an empty part"),
        Refused(
            "include: 'http, url'",
            .configurationValue,
            1,
            10,
            "'http, url' is not a namespace: it has a blank, a comma or a star"
        ),
        Refused(
            "stability: [stable, devlopment]",
            .configurationValue,
            1,
            21,
            "unknown stability 'devlopment'",
            help: "did you mean 'development'?"
        ),
        Refused(
            "stability: []",
            .configurationType,
            1,
            12,
            "'stability' takes at least one stability, or 'all', and this is a list"
        ),
        Refused(
            "access_level: privat",
            .configurationValue,
            1,
            15,
            "unknown access level 'privat'",
            help: "known are: public, package, internal"
        ),
        Refused("root_names: Keys", .configurationType, 1, 13, "'root_names' takes a map, and this is a text"),
        Refused(
            "root_names:\n  metrix: M",
            .unknownConfigurationKey,
            2,
            3,
            "unknown root name 'metrix'",
            help: "did you mean 'metrics'?"
        ),
        Refused(
            "root_names:\n  metrics: 1st",
            .configurationValue,
            2,
            12,
            "'1st' cannot be a name in Swift",
            help: "write ASCII letters, digits and '_', and not a digit first"
        ),
        Refused(
            "root_names:\n  metrics: A\n  spans: A",
            .configurationValue,
            3,
            10,
            "'A' is the name of 'metrics' already"
        ),
        Refused("gate: a-b", .configurationValue, 1, 7, "'a-b' cannot be a name in Swift"),
        Refused("imports: [A, '']", .configurationValue, 1, 14, "'imports' is empty"),
        Refused("dependencies: [a]", .configurationType, 1, 15, "'dependencies' takes a map, and this is a list"),
        Refused("dependencies:\n  otel: [a]", .configurationType, 2, 9, "'otel' takes a text, and this is a list"),
        Refused("params: 5", .configurationType, 1, 9, "'params' takes a map, and this is the number 5"),
    ]

    @Test("what is wrong is told with its place and a way out", arguments: refused)
    func refusedText(refused: Refused) throws {
        let (configuration, diagnostics) = try read(refused.text)
        #expect(configuration == nil)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.rule == refused.rule)
        #expect(
            diagnostic.location
                == SourceLocation(file: "conf/semconv.yaml", line: refused.line, column: refused.column)
        )
        #expect(diagnostic.message == refused.message)
        if refused.help != nil { #expect(diagnostic.help == refused.help) }
    }

    @Test("all problems of a file are told at once, in the order of their places")
    func severalProblems() throws {
        let (configuration, diagnostics) = try read(
            """
            registry: 1
            outputs: x
            stability: [foo, stable, bar]
            include: [a b, ok, 7]
            """
        )
        #expect(configuration == nil)
        let places = diagnostics.map { [$0.location?.line, $0.location?.column] }
        #expect(places == [[1, 11], [2, 1], [3, 13], [3, 26], [4, 11], [4, 20]])
    }

    @Test(
        "what is wrong as YAML is refused with its place",
        arguments: [("registry: a\nregistry: b", 2, 1), ("a: b\n\tc: d", 2, 1)]
    )
    func wrongYAML(text: String, line: Int, column: Int) throws {
        let temporary = try TemporaryFolder()
        try temporary.write(text, to: "semconv.yaml")
        var diagnostics = DiagnosticCollector()
        #expect(ConfigurationReader.read(path: temporary["semconv.yaml"], diagnostics: &diagnostics) == nil)
        let place = SourceLocation(file: temporary["semconv.yaml"], line: line, column: column)
        #expect(diagnostics.sorted.last { $0.severity == .error }?.location == place)
    }

    @Test("a file that is not there is refused")
    func missingFile() {
        var diagnostics = DiagnosticCollector()
        #expect(ConfigurationReader.read(path: "/nonexistent/semconv.yaml", diagnostics: &diagnostics) == nil)
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.diagnostics.first?.location?.file == "/nonexistent/semconv.yaml")
    }
}
