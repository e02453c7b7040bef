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
        let position = stack.count - site.count - 1
        let symbol = TemplateSymbol(id: UInt32(truncatingIfNeeded: operation.a))
        switch stack[position] {
        case .module(let number):
            let value = export(symbol, of: Int(number))
            guard case .macro(let macro) = value else { throw unknownMethod(symbol, of: stack[position]) }
            try enter(macro, site, operation)
            return true
        case .undefined: throw undefinedVariable()
        case .map(let map):
            if case .macro(let macro)? = map[symbol.name] {
                try enter(macro, site, operation)
                return true
            }
        case .namespace(let number):
            if case .macro(let macro)? = namespaces[Int(number)][symbol.name] {
                try enter(macro, site, operation)
                return true
            }
        default: break
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

    /// Starts a macro whose arguments are on the stack, where they become its first slots.
    private mutating func enter(
        _ macro: TemplateMacro,
        _ site: TemplateCallSite,
        _ operation: TemplateOperation
    ) throws(TemplateError) {
        let callee = instances[Int(macro.module)].template
        let function = callee.functions[Int(macro.function)]
        let base = stack.count - site.count
        if frames.count >= limits.callDepth { throw tooManyCalls() }
        if site.positionalCount > function.parameterCount {
            throw tooManyArguments(site, callee.signatures[Int(macro.function)])
        }
        if site.keywords.isEmpty {
            for _ in site.positionalCount..<function.slotCount { stack.append(.undefined) }
        } else {
            try bindKeywords(site, function, callee.signatures[Int(macro.function)], base: base)
        }
        frames.append(frame)
        frame = Frame(
            kind: .macro,
            function: Int(macro.function),
            instance: Int(macro.module),
            next: function.entry,
            base: base,
            loopBase: loops.count,
            captures: macro.captures,
            mark: operation.flags.contains(.writes) ? -1 : output.count,
            instanceCount: instances.count,
            namespaceCount: namespaces.count
        )
        if template !== callee { template = callee }
    }

    private func tooManyArguments(
        _ site: TemplateCallSite,
        _ signature: CompiledTemplate.Signature
    ) -> TemplateError {
        TemplateError(
            .templateArgument,
            "macro '\(signature.name)' takes at most \(signature.parameters.count) arguments, "
                + "but got \(site.positionalCount)"
        )
    }

    private mutating func bindKeywords(
        _ site: TemplateCallSite,
        _ function: CompiledTemplate.Function,
        _ signature: CompiledTemplate.Signature,
        base: Int
    ) throws(TemplateError) {
        keywordValues.removeAll(keepingCapacity: true)
        for _ in site.keywords { keywordValues.append(pop()) }
        for _ in site.positionalCount..<max(function.slotCount, site.positionalCount) { stack.append(.undefined) }
        for (index, symbol) in site.keywordSymbols.enumerated() {
            let slot: Int
            if let parameter = signature.parameters.firstIndex(of: symbol) {
                slot = parameter
            } else if site.keywords[index] == "caller", function.callerSlot >= 0 {
                slot = function.callerSlot
            } else {
                throw unknownArgument(site.keywords[index], signature)
            }
            guard slot >= site.positionalCount else {
                throw TemplateError(
                    .templateArgument,
                    "macro '\(signature.name)' got the argument '\(site.keywords[index])' twice"
                )
            }
            stack[base + slot] = keywordValues[keywordValues.count - 1 - index]
        }
    }

    private func unknownArgument(_ name: String, _ signature: CompiledTemplate.Signature) -> TemplateError {
        if name == "caller" {
            return TemplateError(
                .templateArgument,
                "macro '\(signature.name)' does not use its caller, so it cannot be used with 'call'"
            )
        }
        let known = signature.parameters.map(\.name)
        return TemplateError(
            .templateArgument,
            "macro '\(signature.name)' has no argument '\(name)'",
            help: Suggestion.didYouMean(name, in: known) ?? (known.isEmpty ? nil : "it takes \(quotedList(known))")
        )
    }

    mutating func loadSelf() {
        stack.append(
            .macro(
                TemplateMacro(
                    module: Int32(truncatingIfNeeded: frame.instance),
                    function: Int32(truncatingIfNeeded: frame.function),
                    captures: frame.captures
                )
            )
        )
    }

    mutating func makeMacro(_ operation: TemplateOperation) {
        let count = Int(operation.b)
        let captures = count == 0 ? [] : Array(stack[(stack.count - count)...])
        stack.removeLast(count)
        stack.append(
            .macro(
                TemplateMacro(
                    module: Int32(truncatingIfNeeded: frame.instance),
                    function: operation.a,
                    captures: captures
                )
            )
        )
    }

    // MARK: - Ends

    /// Goes back to the caller; whether there is none.
    mutating func finishFrame() throws(TemplateError) -> Bool {
        if frames.isEmpty { return true }
        swap(&frame, &frames[frames.count - 1])
        let finished = frames.removeLast()
        if finished.instance != frame.instance { template = instances[frame.instance].template }
        switch finished.kind {
        case .main: break
        case .macro:
            // The callee lies below its slots.
            drop(to: finished.base - 1)
            if finished.mark >= 0 { stack.append(.string(try takeOutput(from: finished.mark))) }
            dropLocals(of: finished)
        case .include:
            drop(to: finished.base)
            dropLocals(of: finished)
        case .importing:
            drop(to: finished.base)
            output.removeLast(output.count - finished.mark)
            stack.append(.module(Int32(truncatingIfNeeded: finished.instance)))
        }
        return false
    }

    /// Shortens the stack.
    @inline(__always)
    mutating func drop(to count: Int) {
        while stack.count > count { stack.removeLast() }
    }

    /// The namespaces and imports of a macro or include end with it, unless they may live on in an older namespace.
    private mutating func dropLocals(of finished: Frame) {
        if hasEscaped { return }
        if namespaces.count > finished.namespaceCount {
            namespaces.removeLast(namespaces.count - finished.namespaceCount)
        }
        if instances.count > finished.instanceCount {
            instances.removeLast(instances.count - finished.instanceCount)
        }
    }
}
