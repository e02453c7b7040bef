internal import SemConvTemplateEngine

/// Filters and tests that know about conventions, under weaver's names and with its meaning.
enum ConventionFilters {
    static func register(in environment: inout TemplateEnvironment, _ configuration: PackConfiguration) {
        addCases(&environment)
        addTexts(&environment, configuration)
        addIds(&environment)
        addAttributes(&environment)
        addTypes(&environment)
        addTests(&environment)
    }

    private static func addCases(_ environment: inout TemplateEnvironment) {
        for convention in CaseConvention.allCases {
            addText(&environment, convention.rawValue) { convention.convert($0) }
        }
        for convention: CaseConvention in [.kebabCase, .pascalCase, .camelCase, .snakeCase, .screamingSnakeCase] {
            addText(&environment, convention.rawValue + "_const") { convention.convertConstant($0) }
        }
        addText(&environment, "capitalize_first") { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    /// A filter from a text to a text without arguments.
    static func addText(
        _ environment: inout TemplateEnvironment,
        _ name: String,
        _ body: @escaping @Sendable (String) -> String
    ) {
        environment.addFilter(name) { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            guard case .string(let text) = value else { throw arguments.unfit(value, expected: "a string") }
            return .string(body(text))
        }
    }

    private static func addAttributes(_ environment: inout TemplateEnvironment) {
        environment.addFilter("attribute_sort") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            let attributes = try elements(value, arguments)
            let ranked = attributes.map { (rank: rank(of: $0), name: name(of: $0), value: $0) }
            return .list(
                ranked.sorted {
                    $0.rank != $1.rank
                        ? $0.rank < $1.rank : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
                }.map(\.value)
            )
        }
        environment.addFilter("required") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            return .list(try elements(value, arguments).filter { $0.field("requirement_level").text == "required" })
        }
        environment.addFilter("not_required") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            return .list(try elements(value, arguments).filter { $0.field("requirement_level").text != "required" })
        }
        environment.addFilter("flatten") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            var result: [TemplateValue] = []
            for list in try elements(value, arguments) { result += try elements(list, arguments) }
            return .list(result)
        }
    }

    static func elements(
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> [TemplateValue] {
        guard case .list(let elements) = value else { throw arguments.unfit(value, expected: "a list") }
        return elements
    }

    /// Weaver's order of requirement levels. It knows no `{opt_in: text}`; that one belongs beside `opt_in`.
    private static func rank(of attribute: TemplateValue) -> Int {
        let level = attribute.field("requirement_level")
        let word: String?
        if case .map(let map) = level, case .string(let key)? = map.entries.first?.key {
            word = key
        } else {
            word = level.text
        }
        return switch word {
        case "required": 1
        case "conditionally_required": 2
        case "recommended": 3
        case "opt_in": 4
        default: 0
        }
    }

    private static func name(of attribute: TemplateValue) -> String {
        attribute.field("name").text ?? attribute.field("key").text ?? ""
    }
}

// MARK: - Tests

extension ConventionFilters {
    private static func addTests(_ environment: inout TemplateEnvironment) {
        addTest(&environment, "stable") { $0.field("stability").text == "stable" }
        addTest(&environment, "experimental") { $0.field("stability").text != "stable" }
        addTest(&environment, "deprecated") { value in
            switch value.field("deprecated") {
            case .object, .map: true
            default: false
            }
        }
        for name in ["enum", "enum_type"] {
            // Weaver's `enum` takes the attribute, its `enum_type` the type; neither harms the other.
            addTest(&environment, name) { isEnumeration($0) || isEnumeration($0.field("type")) }
        }
        addTest(&environment, "simple_type") { $0.text.map(isSimple) ?? false }
        addTest(&environment, "template_type") { $0.text.flatMap(templateElement) != nil }
        addTest(&environment, "array") { $0.text?.hasSuffix("[]") ?? false }
    }

    private static func addTest(
        _ environment: inout TemplateEnvironment,
        _ name: String,
        _ body: @escaping @Sendable (TemplateValue) -> Bool
    ) {
        environment.addTest(name) { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            return body(value)
        }
    }

    static func isEnumeration(_ value: TemplateValue) -> Bool {
        !value.field("members").isUndefined
    }

    static func isSimple(_ type: String) -> Bool {
        switch type {
        case "string", "int", "double", "boolean", "string[]", "int[]", "double[]", "boolean[]": true
        default: false
        }
    }

    /// What stands between the brackets of `template[...]`.
    static func templateElement(_ type: String) -> String? {
        guard type.hasPrefix("template["), type.hasSuffix("]") else { return nil }
        return String(type.dropFirst("template[".count).dropLast())
    }
}

extension TemplateValue {
    /// A field of an object or dictionary; `.undefined` where there is none.
    func field(_ name: String) -> TemplateValue {
        switch self {
        case .object(let object): object[name]
        case .map(let map): map[name] ?? .undefined
        default: .undefined
        }
    }
}
