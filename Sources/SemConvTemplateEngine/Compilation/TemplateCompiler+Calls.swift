internal import SemConvDiagnostics

extension TemplateCompiler {
    // MARK: - Filters and tests

    /// Whether a filter takes what is not there.
    func isLenient(_ call: TemplateCall) -> Bool {
        let name = words.text(call.name)
        return name == "default" || name == "d"
    }

    /// Applies a filter to the top of the stack.
    mutating func compileFilter(_ call: TemplateCall, lenient: Bool) {
        let name = words.text(call.name)
        guard let number = environment.filters.number(of: name) else {
            return reportUnknown("filter", name, environment.filters.names, at: call.offset)
        }
        checkNamedCallee(of: call, number)
        let site = compileArguments(call, kind: .filter, name: name)
        code.add(.filter, number, site, flags: lenient ? .lenient : [], at: call.offset)
    }

    /// Checks the filter that `map` calls, and the test that `select` and its kin ask, where their names are constant.
    private mutating func checkNamedCallee(of call: TemplateCall, _ number: Int) {
        guard case .calling = environment.filters[number] else { return }
        let position: Int
        switch words.text(call.name) {
        case "map", "select", "reject": position = 0
        case "selectattr", "rejectattr": position = 1
        default: return
        }
        guard position < call.positional.count, case .constant(.string(let name)) = call.positional[position].kind
        else {
            return
        }
        let offset = call.positional[position].offset
        if words.text(call.name) == "map" {
            if environment.filters.number(of: name) == nil {
                reportUnknown("filter", name, environment.filters.names, at: offset)
            }
        } else if environment.tests.number(of: name) == nil {
            reportUnknown("test", name, environment.tests.names, at: offset)
        }
    }

    mutating func compileTest(
        _ value: TemplateExpression,
        _ call: TemplateCall,
        _ negated: Bool,
        at offset: Int
    ) {
        let name = words.text(call.name)
        guard let number = environment.tests.number(of: name) else {
            compile(value)
            return reportUnknown("test", name, environment.tests.names, at: call.offset)
        }
        let isDefined: Bool
        switch environment.tests[number] {
        case .defined: isDefined = true
        case .undefined: isDefined = false
        default:
            compile(value)
            let site = compileArguments(call, kind: .test, name: name)
            return code.add(.test, number, site, flags: negated ? .negated : [], at: offset)
        }
        if !call.positional.isEmpty || !call.named.isEmpty {
            report("test '\(name)' takes no arguments", at: call.offset)
        }
        compile(value, lenient: true)
        code.add(.isDefined, flags: isDefined == negated ? .negated : [], at: offset)
    }

    private mutating func reportUnknown(_ kind: String, _ name: String, _ known: [String], at offset: Int) {
        report("unknown \(kind) '\(name)'", help: Suggestion.didYouMean(name, in: known), at: offset)
        problems[problems.count - 1].isUnknownName = true
    }

    /// Leaves the arguments of a call on the stack, or nothing where they are constant.
    private mutating func compileArguments(
        _ call: TemplateCall,
        kind: TemplateCallSite.Kind,
        name: String,
        caller: Int? = nil
    ) -> Int {
        var keywords = call.named.map { words.text($0.name) }
        let values = call.positional + call.named.map(\.value)
        if caller != nil { keywords.append("caller") }
        let site = TemplateCallSite(
            kind: kind,
            name: name,
            positionalCount: call.positional.count,
            keywords: keywords
        )
        var constants: [TemplateValue] = []
        for case .constant(let value) in values.map(\.kind) { constants.append(value) }
        if constants.count == values.count, kind != .macro, kind != .method {
            return code.addSite(site, constant: TemplateArguments(site: site, values: constants))
        }
        for value in values { compile(value) }
        return code.addSite(site, constant: nil)
    }

    // MARK: - Calls

    mutating func compileCall(
        _ callee: TemplateExpression,
        _ call: TemplateCall,
        _ flags: TemplateOperation.Flags,
        at offset: Int,
        caller: TemplateMacroDefinition? = nil
    ) {
        switch callee.kind {
        case .name(let name): compileCall(of: name, call, flags, at: offset, caller: caller)
        case .member(let object, let method):
            if case .name(let name) = object.kind, case .loop(let level) = resolve(name),
                compileLoopCall(level, method, call, flags, at: callee.offset)
            {
                return
            }
            compile(object)
            let site = compileArguments(call, caller, kind: .method, name: words.text(method))
            code.add(.callMethod, Int(symbol(method).id), site, flags: flags, at: callee.offset)
        default:
            compile(callee)
            let site = compileArguments(call, caller, kind: .macro, name: "")
            code.add(.callValue, 0, site, flags: flags, at: offset)
        }
    }

    private mutating func compileArguments(
        _ call: TemplateCall,
        _ caller: TemplateMacroDefinition?,
        kind: TemplateCallSite.Kind,
        name: String
    ) -> Int {
        let site = compileArguments(call, kind: kind, name: name, caller: caller == nil ? nil : 0)
        if let caller { makeMacro(caller) }
        return site
    }

