import SemConvDiagnostics
import SemConvTemplateEngine
import SemConvYAML
import Testing

@testable import SemConvRendering

@Suite("Pack configuration")
struct PackConfigurationTests {
    private func read(_ yaml: String) throws -> (configuration: PackConfiguration, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector()
        let document = try #require(
            YAMLReader().read(bytes: Array(yaml.utf8), file: "pack.yaml", diagnostics: &collector)
        )
        let configuration = PackConfigurationReader.read(document, diagnostics: &collector)
        return (configuration, collector.sorted)
    }

    @Test("every key that means something is read")
    func everyKey() throws {
        let (configuration, diagnostics) = try read(
            """
            description: A pack.
            params: {title: T, depth: 2, excluded: [url]}
            acronyms: [HTTP, iOS]
            text_maps:
              types: {int: Int}
            comment_formats:
              swift: {format: markdown, prefix: "/// ", indent_type: tab, trim: false, word_wrap: {line_length: 80}}
            default_comment_format: swift
            whitespace_control: {trim_blocks: true, lstrip_blocks: true, keep_trailing_newline: true}
            template_syntax: {block_start: "<%", block_end: "%>"}
            templates:
              - template: a.j2
                query: >
                  semconv_grouped_metrics({
                    "stable_only": true,
                    "exclude_root_namespace": $excluded,
                  })
                application_mode: each
                file_name: "{{ ctx.root_namespace }}.md"
                when: $params.depth == 2
                params: {title: Own}
              - pattern: b.j2
                filter: semconv_attributes
                application_mode: single
                auto_escape: none
              - template: c.j2
                query: {name: semconv_spans, exclude_deprecated: true, exclude_stability: [experimental]}
            """
        )
        #expect(diagnostics.isEmpty)
        #expect(configuration.acronyms == ["HTTP", "iOS"])
        #expect(configuration.textMaps == ["types": ["int": "Int"]])
        #expect(configuration.commentFormats["swift"]?.prefix == "/// ")
        #expect(configuration.commentFormats["swift"]?.indentation == .tab)
        #expect(configuration.commentFormats["swift"]?.trim == false)
        #expect(configuration.commentFormats["swift"]?.lineLength == 80)
        #expect(configuration.defaultCommentFormat == "swift")
        #expect(configuration.templateOptions.trimBlocks)
        #expect(configuration.templateOptions.syntax.blockStart == "<%")
        #expect(configuration.entries.map(\.template.value) == ["a.j2", "b.j2", "c.j2"])
        #expect(configuration.entries.map(\.query.name) == [.groupedMetrics, .attributes, .spans])
        #expect(configuration.entries.map(\.mode) == [.each, .single, .single])
        #expect(configuration.entries[0].query.options.stableOnly)
        #expect(configuration.entries[0].query.options.excludedRootNamespaces == ["url"])
        #expect(configuration.entries[2].query.options.excludesDeprecated)
        #expect(configuration.entries[2].query.options.excludedStability == ["experimental"])
    }

    @Test("the options of a query may be all parameters, of which it takes its own")
    func parametersAsOptions() throws {
        let (configuration, diagnostics) = try read(
            """
            params: {stable_only: true, title: T}
            templates:
              - {template: a.j2, query: semconv_metrics($params), params: {stable_only: false, exclude_deprecated: true}}
            """
        )
        #expect(diagnostics.isEmpty)
        #expect(configuration.entries.first?.query.options.stableOnly == false)
        #expect(configuration.entries.first?.query.options.excludesDeprecated == true)
    }

    /// A mistake: the text, then line and column, rule, and a part of message or help.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let yaml: String
        let place: String
        let rule: RuleID
        let says: String
        var testDescription: String { says }
    }

    static let mistakes: [Mistake] = [
        Mistake(yaml: "[]", place: "1:1", rule: .invalidPackConfiguration, says: "is a mapping"),
        Mistake(
            yaml: "params: {}",
            place: "1:1",
            rule: .invalidPackConfiguration,
            says: "without 'templates' renders nothing"
        ),
        Mistake(
            yaml: "templates: x",
            place: "1:12",
            rule: .invalidPackConfiguration,
            says: "is a list of template entries"
        ),
        Mistake(
            yaml: "templates: [x]",
            place: "1:13",
            rule: .invalidPackConfiguration,
            says: "a template entry is a mapping"
        ),
        Mistake(
            yaml: "templates: [{query: .}]",
            place: "1:13",
            rule: .invalidPackConfiguration,
            says: "needs the key 'template'"
        ),
        Mistake(
            yaml: "templates: []\nparam: {}",
            place: "2:1",
            rule: .unknownConfigurationKey,
            says: "did you mean 'params'?"
        ),
        Mistake(
            yaml: "templates:\n  - template: a.j2\n    filename: x",
            place: "3:5",
            rule: .unknownConfigurationKey,
            says: "did you mean 'file_name'?"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: semconv_grouped_metric}",
            place: "2:29",
            rule: .unknownQuery,
            says: "did you mean 'semconv_grouped_metrics'?"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, filter: '.groups | length'}",
            place: "2:30",
            rule: .unknownQuery,
            says: "JQ is not supported"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: 'semconv_metrics({\"stable\": true})'}",
            place: "2:29",
            rule: .unknownConfigurationKey,
            says: "unknown option 'stable'"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: 'semconv_metrics({\"stable_only\": 1})'}",
            place: "2:29",
            rule: .invalidPackConfiguration,
            says: "'stable_only' of a query cannot be an integer"
        ),
        Mistake(
            yaml:
                "params: {url: 1}\ntemplates:\n  - {template: a.j2, query: 'semconv_metrics({\"stable_only\": $ulr})'}",
            place: "3:29",
            rule: .invalidPackConfiguration,
            says: "did you mean 'url'?"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: 'semconv_metrics(.x)'}",
            place: "2:29",
            rule: .invalidPackConfiguration,
            says: "are an object, or $params"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: {name: swift_module, stable_only: true}}",
            place: "2:29",
            rule: .invalidPackConfiguration,
            says: "takes none of its own"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, application_mode: all}",
            place: "2:40",
            rule: .invalidPackConfiguration,
            says: "one of: single, each"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, query: ., application_mode: each}",
            place: "2:5",
            rule: .invalidPackConfiguration,
            says: "needs a list"
        ),
        Mistake(
            yaml: "templates:\n  - {template: a.j2, auto_escape: html}",
            place: "2:5",
            rule: .invalidPackConfiguration,
            says: "can only be none"
        ),
        Mistake(
            yaml: "templates: []\nwhitespace_control: {trim_block: true}",
            place: "2:22",
            rule: .unknownConfigurationKey,
            says: "did you mean 'trim_blocks'?"
        ),
        Mistake(
            yaml: "templates: []\nwhitespace_control: {trim_blocks: 1}",
            place: "2:35",
            rule: .invalidPackConfiguration,
            says: "is true or false"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {a: {format: html}}",
            place: "2:31",
            rule: .invalidPackConfiguration,
            says: "only 'markdown' is supported"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {a: {perfix: x}}",
            place: "2:23",
            rule: .unknownConfigurationKey,
            says: "did you mean 'prefix'?"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {a: {escape_backslashes: true}}",
            place: "2:23",
            rule: .invalidPackConfiguration,
            says: "has no effect here"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {a: {remove_trailing_dots: true, enforce_trailing_dots: true}}",
            place: "2:22",
            rule: .invalidPackConfiguration,
            says: "exclude each other"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {a: {line_length: 0}}",
            place: "2:36",
            rule: .invalidPackConfiguration,
            says: "is a positive integer"
        ),
        Mistake(
            yaml: "templates: []\ncomment_formats: {swift: {}}\ndefault_comment_format: swfit",
            place: "3:25",
            rule: .invalidPackConfiguration,
            says: "did you mean 'swift'?"
        ),
        Mistake(
            yaml: "templates: []\ntemplate_syntax: {block_start: ''}",
            place: "2:18",
            rule: .invalidPackConfiguration,
            says: "cannot be empty"
        ),
        Mistake(
            yaml: "templates: []\ntext_maps: {a: b}",
            place: "2:12",
            rule: .invalidPackConfiguration,
            says: "tables of texts"
        ),
        Mistake(
            yaml: "templates: []\nacronyms: HTTP",
            place: "2:11",
            rule: .invalidPackConfiguration,
            says: "is a list of texts"
        ),
        Mistake(
            yaml: "templates: []\nparams: 1",
            place: "2:9",
            rule: .invalidPackConfiguration,
            says: "maps names to values"
        ),
        Mistake(yaml: "# nothing", place: "", rule: .invalidPackConfiguration, says: "is empty"),
    ]

    @Test("a mistake is reported where it stands, with what may be meant", arguments: mistakes)
    func reports(_ mistake: Mistake) throws {
        let found = try read(mistake.yaml).diagnostics.filter { $0.rule != .emptyFile }
        let diagnostic = try #require(found.first)
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(diagnostic.rule == mistake.rule)
        let place = mistake.place.isEmpty ? "pack.yaml" : "pack.yaml:\(mistake.place)"
        #expect(diagnostic.location?.description == place)
        let words = diagnostic.message + " " + (diagnostic.help ?? "")
        #expect(words.contains(mistake.says), "\(words)")
    }
}
