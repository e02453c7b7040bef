internal import SemConvDiagnostics
internal import SemConvYAML

extension TemplateMachine {
    /// The values that the variables of a template have when it starts: what the including template sees, then the
    /// context, then the globals.
    static func initialVariables(
        of template: CompiledTemplate,
        instance: Int,
        _ instances: [Instance],
        _ context: TemplateObject,
        _ environment: TemplateEnvironment
    ) -> [TemplateValue] {
        template.variables.map { symbol in
            var current = instance
            while current >= 0 {
                let names = instances[current].inheritedNames
                if let index = names.firstIndex(of: symbol) { return instances[current].inherited[index] }
                current = instances[current].parent
            }
            let value = context[symbol]
            if !value.isUndefined { return value }
            return environment.globals.first { $0.symbol == symbol }?.value ?? .undefined
        }
    }

    /// Whether a template was started, rather than nothing found.
    mutating func include(_ operation: TemplateOperation) throws(TemplateError) -> Bool {
        let name = pop()
        let names = template.nameLists[Int(operation.a)]
        guard let found = try findTemplate(name, ignoreMissing: operation.flags.contains(.ignoresMissing)) else {
            stack.removeLast(names.count)
            return false
        }
        try start(found, names, kind: .include, mark: -1)
        return true
    }

    mutating func importTemplate(_ operation: TemplateOperation) throws(TemplateError) {
        let name = pop()
        guard let found = try findTemplate(name, ignoreMissing: false) else { return }
        try start(found, template.nameLists[Int(operation.a)], kind: .importing, mark: output.count)
    }

    /// Runs another template; the values of `names` are on the stack.
    private mutating func start(
        _ found: CompiledTemplate,
        _ names: [TemplateSymbol],
        kind: Frame.Kind,
        mark: Int
    ) throws(TemplateError) {
        if frames.count >= limits.callDepth { throw tooManyCalls() }
        if instances.count >= 100_000 {
            throw TemplateError(.templateLimit, "the template imports more than 100000 times")
        }
        let number = instances.count
        addInstance(of: found, names)
        frames.append(frame)
        frame = Frame(
            kind: kind,
            function: 0,
            instance: number,
            next: 0,
            base: stack.count,
            loopBase: loops.count,
            captures: [],
            mark: mark,
            instanceCount: number,
            namespaceCount: namespaces.count
        )
        for _ in 0..<found.functions[0].slotCount { stack.append(.undefined) }
        template = found
    }

    /// Adds an instance of a template that sees the variables whose values are on the stack.
    private mutating func addInstance(of found: CompiledTemplate, _ names: [TemplateSymbol]) {
        // Names without a value are left to the templates and contexts further out.
        var visibleNames: [TemplateSymbol] = []
        var visible: [TemplateValue] = []
        visibleNames.reserveCapacity(names.count)
        visible.reserveCapacity(names.count)
        let first = stack.count - names.count
        for index in names.indices where !stack[first + index].isUndefined {
            visibleNames.append(names[index])
            visible.append(stack[first + index])
        }
        drop(to: first)
        let number = instances.count
        instances.append(
            Instance(
                template: found,
                variables: [],
                inheritedNames: visibleNames,
                inherited: visible,
                parent: frame.instance
            )
        )
        let variables = Self.initialVariables(of: found, instance: number, instances, context, environment)
        instances[number].variables = variables
    }

    /// The template of a name, or the first of a list of names that exists.
    private mutating func findTemplate(
        _ value: TemplateValue,
        ignoreMissing: Bool
    ) throws(TemplateError) -> CompiledTemplate? {
        var names: [String] = []
        switch value {
        case .string(let name):
            if let found = environment.template(named: name) { return found }
            names = [name]
        case .list(let values):
            for case .string(let name) in values { names.append(name) }
        default: throw TemplateError(.templateType, "the name of a template is a string, not \(value.kindName)")
        }
        for name in names {
            if let found = environment.template(named: name) { return found }
        }
        if ignoreMissing { return nil }
        let title = names.count == 1 ? "there is no template '\(names[0])'" : "none of the templates exists"
        throw TemplateError(
            .templateUnknownName,
            title,
            help: names.first.flatMap { Suggestion.didYouMean($0, in: environment.templateNames) }
        )
    }

    mutating func takeExport(_ operation: TemplateOperation) throws(TemplateError) {
        guard case .module(let number) = pop() else { return }
        let symbol = symbol(operation)
        let value = export(symbol, of: Int(number))
        if value.isUndefined { throw undefinedField(symbol.name, of: .module(number)) }
        stack.append(value)
    }

    func tooManyCalls() -> TemplateError {
        TemplateError(
            .templateLimit,
            "macros and includes call one another more than \(limits.callDepth) levels deep",
            help: "is there a cycle?"
        )
    }
}