    /// The call of a name: a macro, if the template knows a variable of that name, else a function.
    private mutating func compileCall(
        of name: Int,
        _ call: TemplateCall,
        _ flags: TemplateOperation.Flags,
        at offset: Int,
        caller: TemplateMacroDefinition?
    ) {
        let text = words.text(name)
        let place = resolve(name)
        if case .module = place, !assigned.contains(name) {
            guard let number = environment.functions.number(of: text) else {
                let known = environment.functions.names + assigned.map { words.text($0) }
                report(
                    "unknown function or macro '\(text)'",
                    help: Suggestion.didYouMean(text, in: known)
                        ?? "define it with 'macro', or fetch it with 'import'; an included template imports for itself",
                    at: offset
                )
                problems[problems.count - 1].isUnknownName = true
                return
            }
            if caller != nil { report("'call' expects a macro, but '\(text)' is a function", at: offset) }
            let site = compileArguments(call, kind: .function, name: text)
            return code.add(.callFunction, number, site, flags: flags, at: offset)
        }
        load(place, lenient: false, at: offset)
        let site = compileArguments(call, caller, kind: .macro, name: text)
        code.add(.callValue, 0, site, flags: flags, at: offset)
    }

    private mutating func compileLoopCall(
        _ level: Int,
        _ method: Int,
        _ call: TemplateCall,
        _ flags: TemplateOperation.Flags,
        at offset: Int
    ) -> Bool {
        let operation: TemplateOperation.Code
        switch words.text(method) {
        case "cycle": operation = .cycleLoop
        case "changed": operation = .changedLoop
        default: return false
        }
        let site = compileArguments(call, kind: .method, name: words.text(method))
        code.add(operation, level, site, at: offset)
        if flags.contains(.writes) { code.add(.write, at: offset) }
        return true
    }

    // MARK: - Macros

    /// Compiles a macro where it stands, with a jump round it, and leaves it on the stack.
    mutating func makeMacro(_ macro: TemplateMacroDefinition) {
        let number = functions.count
        addFunction(name: macro.name.map { words.text($0) } ?? "caller")
        let jump = code.position
        code.add(.jump, at: macro.offset)
        functions[number].entry = code.position
        var context = Context()
        // A macro inside a loop is a variable of the loop, which gets its value only once the macro is made.
        if let name = macro.name, case .module = resolve(name) {} else { context.selfName = macro.name }
        contexts.append(context)
        compileBody(of: macro, number: number)
        let finished = contexts.removeLast()
        functions[number].slotCount = finished.maximumSlots
        code.patch(jump)
        for name in finished.captures { load(resolve(name), lenient: true, at: macro.offset) }
        code.add(.makeMacro, number, finished.captures.count, at: macro.offset)
    }

    private mutating func compileBody(of macro: TemplateMacroDefinition, number: Int) {
        for parameter in macro.parameters {
            signatures[number].parameters.append(symbol(parameter.name))
            functions[number].parameterCount += 1
            _ = declare(parameter.name)
        }
        let caller = TemplateKeyword.caller.rawValue
        let hasCaller =
            macro.name != nil && TemplateNames.mentions(caller, in: macro.body)
        if hasCaller { functions[number].callerSlot = declare(caller) }
        for (slot, parameter) in macro.parameters.enumerated() {
            guard let value = parameter.value else { continue }
            let jump = code.position
            code.add(.jumpIfSet, 0, slot, at: parameter.offset)
            compile(value)
            code.add(.storeSlot, slot, at: parameter.offset)
            code.patch(jump)
        }
        scope(assigning: macro.body, at: macro.offset) { compiler in compiler.compile(macro.body) }
        code.add(.return, at: macro.offset)
    }

    mutating func compileCallBlock(_ call: TemplateExpression, _ body: TemplateMacroDefinition, at offset: Int) {
        guard case .call(let callee, let arguments) = call.kind else { return }
        compileCall(callee, arguments, .writes, at: call.offset, caller: body)
    }

    // MARK: - Other templates

    mutating func compileOther(
        _ operation: TemplateOperation.Code,
        _ template: TemplateExpression,
        flags: TemplateOperation.Flags = [],
        at offset: Int
    ) {
        let names = loadVisible(at: offset)
        compile(template)
        code.add(operation, code.addNameList(names), flags: flags, at: template.offset)
    }

    mutating func compileImport(
        _ template: TemplateExpression,
        _ names: [(name: Int, alias: Int, offset: Int)],
        at offset: Int
    ) {
        compileOther(.importTemplate, template, at: offset)
        // The template stays in a slot of its own while its parts are taken.
        let saved = context.slotCount
        let slot = newSlot()
        code.add(.storeSlot, slot, at: offset)
        for name in names {
            code.add(.loadSlot, slot, at: name.offset)
            code.add(.exported, 0, Int(symbol(name.name).id), at: name.offset)
            store(resolve(name.alias), at: name.offset)
        }
        contexts[contexts.count - 1].slotCount = saved
    }
}
