internal import SemConvDiagnostics
internal import SemConvTemplateEngine
internal import SemConvYAML

/// Reads the `pack.yaml` of a template pack.
struct PackConfigurationReader {
    private static let keys = [
        "templates", "params", "acronyms", "text_maps", "comment_formats", "default_comment_format",
        "whitespace_control", "template_syntax", "description",
    ]
    private static let entryKeys = [
        "template", "pattern", "query", "filter", "application_mode", "file_name", "when", "params", "auto_escape",
    ]

    private var configuration = PackConfiguration()
    /// Values of the run, which come before those of the file.
    private let parameters: TemplateMap

    private init(parameters: TemplateMap) {
        self.parameters = parameters
    }

    static func read(
        _ document: YAMLDocument,
        parameters: TemplateMap = TemplateMap(),
        diagnostics: inout DiagnosticCollector
    ) -> PackConfiguration {
        var reader = PackConfigurationReader(parameters: parameters)
        guard let root = document.root else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "the configuration of the template pack is empty",
                    at: SourceLocation(file: document.file),
                    help: "list the templates to render under 'templates'"
                )
            )
            return reader.configuration
        }
        let place = "the configuration of a template pack"
        if let mapping = ConfigurationMapping(root, place: place, keys: keys, diagnostics: &diagnostics) {
            reader.read(mapping, diagnostics: &diagnostics)
        }
        return reader.configuration
    }

    private mutating func read(_ mapping: ConfigurationMapping, diagnostics: inout DiagnosticCollector) {
        if let params = mapping.value("params") {
            configuration.parameters = parameters(params, diagnostics: &diagnostics)
        }
        configuration.acronyms = mapping.strings("acronyms", diagnostics: &diagnostics) ?? []
        readTextMaps(mapping, diagnostics: &diagnostics)
        readCommentFormats(mapping, diagnostics: &diagnostics)
        readSyntax(mapping, diagnostics: &diagnostics)
        guard let templates = mapping.value("templates") else {
            diagnostics.report(.invalid("a template pack without 'templates' renders nothing", at: mapping.node))
            return
        }
        guard templates.kind == .sequence else {
            diagnostics.report(.invalid("'templates' is a list of template entries", at: templates))
            return
        }
        for element in templates.elements {
            guard let entry = entry(element, diagnostics: &diagnostics) else { continue }
            configuration.entries.append(entry)
        }
    }

    private func entry(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> PackConfiguration.Entry? {
        guard
            let mapping = ConfigurationMapping(
                node,
                place: "a template entry",
                keys: Self.entryKeys,
                diagnostics: &diagnostics
            )
        else { return nil }
        guard
            let template = mapping.string("template", diagnostics: &diagnostics)
                ?? mapping.string("pattern", diagnostics: &diagnostics)
        else {
            diagnostics.report(.invalid("a template entry needs the key 'template'", at: node))
            return nil
        }
        var own = TemplateMap()
        if let params = mapping.value("params") { own = parameters(params, diagnostics: &diagnostics) }
        var query: Query? = Query(.registry)
        if let node = mapping.value("query") ?? mapping.value("filter") {
            query = QueryReader(parameters: configuration.parameters.merging(own).merging(parameters))
                .read(node, diagnostics: &diagnostics)
        }
        if let escape = mapping.string("auto_escape", diagnostics: &diagnostics), escape.value != "none" {
            diagnostics.report(.invalid("'auto_escape' of a template entry can only be none", at: node))
        }
        guard let query else { return nil }
        var entry = PackConfiguration.Entry(template: template, query: query)
        entry.parameters = own
        entry.fileName = mapping.string("file_name", diagnostics: &diagnostics)
        entry.condition = mapping.string("when", diagnostics: &diagnostics)
        entry.mode =
            mapping.choice(
                "application_mode",
                of: PackConfiguration.Entry.ApplicationMode.self,
                diagnostics: &diagnostics
            ) ?? .single
        if entry.mode == .each, !query.name.isList {
            diagnostics.report(
                .invalid(
                    "'application_mode: each' needs a list, which '\(query.name.rawValue)' does not give",
                    at: node
                )
            )
            return nil
        }
        return entry
    }

    private func parameters(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> TemplateMap {
        guard node.kind == .mapping, case .map(let map) = TemplateValue(node) else {
            diagnostics.report(.invalid("'params' maps names to values", at: node))
            return TemplateMap()
        }
        return map
    }
}

// MARK: - The smaller sections

extension PackConfigurationReader {
    private mutating func readTextMaps(_ mapping: ConfigurationMapping, diagnostics: inout DiagnosticCollector) {
        guard let node = mapping.value("text_maps") else { return }
        guard node.kind == .mapping, node.entries.allSatisfy({ $0.value.kind == .mapping }) else {
            diagnostics.report(.invalid("'text_maps' maps names to tables of texts", at: node))
            return
        }
        for (name, table) in node.entries {
            configuration.textMaps[name.string] = Dictionary(
                table.entries.map { ($0.key.string, $0.value.string) },
                uniquingKeysWith: { $1 }
            )
        }
    }

    private mutating func readCommentFormats(_ mapping: ConfigurationMapping, diagnostics: inout DiagnosticCollector) {
        if let node = mapping.value("comment_formats") {
            guard node.kind == .mapping else {
                diagnostics.report(.invalid("'comment_formats' maps names to formats", at: node))
                return
            }
            for (name, value) in node.entries {
                configuration.commentFormats[name.string] =
                    CommentFormatReader.read(value, diagnostics: &diagnostics) ?? CommentFormat()
            }
        }
        guard let name = mapping.string("default_comment_format", diagnostics: &diagnostics) else { return }
        let names = configuration.commentFormats.keys.sorted()
        if !names.contains(name.value) {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "there is no comment format '\(name.value)'",
                    at: name.location,
                    help: Suggestion.didYouMean(name.value, in: names)
                )
            )
        }
        configuration.defaultCommentFormat = name.value
    }

    private mutating func readSyntax(_ mapping: ConfigurationMapping, diagnostics: inout DiagnosticCollector) {
        if let node = mapping.value("whitespace_control"),
            let control = ConfigurationMapping(
                node,
                place: "'whitespace_control'",
                keys: ["trim_blocks", "lstrip_blocks", "keep_trailing_newline"],
                diagnostics: &diagnostics
            )
        {
            var options = configuration.templateOptions
            options.trimBlocks = control.bool("trim_blocks", diagnostics: &diagnostics) ?? false
            options.lstripBlocks = control.bool("lstrip_blocks", diagnostics: &diagnostics) ?? false
            options.keepTrailingNewline = control.bool("keep_trailing_newline", diagnostics: &diagnostics) ?? false
            configuration.templateOptions = options
        }
        guard let node = mapping.value("template_syntax") else { return }
        let parts: [(StaticString, WritableKeyPath<TemplateSyntax, String>)] = [
            ("block_start", \.blockStart), ("block_end", \.blockEnd), ("variable_start", \.variableStart),
            ("variable_end", \.variableEnd), ("comment_start", \.commentStart), ("comment_end", \.commentEnd),
        ]
        guard
            let syntax = ConfigurationMapping(
                node,
                place: "'template_syntax'",
                keys: parts.map { "\($0.0)" },
                diagnostics: &diagnostics
            )
        else { return }
        for (key, path) in parts {
            guard let text = syntax.string(key, diagnostics: &diagnostics) else { continue }
            if text.value.isEmpty {
                diagnostics.report(.invalid("'\(key)' cannot be empty", at: node))
            } else {
                configuration.templateOptions.syntax[keyPath: path] = text.value
            }
        }
    }
}

extension TemplateMap {
    /// These entries with those of `other` over them; `none` takes one away.
    func merging(_ other: TemplateMap) -> TemplateMap {
        var result = self
        for entry in other.entries { result[entry.key] = entry.value.isNone ? nil : entry.value }
        return result
    }
}
