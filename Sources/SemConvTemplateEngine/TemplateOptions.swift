/// How templates are read, and how far they may go.
package struct TemplateOptions: Sendable {
    /// Whether the line end after a block tag or comment is dropped (`trim_blocks`).
    package var trimBlocks = false
    /// Whether blanks between the start of a line and a block tag or comment are dropped (`lstrip_blocks`).
    package var lstripBlocks = false
    /// Whether the one line end at the end of a template is kept (`keep_trailing_newline`).
    package var keepTrailingNewline = false
    package var syntax = TemplateSyntax()
    package var limits = TemplateLimits()

    package init(
        trimBlocks: Bool = false,
        lstripBlocks: Bool = false,
        keepTrailingNewline: Bool = false,
        syntax: TemplateSyntax = TemplateSyntax(),
        limits: TemplateLimits = TemplateLimits()
    ) {
        self.trimBlocks = trimBlocks
        self.lstripBlocks = lstripBlocks
        self.keepTrailingNewline = keepTrailingNewline
        self.syntax = syntax
        self.limits = limits
    }
}

/// The delimiters of tags (`template_syntax`).
package struct TemplateSyntax: Hashable, Sendable {
    package var blockStart = "{%"
    package var blockEnd = "%}"
    package var variableStart = "{{"
    package var variableEnd = "}}"
    package var commentStart = "{#"
    package var commentEnd = "#}"

    package init() {}

    /// Why no template can be read with these, or `nil`.
    package var problem: String? {
        if [blockStart, blockEnd, variableStart, variableEnd, commentStart, commentEnd].contains("") {
            return "a delimiter is empty"
        }
        if blockStart == variableStart { return "block and variable tags both start with '\(blockStart)'" }
        if blockStart == commentStart { return "block tags and comments both start with '\(blockStart)'" }
        if variableStart == commentStart { return "variable tags and comments both start with '\(variableStart)'" }
        return nil
    }
}

/// Bounds that make every template end. Generous: only a mistake reaches them.
package struct TemplateLimits: Hashable, Sendable {
    /// Bytes that one rendering may write, and the longest string.
    package var outputBytes = 256 << 20
    /// Turns of all loops of one rendering together.
    package var loopTurns = 10_000_000
    /// Macro calls and includes inside one another.
    package var callDepth = 200
    /// Elements of a list that a template makes.
    package var listElements = 1_000_000
    /// Bytes of all strings that one rendering makes.
    package var textBytes = 1 << 30

    package init() {}
}
