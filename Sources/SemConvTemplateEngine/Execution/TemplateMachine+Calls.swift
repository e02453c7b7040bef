internal import SemConvDiagnostics

extension TemplateMachine {
    // MARK: - Filters, tests and functions

    /// The arguments of a call, taken from the stack unless they are constant.
    mutating func arguments(_ operation: TemplateOperation) -> TemplateArguments {
        let entry = template.sites[Int(operation.b)]
        if let constant = entry.constant { return constant }
        let count = entry.site.count
        let values = Array(stack[(stack.count - count)...])
        stack.removeLast(count)
        return TemplateArguments(site: entry.site, values: values)
    }

    mutating func callFilter(_ operation: TemplateOperation) throws(TemplateError) {
        let arguments = arguments(operation)
        var input = pop()
        if case .namespace(let number) = input { input = .map(namespaces[Int(number)]) }
        let result =
            switch environment.filters[Int(operation.a)] {
            case .plain(let body): try body(input, arguments)
            case .calling(let body): try body(input, arguments, environment)
            }
        if result.isUndefined, !isLenient(operation) { throw emptyResult(of: arguments.site) }
        try push(charged: result)
    }

    mutating func callTest(_ operation: TemplateOperation) throws(TemplateError) {
        let arguments = arguments(operation)
        let input = pop()
        let result =
            switch environment.tests[Int(operation.a)] {
            case .plain(let body): try body(input, arguments)
            case .calling(let body): try body(input, arguments, environment)
            case .defined: !input.isUndefined
            case .undefined: input.isUndefined
            }
        stack.append(.bool(result != operation.flags.contains(.negated)))
    }

    mutating func callFunction(_ operation: TemplateOperation) throws(TemplateError) {
        let arguments = arguments(operation)
        let result: TemplateValue =
            switch environment.functions[Int(operation.a)] {
            case .plain(let body): try body(arguments)
            case .namespace: try makeNamespace(arguments)
            case .debug: .string(try describeVariables(arguments))
            }
        try finishCall(result, operation, site: arguments.site)
    }

    /// Pushes or writes the result of a call.
    private mutating func finishCall(
        _ result: TemplateValue,
        _ operation: TemplateOperation,
        site: TemplateCallSite
    ) throws(TemplateError) {
        if operation.flags.contains(.writes) {
            if result.isUndefined { throw emptyResult(of: site) }
            return try write(result)
        }
        if result.isUndefined, !isLenient(operation) { throw emptyResult(of: site) }
        try push(charged: result)
    }

    private func emptyResult(of site: TemplateCallSite) -> TemplateError {
        TemplateError(
            .templateUndefined,
            "\(site.title) found nothing",
            help: "give a default with '| default(...)'"
        )
    }

    private mutating func makeNamespace(_ arguments: TemplateArguments) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        var map = TemplateMap()
        if let first = try arguments.value("values", at: 0), arguments.positionalCount > 0 {
            guard case .map(let start) = first else { throw arguments.unfit(first, expected: "a dictionary") }
            map = start
        }
        for (name, value) in arguments.allNamed() { map[.string(name)] = value }
        try arguments.finish()
        if namespaces.count >= 100_000 {
            throw TemplateError(.templateLimit, "the template makes more than 100000 namespaces")
        }
        namespaces.append(map)
        return .namespace(Int32(truncatingIfNeeded: namespaces.count - 1))
    }

    // MARK: - Macros and methods

    mutating func callValue(_ operation: TemplateOperation) throws(TemplateError) {
        let site = template.sites[Int(operation.b)].site
        let position = stack.count - site.count - 1
        guard case .macro(let macro) = stack[position] else {
            throw TemplateError(.templateType, "\(stack[position].kindName) cannot be called")
        }
        try enter(macro, site, operation)
    }

    /// Whether a macro was started, rather than a method called.
    mutating func callMethod(_ operation: TemplateOperation) throws(TemplateError) -> Bool {
        let site = template.sites[Int(operation.b)].site
        let symbol = TemplateSymbol(id: UInt32(truncatingIfNeeded: operation.a))
        if let macro = try macro(symbol, of: stack[stack.count - site.count - 1]) {
            try enter(macro, site, operation)
            return true
        }
        let arguments = arguments(operation)
        let object = pop()
        if case .host = object, site.name == "set_file_name" {
            try setFileName(arguments, operation)
            return false
        }
        guard let result = try TemplateMethods.call(site.name, on: object, arguments) else {
            throw unknownMethod(symbol, of: object)
        }
        try finishCall(result, operation, site: site)
        return false
    }

    /// The macro in the field of a value; `nil` where a method is meant.
    private mutating func macro(
        _ symbol: TemplateSymbol,
        of value: TemplateValue
    ) throws(TemplateError) -> TemplateMacro? {
        let found: TemplateValue?
        switch value {
        case .undefined: throw undefinedVariable()
        case .module(let number): found = export(symbol, of: Int(number))
        case .map(let map): found = map[symbol.name]
        case .namespace(let number): found = namespaces[Int(number)][symbol.name]
        default: return nil
        }
        if case .macro(let macro)? = found { return macro }
        if case .module = value { throw unknownMethod(symbol, of: value) }
        return nil
    }

    /// `template.set_file_name(path)`: names the file that the output goes to; is an empty string.
    private mutating func setFileName(
        _ arguments: TemplateArguments,
        _ operation: TemplateOperation
    ) throws(TemplateError) {
        var arguments = arguments
        fileName = try arguments.requiredString("path", at: 0)
        try arguments.finish()
        if !operation.flags.contains(.writes) { stack.append(.string("")) }
    }
}
