internal import SemConvDiagnostics

/// Makes operations of statements. Variables become slots here, filters, tests and functions numbers.
struct TemplateCompiler {
    /// Where a variable lives.
    enum Place {
        case slot(Int)
        case module(Int)
        case capture(Int)
        case loop(Int)
        /// The macro that is being compiled.
        case current
    }

    /// A variable of a function, in the order in which they were declared.
    struct Local {
        var name: Int
        var place: Place
    }

    /// A function while its body is compiled.
    struct Context {
        var locals: [Local] = []
        var slotCount = 0
        var maximumSlots = 0
        var loopLevel = 0
        /// The name of the macro, where it is a variable that only calls of it could see too late.
        var selfName: Int?
        /// What it takes along from the functions around it.
        var captures: [Int] = []
        /// The loops that `break` and `continue` may mean; empty inside a capture.
        var loops: [LoopLabels] = []
    }

    /// The jumps out of a loop's body that wait for their targets.
    struct LoopLabels {
        var breaks: [Int] = []
        var continues: [Int] = []
    }

    let environment: TemplateEnvironment
    let source: [UInt8]
    var words: TemplateWords
    var code = TemplateCode()
    var functions: [CompiledTemplate.Function] = []
    var signatures: [CompiledTemplate.Signature] = []
    var contexts: [Context] = []
    var problems: [TemplateParser.Failure] = []
    /// The place of each variable of the template as a whole, by word; -1 where it is none so far.
    private var moduleSlots: [Int]
    private var symbols: [TemplateSymbol?]
    private(set) var variables: [TemplateSymbol] = []
    private(set) var variableNames: [Int] = []
    /// The variables that the template itself sets outside of loops and macros.
    private(set) var assigned: [Int] = []

    init(environment: TemplateEnvironment, source: [UInt8], words: TemplateWords) {
        self.environment = environment
        self.source = source
        self.words = words
        moduleSlots = [Int](repeating: -1, count: words.count)
        symbols = [TemplateSymbol?](repeating: nil, count: words.count)
    }

    mutating func compileTemplate(_ body: [TemplateStatement]) {
        TemplateNames.assigned(in: body, into: &assigned)
        addFunction(name: "")
        contexts.append(Context())
        compile(body)
        code.add(.return, at: 0)
        functions[0].slotCount = contexts[0].maximumSlots
    }

    /// An expression alone: its value stays on the stack.
    mutating func compileLone(_ expression: TemplateExpression) {
        addFunction(name: "")
        contexts.append(Context())
        compile(expression)
        code.add(.return, at: expression.offset)
        functions[0].slotCount = contexts[0].maximumSlots
    }

    mutating func addFunction(name: String) {
        functions.append(CompiledTemplate.Function())
        signatures.append(CompiledTemplate.Signature(name: name))
    }

    mutating func report(_ message: String, help: String? = nil, at offset: Int) {
        problems.append(TemplateParser.Failure(message: message, help: help, offset: offset))
    }

    // MARK: - Scopes

    var context: Context {
        get { contexts[contexts.count - 1] }
        set { contexts[contexts.count - 1] = newValue }
    }

    /// Gives a variable of the current scope a slot.
    mutating func declare(_ name: Int) -> Int {
        let slot = newSlot()
        contexts[contexts.count - 1].locals.append(Local(name: name, place: .slot(slot)))
        return slot
    }

    mutating func newSlot() -> Int {
        let last = contexts.count - 1
        let slot = contexts[last].slotCount
        contexts[last].slotCount = slot + 1
        contexts[last].maximumSlots = max(contexts[last].maximumSlots, slot + 1)
        return slot
    }

    /// Runs `body` in a scope of its own, which `assignments` assign to.
    ///
    /// A variable of a scope has the value of the one around it until it is assigned, so that `set` in a branch of an
    /// `if` does not lose it.
    mutating func scope(
        assigning body: [TemplateStatement],
        at offset: Int,
        _ step: (inout TemplateCompiler) -> Void
    ) {
        let saved = (contexts[contexts.count - 1].locals.count, contexts[contexts.count - 1].slotCount)
        var names: [Int] = []
        TemplateNames.assigned(in: body, into: &names)
        declareAssigned(names, in: body, at: offset)
        step(&self)
        contexts[contexts.count - 1].locals.removeLast(contexts[contexts.count - 1].locals.count - saved.0)
        contexts[contexts.count - 1].slotCount = saved.1
    }

    mutating func declareAssigned(_ names: [Int], in body: [TemplateStatement], at offset: Int) {
        for name in names {
            if TemplateNames.assignsFirst(name, in: body) {
                _ = declare(name)
                continue
            }
            load(resolve(name), lenient: true, at: offset)
            let slot = declare(name)
            code.add(.storeSlot, slot, at: offset)
        }
    }

    /// The place of a variable as seen from the current scope.
    mutating func resolve(_ name: Int) -> Place {
        resolve(name, in: contexts.count - 1)
    }

    private mutating func resolve(_ name: Int, in level: Int) -> Place {
        if let local = contexts[level].locals.last(where: { $0.name == name }) { return local.place }
        if contexts[level].selfName == name { return .current }
        if let index = contexts[level].captures.firstIndex(of: name) { return .capture(index) }
        let isOutside = contexts[..<level].contains { context in
            context.selfName == name || context.locals.contains { $0.name == name }
        }
        if isOutside {
            contexts[level].captures.append(name)
            return .capture(contexts[level].captures.count - 1)
        }
        return .module(moduleSlot(name))
    }

    private mutating func moduleSlot(_ name: Int) -> Int {
        while moduleSlots.count <= name { moduleSlots.append(-1) }
        if moduleSlots[name] >= 0 { return moduleSlots[name] }
        moduleSlots[name] = variables.count
        variables.append(symbol(name))
        variableNames.append(name)
        return moduleSlots[name]
    }

    /// The symbol of a word, which is looked up in the table of the process once.
    mutating func symbol(_ name: Int) -> TemplateSymbol {
        while symbols.count <= name { symbols.append(nil) }
        if let symbol = symbols[name] { return symbol }
        let symbol = TemplateSymbol(words.text(name))
        symbols[name] = symbol
        return symbol
    }

    mutating func load(_ place: Place, lenient: Bool, at offset: Int) {
        let flags: TemplateOperation.Flags = lenient ? .lenient : []
        switch place {
        case .slot(let slot): code.add(.loadSlot, slot, flags: flags, at: offset)
        case .module(let slot): code.add(.loadModule, slot, flags: flags, at: offset)
        case .capture(let index): code.add(.loadCapture, index, flags: flags, at: offset)
        case .loop(let level): code.add(.loadLoop, level, at: offset)
        case .current: code.add(.loadSelf, at: offset)
        }
    }

    /// The variables that a template included here sees, loaded onto the stack in the order of the result.
    mutating func loadVisible(at offset: Int) -> [TemplateSymbol] {
        var names: [Int] = []
        for context in contexts.reversed() {
            for local in context.locals.reversed() where !names.contains(local.name) { names.append(local.name) }
        }
        for name in assigned where !names.contains(name) { names.append(name) }
        for name in names { load(resolve(name), lenient: true, at: offset) }
        var result: [TemplateSymbol] = []
        for name in names { result.append(symbol(name)) }
        return result
    }
}
