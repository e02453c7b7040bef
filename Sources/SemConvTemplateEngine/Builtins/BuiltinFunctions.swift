extension TemplateEnvironment {
    /// The most elements that `range` makes.
    private static let rangeLimit = 100_000

    mutating func addBuiltinFunctions() {
        functions.set("namespace", .namespace)
        functions.set("debug", .debug)
        addFunction("range") { arguments throws(TemplateError) in try Self.range(arguments) }
        addFunction("dict") { arguments throws(TemplateError) in try Self.dictionary(arguments) }
        for name in ["raise", "throw"] {
            addFunction(name) { arguments throws(TemplateError) in
                var arguments = arguments
                let message = try arguments.required("message", at: 0).text()
                try arguments.finish()
                throw TemplateError(.templateRaised, message)
            }
        }
    }

    private static func range(_ arguments: TemplateArguments) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        let first = try arguments.requiredInt("start", at: 0)
        let second = try arguments.int("stop", at: 1)
        let step = try arguments.int("step", at: 2) ?? 1
        try arguments.finish()
        if step == 0 { throw arguments.error("the step of 'range' cannot be zero") }
        let start = second == nil ? 0 : first
        let stop = second ?? first
        // Computed in floats first: the difference of two integers need not be one.
        if (Double(stop) - Double(start)) / Double(step) > Double(rangeLimit) {
            throw TemplateError(.templateLimit, "'range' would have more than \(rangeLimit) elements")
        }
        return .list(stride(from: start, to: stop, by: step).map { .int($0) })
    }

    private static func dictionary(_ arguments: TemplateArguments) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        var map = TemplateMap()
        switch try arguments.value("values", at: 0) {
        case nil: break
        case .map(let start)? where arguments.positionalCount > 0: map = start
        case .object(let object)? where arguments.positionalCount > 0:
            map = TemplateMap(zip(object.shape.fields, object.values).filter { !$1.isUndefined })
        case let other?:
            if arguments.positionalCount > 0 { throw arguments.unfit(other, expected: "a dictionary") }
        }
        for (name, value) in arguments.allNamed() { map[.string(name)] = value }
        try arguments.finish()
        return .map(map)
    }
}
