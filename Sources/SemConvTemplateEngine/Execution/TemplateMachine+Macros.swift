internal import SemConvDiagnostics
internal import SemConvYAML

extension TemplateMachine {
    /// Starts a macro whose arguments are on the stack, where they become its first slots.
    mutating func enter(
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
            output.cut(at: finished.mark)
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
