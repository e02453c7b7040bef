internal import SemConvDiagnostics
internal import SemConvYAML

/// Reads one entry of `comment_formats`.
enum CommentFormatReader {
    private static let keys = [
        "format", "header", "prefix", "footer", "indent_type", "trim", "remove_trailing_dots", "enforce_trailing_dots",
        "line_length", "word_wrap",
    ]
    /// Keys of weaver for its Markdown and HTML writers. Ours keeps a text's Markdown as it is.
    private static let writerKeys: Set<String> = [
        "escape_backslashes", "escape_square_brackets", "shortcut_reference_link", "shortcut_reference_links",
        "indent_first_level_list_items", "default_block_code_language", "use_go_style_list_indent",
        "old_style_paragraph", "omit_closing_li", "inline_code_snippet", "block_code_snippet",
    ]

    static func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> CommentFormat? {
        for (key, _) in node.entries where writerKeys.contains(key.string) {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .invalidPackConfiguration,
                    "the key '\(key.string)' of a comment format has no effect here",
                    at: key.location,
                    help: "the 'comment' filter keeps the Markdown of a text as it is"
                )
            )
        }
        guard
            let mapping = ConfigurationMapping(
                node,
                place: "a comment format",
                keys: keys + writerKeys.sorted(),
                diagnostics: &diagnostics
            )
        else { return nil }
        var format = CommentFormat()
        if let kind = mapping.string("format", diagnostics: &diagnostics), kind.value != "markdown" {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "a comment format cannot be '\(kind.value)'",
                    at: kind.location,
                    help: "only 'markdown' is supported"
                )
            )
        }
        format.header = mapping.string("header", diagnostics: &diagnostics)?.value ?? ""
        format.prefix = mapping.string("prefix", diagnostics: &diagnostics)?.value ?? ""
        format.footer = mapping.string("footer", diagnostics: &diagnostics)?.value ?? ""
        format.indentation =
            mapping.choice("indent_type", of: CommentFormat.Indentation.self, diagnostics: &diagnostics) ?? .space
        format.trim = mapping.bool("trim", diagnostics: &diagnostics) ?? true
        format.removesTrailingDots = mapping.bool("remove_trailing_dots", diagnostics: &diagnostics) ?? false
        format.enforcesTrailingDots = mapping.bool("enforce_trailing_dots", diagnostics: &diagnostics) ?? false
        if format.removesTrailingDots, format.enforcesTrailingDots {
            diagnostics.report(
                .invalid("'remove_trailing_dots' and 'enforce_trailing_dots' exclude each other", at: node)
            )
        }
        format.lineLength = lineLength(mapping, diagnostics: &diagnostics)
        return format
    }

    private static func lineLength(
        _ mapping: ConfigurationMapping,
        diagnostics: inout DiagnosticCollector
    ) -> Int? {
        var node = mapping.value("line_length")
        if let wrap = mapping.value("word_wrap"),
            let inner = ConfigurationMapping(
                wrap,
                place: "'word_wrap'",
                keys: ["line_length", "ignore_newlines"],
                diagnostics: &diagnostics
            )
        {
            node = inner.value("line_length") ?? node
        }
        guard let node else { return nil }
        guard case .int(let length) = node.scalar, length > 0 else {
            diagnostics.report(.invalid("'line_length' is a positive integer", at: node))
            return nil
        }
        return length
    }
}
