extension TemplateCompiler {
    mutating func compile(_ body: [TemplateStatement]) {
        for statement in body { compile(statement) }
    }

    private mutating func compile(_ statement: TemplateStatement) {
        let offset = statement.offset
        switch statement.kind {
        case .text(let range): code.addText(source[range], at: offset)
        case .output(let value): compileOutput(value)
        case .evaluate(let value):
            compile(value)
            code.add(.pop, at: offset)
        case .conditional(let branches, let otherwise): compileConditional(branches, otherwise, at: offset)
        case .loop(let loop): compile(loop, at: offset)
        case .breakLoop: compileBreak(at: offset)
        case .continueLoop: compileContinue(at: offset)
        case .set(let target, let value): compileSet(target, value, at: offset)
        case .setBlock(let target, let filters, let body):
            assign(target, at: offset) { compiler in compiler.compileCapture(body, filters, at: offset) }
        case .with(let values, let body): compileWith(values, body, at: offset)
        case .filterBlock(let filters, let body):
            compileCapture(body, filters, at: offset)
            code.add(.write, at: offset)
        case .macro(let macro):
            makeMacro(macro)
            if let name = macro.name { store(resolve(name), at: offset) }
        case .callBlock(let call, let body): compileCallBlock(call, body, at: offset)
        case .include(let name, let ignoreMissing):
            compileOther(.include, name, flags: ignoreMissing ? .ignoresMissing : [], at: offset)
        case .importTemplate(let template, let name):
            compileOther(.importTemplate, template, at: offset)
            store(resolve(name), at: offset)
        case .importNames(let template, let names): compileImport(template, names, at: offset)
        }
    }

    // MARK: - Assignments

    mutating func store(_ place: Place, at offset: Int) {
        switch place {
        case .slot(let slot): code.add(.storeSlot, slot, at: offset)
        case .module(let slot): code.add(.storeModule, slot, at: offset)
        // Names that a scope assigns are its own, so that these never come here.
        case .capture, .loop, .current: code.add(.pop, at: offset)
        }
    }

    private mutating func compileSet(_ target: TemplateTarget, _ value: TemplateExpression, at offset: Int) {
        assign(target, at: offset) { compiler in compiler.compile(value) }
    }

    /// Assigns what `value` leaves on the stack.
    private mutating func assign(
        _ target: TemplateTarget,
        at offset: Int,
        value: (inout TemplateCompiler) -> Void
    ) {
        if case .field(let name, let fields, let offset) = target {
            load(resolve(name), lenient: false, at: offset)
            for field in fields.dropLast() { code.add(.field, 0, Int(symbol(field).id), at: offset) }
            value(&self)
            code.add(.setField, 0, Int(symbol(fields[fields.count - 1]).id), at: offset)
        } else {
            value(&self)
            storeTop(target, at: offset)
        }
    }

    /// Pops the top into a target.
    private mutating func storeTop(_ target: TemplateTarget, at offset: Int) {
        switch target {
        case .name(let name): store(resolve(name), at: offset)
        case .list(let targets, let offset):
            code.add(.unpack, targets.count, at: offset)
            for target in targets { storeTop(target, at: offset) }
        case .field: code.add(.pop, at: offset)
        }
    }

    private mutating func compileWith(
        _ values: [(target: TemplateTarget, value: TemplateExpression)],
        _ body: [TemplateStatement],
        at offset: Int
    ) {
        let saved = (context.locals.count, context.slotCount)
        for (target, value) in values {
            compile(value)
            for name in target.names { _ = declare(name) }
            storeTop(target, at: value.offset)
        }
        scope(assigning: body, at: offset) { compiler in compiler.compile(body) }
        let last = contexts.count - 1
        contexts[last].locals.removeLast(contexts[last].locals.count - saved.0)
        contexts[last].slotCount = saved.1
    }

    /// The output of a body as a string on the stack, through filters.
    private mutating func compileCapture(_ body: [TemplateStatement], _ filters: [TemplateCall], at offset: Int) {
        let last = contexts.count - 1
        let loops = contexts[last].loops
        contexts[last].loops = []
        code.add(.beginCapture, at: offset)
        compile(body)
        code.add(.endCapture, at: offset)
        contexts[last].loops = loops
        for filter in filters { compileFilter(filter, lenient: false) }
    }

