extension TemplateEnvironment {
    /// Filters that turn text into text.
    mutating func addTextFilters() {
        addTextFilter("upper") { $0.uppercased() }
        addTextFilter("lower") { $0.lowercased() }
        addTextFilter("capitalize") { $0.capitalizedFirst() }
        addTextFilter("title") { $0.titleCased() }
        for name in ["escape", "e"] { addTextFilter(name) { $0.escapedForHTML() } }
        addFilter("safe") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return value
        }
        addReplacing()
        addSplitting()
        addIndent()
        addEncodings()
    }

    private mutating func addTextFilter(_ name: String, _ body: @escaping @Sendable (String) -> String) {
        addFilter(name) { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .string(body(try Self.text(value, arguments)))
        }
    }

    /// The input of a text filter: a string, or a number or boolean as it prints.
    static func text(_ value: TemplateValue, _ arguments: TemplateArguments) throws(TemplateError) -> String {
        switch value {
        case .string(let text): text
        case .int, .double, .bool: try value.text()
        default: throw arguments.unfit(value, expected: "a string")
        }
    }

    private mutating func addReplacing() {
        let limit = options.limits.outputBytes
        addFilter("replace") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let old = try arguments.required("from", at: 0).text()
            let new = try arguments.required("to", at: 1).text()
            let count = try arguments.int("count", at: 2)
            try arguments.finish()
            let text = try Self.text(value, arguments)
            return .string(try text.replacingText(old, with: new, count: count, limit: limit))
        }
        addFilter("trim") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let characters = try arguments.string("chars", at: 0)
            try arguments.finish()
            return .string(try Self.text(value, arguments).trimmed(characters))
        }
        addFilter("join") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let separator = try arguments.value("sep", at: 0)?.text() ?? ""
            let attribute = try arguments.value("attribute", at: 1)
            try arguments.finish()
            return try Self.join(value, separator: separator, attribute: attribute, limit: limit, arguments)
        }
    }

    private static func join(
        _ value: TemplateValue,
        separator: String,
        attribute: TemplateValue?,
        limit: Int,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue {
        let elements = try elements(of: value, arguments)
        var output: [UInt8] = []
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(contentsOf: separator.utf8) }
            if let attribute {
                try TemplatePath(attribute, arguments).value(in: element, arguments).write(into: &output, limit: limit)
            } else {
                try element.write(into: &output, limit: limit)
            }
        }
        return .string(String(decoding: output, as: UTF8.self))
    }

    private mutating func addSplitting() {
        addFilter("split") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let separator = try arguments.string("pat", at: 0)
            let count = try arguments.int("maxsplits", at: 1)
            try arguments.finish()
            if separator == "" { throw arguments.error("'split' cannot divide at an empty string") }
            let parts = try Self.text(value, arguments).splitText(separator, limit: count)
            return .list(parts.map { .string($0) })
        }
        addFilter("lines") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .list(try Self.text(value, arguments).splitLines().map { .string($0) })
        }
    }

    private mutating func addIndent() {
        let limit = options.limits.outputBytes
        addFilter("indent") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let width = try arguments.value("width", at: 0) ?? 4
            let first = try arguments.bool("first", at: 1) ?? false
            let blank = try arguments.bool("blank", at: 2) ?? false
            try arguments.finish()
            let prefix: String
            switch width {
            case .int(let count) where 0...10_000 ~= count: prefix = String(repeating: " ", count: count)
            case .string(let text): prefix = text
            default: throw arguments.error("'indent' expects 0 to 10000 blanks or a string as 'width'")
            }
            let text = try Self.text(value, arguments)
            return .string(try text.indented(by: prefix, first: first, blank: blank, limit: limit))
        }
    }

    private mutating func addEncodings() {
        let limit = options.limits.outputBytes
        addFilter("tojson") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let indent = try arguments.value("indent", at: 0)
            try arguments.finish()
            let width: Int?
            switch indent {
            case nil, .none?, .bool(false)?: width = nil
            case .bool(true)?: width = 2
            case .int(let count)? where 0...100 ~= count: width = count
            case let other?: throw arguments.unfit(other, expected: "a number of blanks as 'indent'")
            }
            return .string(try TemplateJSON.text(of: value, indent: width, limit: limit))
        }
        addFilter("pprint") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .string(try TemplateJSON.readableText(of: value, limit: limit))
        }
        addFilter("urlencode") { value, arguments throws(TemplateError) in
            try arguments.finish()
            if case .map = value { return .string(try Self.query(value)) }
            return .string(try Self.text(value, arguments).percentEncoded())
        }
    }

    /// A dictionary as the query of a URL.
    private static func query(_ value: TemplateValue) throws(TemplateError) -> String {
        var parts: [String] = []
        for (key, value) in value.pairs {
            parts.append("\(try key.text().percentEncoded())=\(try value.text().percentEncoded())")
        }
        return parts.joined(separator: "&")
    }
}
