internal import SemConvDiagnostics
internal import SemConvTemplateEngine

extension ConventionFilters {
    static func addTexts(_ environment: inout TemplateEnvironment, _ configuration: PackConfiguration) {
        let acronyms = AcronymSpelling(configuration.acronyms)
        addText(&environment, "acronym") { acronyms.apply(to: $0) }
        addMapText(&environment, configuration.textMaps)
        addComment(&environment, configuration)
        environment.addFilter("comment_with_prefix") { (value, arguments) throws(TemplateError) in
            var arguments = arguments
            let prefix = try arguments.requiredString("prefix", at: 0)
            try arguments.finish()
            let lines = try text(of: value, arguments).split(separator: "\n", omittingEmptySubsequences: false)
            return .string(lines.map { prefix + $0 }.joined(separator: "\n"))
        }
        environment.addFilter("regex_replace") { (value, arguments) throws(TemplateError) in
            var arguments = arguments
            let pattern = try arguments.requiredString("pattern", at: 0)
            let replacement = try arguments.requiredString("replacement", at: 1)
            try arguments.finish()
            guard case .string(let text) = value else { throw arguments.unfit(value, expected: "a string") }
            guard let regex = try? Regex(pattern) else {
                throw arguments.error("'\(pattern)' is no regular expression")
            }
            return .string(text.replacing(regex) { expand(replacement, $0.output) })
        }
    }

    private static func addMapText(_ environment: inout TemplateEnvironment, _ maps: [String: [String: String]]) {
        let names = maps.keys.sorted()
        environment.addFilter("map_text") { (value, arguments) throws(TemplateError) in
            var arguments = arguments
            let name = try arguments.requiredString("map", at: 0)
            let fallback = try arguments.string("default", at: 1)
            try arguments.finish()
            guard let map = maps[name] else {
                throw arguments.error(
                    "the pack has no text map '\(name)'",
                    help: Suggestion.didYouMean(name, in: names)
                )
            }
            if let found = value.text.flatMap({ map[$0] }) { return .string(found) }
            return fallback.map { .string($0) } ?? value
        }
    }

    private static func addComment(_ environment: inout TemplateEnvironment, _ configuration: PackConfiguration) {
        let formats = configuration.commentFormats
        let standard = configuration.defaultCommentFormat
        environment.addFilter("comment") { (value, arguments) throws(TemplateError) in
            var arguments = arguments
            let name = try arguments.string("format")
            guard let format = (name ?? standard).map({ formats[$0] }) ?? CommentFormat() else {
                throw arguments.error(
                    "the pack has no comment format '\(name ?? "")'",
                    help: Suggestion.didYouMean(name ?? "", in: formats.keys.sorted())
                )
            }
            var writer = CommentWriter(format: format)
            writer.format.header = try arguments.string("header") ?? format.header
            writer.format.prefix = try arguments.string("prefix") ?? format.prefix
            writer.format.footer = try arguments.string("footer") ?? format.footer
            writer.format.lineLength = try arguments.int("line_length") ?? format.lineLength
            if let word = try arguments.string("indent_type") {
                guard let indentation = CommentFormat.Indentation(rawValue: word) else {
                    throw arguments.error("'indent_type' cannot be '\(word)'", help: "one of: space, tab")
                }
                writer.format.indentation = indentation
            }
            let indent = try arguments.int("indent") ?? 0
            guard (0...1_000).contains(indent) else { throw arguments.error("'indent' cannot be \(indent)") }
            writer.indent = String(repeating: writer.format.indentation.character, count: indent)
            try arguments.finish()
            return .string(writer.write(try text(of: value, arguments)))
        }
    }

    /// What a comment is made of: a text, a list of lines, or nothing.
    private static func text(of value: TemplateValue, _ arguments: TemplateArguments) throws(TemplateError) -> String {
        switch value {
        case .undefined, .none: return ""
        case .list(let lines):
            var texts: [String] = []
            for line in lines { texts.append(try line.text()) }
            return texts.joined(separator: "\n")
        default: return try value.text()
        }
    }

    /// Puts captures into a replacement: `$1`, `${1}`, `$name`, and `$$` for a dollar sign.
    private static func expand(_ replacement: String, _ match: AnyRegexOutput) -> String {
        var result = ""
        var rest = replacement[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
                continue
            }
            let isBraced = rest.first == "{"
            if isBraced { rest = rest.dropFirst() }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            rest = rest.dropFirst(name.count)
            if isBraced, rest.first == "}" { rest = rest.dropFirst() }
            if let number = Int(name) {
                if match.indices.contains(number) { result += match[number].substring ?? "" }
            } else {
                result += match.first { $0.name == String(name) }?.substring ?? ""
            }
        }
        return result + rest
    }
}
