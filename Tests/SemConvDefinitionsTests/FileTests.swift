import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Files")
struct FileTests {
    @Test(
        "the format of a file",
        arguments: [
            ("groups: []", GroupDefinition.Format.groups, []), ("file_format: definition/1\ngroups: []", .groups, []),
            ("file_format: 'definition/2'", .signals, []), ("version: '1'", .groups, ["deprecated-version-field"]),
            ("version: 2", .signals, ["deprecated-version-field"]),
            // The newer key decides.
            ("version: '1'\nfile_format: definition/2", .signals, []),
            ("imports: {}", .groups, []),
        ]
    )
    func format(text: String, format: GroupDefinition.Format, rules: [String]) {
        #expect(Decoded(text).rules == rules)
        // Only one format knows 'metrics', and only the other 'groups'.
        #expect(Decoded(text + "\nmetrics: []").rules.contains("unknown-key") == (format == .groups))
        if !text.contains("groups") {
            #expect(Decoded(text + "\ngroups: []").rules.contains("unknown-key") == (format == .signals))
        }
    }

    @Test(
        "any other format is an error, and the file is not read",
        arguments: [
            "file_format: definition/3", "file_format: 2", "file_format: ~", "file_format: [definition/2]",
            "file_format: resolved/2.0", "file_format: manifest/2.0", "version: 3", "version: ~", "version: 1.0",
        ]
    )
    func wrongFormat(text: String) {
        let decoded = Decoded(text + "\nspam: []")
        #expect(decoded.rules == ["invalid-file-format"])
        #expect(decoded.value == nil)
    }

    @Test("a file is a mapping", arguments: ["[groups]", "groups", "1", "- id: a"])
    func noMapping(text: String) {
        let decoded = Decoded(text)
        #expect(decoded.rules == ["wrong-type"])
        #expect(decoded.value == nil)
    }

    @Test("an empty file defines nothing", arguments: ["", "# Nothing.\n", "\n\n"])
    func empty(text: String) throws {
        let file = try #require(Decoded(text).value)
        #expect(file.groups.isEmpty && file.imports.isEmpty && file.path == "test.yaml")
    }

    @Test(
        "imports, in files of both formats",
        arguments: ["groups: []", "file_format: definition/2"],
        [
            ("metrics: [a, 'b.*']", ["metric a", "metric b.*"]),
            ("events: ['*']", ["event *"]),
            ("entities: [host]", ["entity host"]),
            ("spans: ['{a,b}']", ["span {a,b}"]),
            ("attribute_groups: [g]", ["attribute_group g"]),
            ("metrics: [a], events: [b]", ["metric a", "event b"]),
            ("metrics: []", []), ("metrics: ~", []),
        ]
    )
    func imports(head: String, form: (String, [String])) throws {
        let decoded = Decoded("\(head)\nimports: {\(form.0)}")
        #expect(decoded.rules == [])
        #expect(try #require(decoded.value).imports.map { "\($0.kind.rawValue) \($0.pattern)" } == form.1)
    }

    @Test(
        "imports of another form are errors",
        arguments: [
            ("[a]", "wrong-type"), ("{metrics: a}", "wrong-type"), ("{metrics: [1]}", "wrong-type"),
            ("{metrics: ['']}", "invalid-value"), ("{metric: [a]}", "unknown-key"), ("a", "wrong-type"),
        ]
    )
    func wrongImports(text: String, rule: String) {
        #expect(Decoded("imports: \(text)").rules == [rule])
    }

    @Test("an import knows its place")
    func importPlace() throws {
        let file = try #require(Decoded("imports:\n  metrics:\n    - a\n").value)
        #expect(file.imports.first?.location.description == "test.yaml:3:7")
    }

    @Test("groups come in the order of the file, the loose attributes as one of them")
    func order() throws {
        let decoded = Decoded(
            """
            file_format: definition/2
            events: [{name: e, brief: B., stability: stable, requirement_level: opt_in}]
            attributes: [{key: a, type: int, brief: B., stability: stable}]
            attribute_groups: [{id: g, visibility: internal}]
            """
        )
        #expect(decoded.groups.map(\.id) == ["event.e", "registry.test", "g"])
        #expect(Decoded("file_format: definition/2\nattributes: []").groups.isEmpty)
    }

    @Test(
        "a text is a text: numbers and words of YAML are quoted",
        arguments: [
            ("12", false), ("1.5", false), ("true", false), ("0x1F", false), (".inf", false), ("[a]", false),
            ("{a: b}", false),
            ("'12'", true), ("\"true\"", true), ("|-\n  12", true), ("yes", true), ("1.2.3", true),
            ("2024-01-01", true),
            ("0o9", true), ("~", true), ("!!str 12", true),
        ]
    )
    func texts(value: String, isText: Bool) {
        let decoded = Decoded(Template.reference("note: \(value)"))
        #expect(decoded.rules == (isText ? [] : ["wrong-type"]))
    }

    @Test("annotations are free", arguments: ["{}", "~", "{a: [1, {b: ~}], c: 1.5}", "{1: 2}", "{code_generation: x}"])
    func annotations(text: String) {
        #expect(Decoded(Template.reference("annotations: \(text)")).rules == [])
    }

    @Test("a few annotations have a meaning")
    func knownAnnotations() throws {
        func map(_ text: String) -> AnnotationMap {
            Decoded(Template.reference("annotations: \(text)")).reference?.fields?.fields.annotations ?? AnnotationMap()
        }
        #expect(map("{code_generation: {exclude: true}}").isExcludedFromCodeGeneration)
        #expect(!map("{code_generation: {exclude: 'true'}}").isExcludedFromCodeGeneration)
        #expect(!map("{code_generation: true}").isExcludedFromCodeGeneration)
        #expect(map("{dependency_resolution: {exclude: true}}").isExcludedFromDependencyResolution)
        #expect(!map("{dependency_resolution: {exclude: false}}").isExcludedFromDependencyResolution)
        #expect(map("{code_generation: {metric_value_type: int}}").metricValueType == .int)
        #expect(map("{code_generation: {metric_value_type: double}}").metricValueType == .double)
        #expect(map("{code_generation: {metric_value_type: string}}").metricValueType == nil)
    }

    @Test("annotations laid over others: maps are merged, all else is replaced")
    func mergedAnnotations() {
        func map(_ text: String) -> AnnotationMap {
            Decoded(Template.reference("annotations: \(text)")).reference?.fields?.fields.annotations ?? AnnotationMap()
        }
        let lower = map("{a: {b: 1, c: {d: 2}}, e: [1, 2], f: {g: 1}, h: 1}")
        let upper = map("{a: {c: {d: 3, i: 4}}, e: [3], f: 5, j: {k: 6}}")
        #expect(lower.merged(with: upper) == map("{a: {b: 1, c: {d: 3, i: 4}}, e: [3], f: 5, h: 1, j: {k: 6}}"))
        #expect(AnnotationMap().merged(with: upper) == upper)
        #expect(lower.merged(with: AnnotationMap()) == lower)
    }
}
