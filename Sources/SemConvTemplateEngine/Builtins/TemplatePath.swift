/// The `attribute` of `map`, `sort`, `groupby` and others: names and indices with points between them.
struct TemplatePath {
    private let parts: [TemplateValue]

    init(_ value: TemplateValue, _ arguments: TemplateArguments) throws(TemplateError) {
        switch value {
        case .int: parts = [value]
        case .string(let text):
            parts = text.splitText(".").map { part in Int(part).map { .int($0) } ?? .string(part) }
        default: throw arguments.unfit(value, expected: "the name of an attribute")
        }
    }

    /// The value at the path; `.undefined` where the last part is missing.
    func value(in element: TemplateValue, _ arguments: TemplateArguments) throws(TemplateError) -> TemplateValue {
        var current = element
        for part in parts {
            if current.isUndefined {
                throw TemplateError(
                    .templateUndefined,
                    "\(arguments.site.title) finds no attribute '\(try text)' in \(element.kindName)"
                )
            }
            current = current.item(part) ?? .undefined
        }
        return current
    }

    /// The same, but a missing value is an error unless there is a default.
    func value(
        in element: TemplateValue,
        default other: TemplateValue?,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue {
        let found = try value(in: element, arguments)
        if !found.isUndefined { return found }
        if let other { return other }
        throw TemplateError(
            .templateUndefined,
            "\(arguments.site.title) finds no attribute '\(try text)' in \(element.kindName)",
            help: "did a name change? 'selectattr' with 'defined' leaves out what lacks it"
        )
    }

    private var text: String {
        get throws(TemplateError) {
            var names: [String] = []
            for part in parts { names.append(try part.text()) }
            return names.joined(separator: ".")
        }
    }
}

extension TemplateEnvironment {
    /// The elements of a filter's input.
    static func elements(
        of value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> [TemplateValue] {
        switch value {
        case .list(let values): values
        case .none: []
        case .map, .object: value.pairs.map(\.key)
        case .string(let text): text.unicodeScalars.map { .string(String($0)) }
        default: throw arguments.unfit(value, expected: "a list")
        }
    }
}
