internal import SemConvDiagnostics

extension TemplateEnvironment {
    /// Filters that call other filters and tests by name.
    mutating func addSelectingFilters() {
        for (name, keeps, usesAttribute) in [
            ("select", true, false), ("reject", false, false), ("selectattr", true, true), ("rejectattr", false, true),
        ] {
            filters.set(
                name,
                .calling { value, arguments, environment throws(TemplateError) in
                    try Self.select(value, arguments, environment, keeps: keeps, usesAttribute: usesAttribute)
                }
            )
        }
        filters.set(
            "map",
            .calling { value, arguments, environment throws(TemplateError) in
                try Self.map(value, arguments, environment)
            }
        )
    }

    private static func select(
        _ value: TemplateValue,
        _ arguments: TemplateArguments,
        _ environment: TemplateEnvironment,
        keeps: Bool,
        usesAttribute: Bool
    ) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        let path = usesAttribute ? try TemplatePath(try arguments.required("attribute", at: 0), arguments) : nil
        let first = usesAttribute ? 1 : 0
        let test = try arguments.string("test", at: first)
        let testArguments = TemplateArguments(test ?? "", positional: Array(arguments.rest(from: first + 1)))
        try arguments.finish()
        let body = try test.map { name throws(TemplateError) in try environment.test(named: name, arguments) }
        var result: [TemplateValue] = []
        for element in try elements(of: value, arguments) {
            let subject = try path?.value(in: element, arguments) ?? element
            let answer =
                try body.map { test throws(TemplateError) in
                    try environment.ask(test, subject, testArguments)
                } ?? subject.isTrue
            if answer == keeps { result.append(element) }
        }
        return .list(result)
    }

    private static func map(
        _ value: TemplateValue,
        _ arguments: TemplateArguments,
        _ environment: TemplateEnvironment
    ) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        var result: [TemplateValue] = []
        if let attribute = try arguments.value("attribute") {
            let other = try arguments.value("default")
            try arguments.finish()
            let path = try TemplatePath(attribute, arguments)
            for element in try elements(of: value, arguments) {
                result.append(try path.value(in: element, default: other, arguments))
            }
            return .list(result)
        }
        let name = try arguments.requiredString("filter", at: 0)
        guard let number = environment.filters.number(of: name) else {
            throw TemplateError(
                .templateUnknownName,
                "unknown filter '\(name)'",
                help: Suggestion.didYouMean(name, in: environment.filters.names)
            )
        }
        let named = arguments.allNamed().filter { $0.name != "filter" }
        let inner = TemplateArguments(name, positional: Array(arguments.rest(from: 1)), named: named)
        for element in try elements(of: value, arguments) {
            switch environment.filters[number] {
            case .plain(let body): result.append(try body(element, inner))
            case .calling(let body): result.append(try body(element, inner, environment))
            }
        }
        return .list(result)
    }

    private func test(named name: String, _ arguments: TemplateArguments) throws(TemplateError) -> TemplateTest {
        guard let number = tests.number(of: name) else {
            throw TemplateError(
                .templateUnknownName,
                "unknown test '\(name)'",
                help: Suggestion.didYouMean(name, in: tests.names)
            )
        }
        return tests[number]
    }

    private func ask(
        _ test: TemplateTest,
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> Bool {
        switch test {
        case .plain(let body): try body(value, arguments)
        case .calling(let body): try body(value, arguments, self)
        case .defined: !value.isUndefined
        case .undefined: value.isUndefined
        }
    }
}