    // MARK: - Branches and loops

    private mutating func compileConditional(
        _ branches: [(test: TemplateExpression, body: [TemplateStatement])],
        _ otherwise: [TemplateStatement],
        at offset: Int
    ) {
        var exits: [Int] = []
        for (index, branch) in branches.enumerated() {
            let skips = jumps(branch.test, when: false)
            compile(branch.body)
            if index < branches.count - 1 || !otherwise.isEmpty {
                exits.append(code.position)
                code.add(.jump, at: offset)
            }
            code.patch(skips)
        }
        compile(otherwise)
        code.patch(exits)
    }

    private mutating func compile(_ loop: TemplateLoop, at offset: Int) {
        compile(loop.sequence)
        if let condition = loop.condition { compileFilter(of: loop, condition, at: offset) }
        let start = compileStart(loop, flags: [], at: loop.sequence.offset) { compiler in
            compiler.compileBody(of: loop, at: offset)
        }
        var exits = start.breaks
        if !loop.otherwise.isEmpty {
            exits.append(code.position)
            code.add(.jump, at: offset)
        }
        code.patch(start.start)
        if !loop.otherwise.isEmpty {
            scope(assigning: loop.otherwise, at: offset) { compiler in compiler.compile(loop.otherwise) }
        }
        code.patch(exits)
    }

    /// Starts and repeats a loop round `body`, with the target declared.
    private mutating func compileStart(
        _ loop: TemplateLoop,
        flags: TemplateOperation.Flags,
        at offset: Int,
        body: (inout TemplateCompiler) -> [Int]
    ) -> (start: Int, breaks: [Int]) {
        let saved = (context.locals.count, context.slotCount)
        contexts[contexts.count - 1].loopLevel += 1
        for name in loop.target.names { _ = declare(name) }
        var slot = -1
        if case .name(let name) = loop.target, case .slot(let found) = resolve(name) { slot = found }
        let start = code.position
        code.add(.startLoop, 0, slot, flags: flags, at: offset)
        let top = code.position
        if slot < 0 { storeTop(loop.target, at: offset) }
        let breaks = body(&self)
        code.add(.nextLoop, top, slot, flags: flags, at: offset)
        let last = contexts.count - 1
        contexts[last].locals.removeLast(contexts[last].locals.count - saved.0)
        contexts[last].slotCount = saved.1
        contexts[last].loopLevel -= 1
        return (start, breaks)
    }

    /// The elements that pass the condition, as a list on the stack.
    private mutating func compileFilter(of loop: TemplateLoop, _ condition: TemplateExpression, at offset: Int) {
        let start = compileStart(loop, flags: .filters, at: loop.sequence.offset) { compiler in
            let skips = compiler.jumps(condition, when: false)
            compiler.code.add(.keepElement, at: offset)
            compiler.code.patch(skips)
            return []
        }
        code.patch(start.start)
    }

    private mutating func compileBody(of loop: TemplateLoop, at offset: Int) -> [Int] {
        let last = contexts.count - 1
        let level = contexts[last].loopLevel - 1
        contexts[last].locals.append(Local(name: TemplateKeyword.loop.rawValue, place: .loop(level)))
        contexts[last].loops.append(LoopLabels())
        scope(assigning: loop.body, at: offset) { compiler in compiler.compile(loop.body) }
        let labels = contexts[last].loops.removeLast()
        code.patch(labels.continues)
        return labels.breaks
    }

    private mutating func compileBreak(at offset: Int) {
        let last = contexts.count - 1
        guard !contexts[last].loops.isEmpty else { return reportNoLoop("break", at: offset) }
        contexts[last].loops[contexts[last].loops.count - 1].breaks.append(code.position)
        code.add(.breakLoop, at: offset)
    }

    private mutating func compileContinue(at offset: Int) {
        let last = contexts.count - 1
        guard !contexts[last].loops.isEmpty else { return reportNoLoop("continue", at: offset) }
        contexts[last].loops[contexts[last].loops.count - 1].continues.append(code.position)
        code.add(.jump, at: offset)
    }

    private mutating func reportNoLoop(_ tag: String, at offset: Int) {
        report(
            "'\(tag)' is not inside a loop",
            help: "a macro, 'set' block or 'filter' block ends the loop",
            at: offset
        )
    }
}
