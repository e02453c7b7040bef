internal import SemConvDiagnostics
internal import SemConvYAML

/// Runs templates: a machine with a stack of values, which also holds the variables of the running macros.
struct TemplateMachine: ~Copyable {
    /// A template while it runs or because something was imported from it.
    struct Instance {
        let template: CompiledTemplate
        /// One value for each variable of the template.
        var variables: [TemplateValue]
        /// What the including template sees at the place of the include.
        let inheritedNames: [TemplateSymbol]
        let inherited: [TemplateValue]
        /// The including instance; -1 for the first.
        let parent: Int
    }

    /// A macro, an include or an import that runs.
    struct Frame {
        /// What happens at the end.
        enum Kind {
            case main
            case macro
            case include
            case importing
        }

        var kind: Kind
        var function: Int
        var instance: Int
        /// The next operation.
        var next: Int
        /// Where its slots begin on the stack.
        var base: Int
        var loopBase: Int
        var captures: [TemplateValue]
        /// Where its output begins if that becomes a string or is dropped, else -1.
        var mark: Int
        /// What to go back to at the end of an include.
        var instanceCount: Int
        var namespaceCount: Int

        /// That of the template itself.
        static var main: Frame {
            Frame(
                kind: .main,
                function: 0,
                instance: 0,
                next: 0,
                base: 0,
                loopBase: 0,
                captures: [],
                mark: -1,
                instanceCount: 0,
                namespaceCount: 0
            )
        }
    }

    let environment: TemplateEnvironment
    private(set) var context: TemplateObject
    let limits: TemplateLimits
    // Large enough for most files.
    var output = ByteBuffer(capacity: 1 << 16)
    var fileName: String?

    var stack: [TemplateValue] = []
    var loops: [TemplateLoopState] = []
    var instances: [Instance] = []
    var namespaces: [TemplateMap] = []
    /// Where the strings that are being written begin in the output.
    var marks: [Int] = []
    /// The arguments by name of the call that is being made; kept to save an allocation for each call.
    var keywordValues: [TemplateValue] = []
    /// Set once a value was stored in a namespace, from which it may outlive the frame that made it.
    var hasEscaped = false
    var turnsLeft: Int
    var textLeft: Int

    var template: CompiledTemplate
    var frame: Frame
    var frames: [Frame] = []

    init(_ environment: TemplateEnvironment) {
        self.environment = environment
        template = .empty
        context = TemplateObject(shape: template.variableShape, values: [])
        limits = environment.options.limits
        turnsLeft = limits.loopTurns
        textLeft = limits.textBytes
        frame = .main
        stack.reserveCapacity(64)
    }

    /// Runs a template to the end. An error has the place of the operation that failed.
    ///
    /// What the one before has left goes; the buffers stay.
    mutating func run(_ template: CompiledTemplate, context: TemplateObject) throws(TemplateError) {
        self.context = context
        self.template = template
        output.cut(at: 0)
        fileName = nil
        stack.removeAll(keepingCapacity: true)
        loops.removeAll(keepingCapacity: true)
        instances.removeAll(keepingCapacity: true)
        namespaces.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        hasEscaped = false
        turnsLeft = limits.loopTurns
        textLeft = limits.textBytes
        frame = .main
        frames.removeAll(keepingCapacity: true)
        instances.append(
            Instance(template: template, variables: [], inheritedNames: [], inherited: [], parent: -1)
        )
        instances[0].variables = Self.initialVariables(of: template, instance: 0, instances, context, environment)
        for _ in 0..<template.functions[0].slotCount { stack.append(.undefined) }
        do throws(TemplateError) {
            try execute()
        } catch {
            throw located(error)
        }
    }

    // MARK: - The loop

    private mutating func execute() throws(TemplateError) {
        while true {
            // Calls and returns change the template; all else works on this one, which is looked up once.
            let template = template
            if try execute(template.operations, template.texts, template) { return }
        }
    }

    /// Runs operations of one template until a frame starts or ends; whether that was the last.
    private mutating func execute(
        _ operations: [TemplateOperation],
        _ texts: [UInt8],
        _ template: CompiledTemplate
    ) throws(TemplateError) -> Bool {
        while true {
            let operation = operations[frame.next]
            frame.next += 1
            switch operation.code {
            case .text:
                output.append(copying: texts.span.extracting(Int(operation.a)..<Int(operation.b)))
                try checkOutput()
            case .byte: try write(UInt8(truncatingIfNeeded: operation.a))
            case .write: try write(pop())
            case .writeSlot: try writeSlot(operation)
            case .writeSlotField: try writeSlotField(operation)
            case .writeModule: try writeModule(operation)
            case .constant: stack.append(template.constants[Int(operation.a)])
            case .loadSlot: try loadSlot(operation)
            case .loadSlotField: try loadSlotField(operation)
            case .loadModule: try loadModule(operation)
            case .loadCapture: try loadCapture(operation)
            case .loadSelf: loadSelf()
            case .loadLoop: stack.append(.object(loopObject(Int(operation.a))))
            case .loadLoopField: try loadLoopField(operation)
            case .storeSlot: stack[frame.base + Int(operation.a)] = pop()
            case .storeModule: instances[frame.instance].variables[Int(operation.a)] = pop()
            case .setField: try setField(operation)
            case .unpack: try unpack(operation)
            case .field: try replaceByField(operation)
            case .item: try item(operation)
            case .slice: try slice(operation)
            case .not: push(!popTruth())
            case .negate: try negate()
            case .plus: try plus()
            case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: try calculate(operation.code)
            case .equal: try equal(negated: false)
            case .notEqual: try equal(negated: true)
            case .less, .lessOrEqual, .greater, .greaterOrEqual: try compare(operation.code)
            case .contained: try contained(negated: false)
            case .notContained: try contained(negated: true)
            case .concatenate: try concatenate(Int(operation.a))
            case .jump: frame.next = Int(operation.a)
            case .jumpIfFalse: if !popTruth() { frame.next = Int(operation.a) }
            case .jumpIfTrue: if popTruth() { frame.next = Int(operation.a) }
            case .jumpOnSlotField: try jumpOnSlotField(operation)
            case .jumpIfFalseOrPop: jumpOrPop(operation, when: false)
            case .jumpIfTrueOrPop: jumpOrPop(operation, when: true)
            case .jumpIfSet: if !stack[frame.base + Int(operation.b)].isUndefined { frame.next = Int(operation.a) }
            case .makeList: try makeList(Int(operation.a))
            case .makeDictionary: try makeDictionary(Int(operation.a))
            case .filter: try callFilter(operation)
            case .test: try callTest(operation)
            case .isDefined: push(popUndefined() == operation.flags.contains(.negated))
            case .callFunction: try callFunction(operation)
            case .callValue:
                try callValue(operation)
                return false
            case .callMethod: if try callMethod(operation) { return false }
            case .cycleLoop: try cycleLoop(operation)
            case .changedLoop: try changedLoop(operation)
            case .startLoop: try startLoop(operation)
            case .nextLoop: try nextLoop(operation)
            case .breakLoop:
                loops.removeLast()
                frame.next = Int(operation.a)
            case .keepElement: keepElement()
            case .beginCapture: marks.append(output.count)
            case .endCapture: try endCapture()
            case .makeMacro: makeMacro(operation)
            case .include: if try include(operation) { return false }
            case .importTemplate:
                try importTemplate(operation)
                return false
            case .exported: try takeExport(operation)
            case .pop: stack.removeLast()
            case .return: return try finishFrame()
            }
        }
    }

    // MARK: - Parts of operations

    @inline(__always)
    mutating func pop() -> TemplateValue {
        stack.removeLast()
    }

    @inline(__always)
    func isLenient(_ operation: TemplateOperation) -> Bool {
        operation.flags.contains(.lenient)
    }

    @inline(__always)
    func symbol(_ operation: TemplateOperation) -> TemplateSymbol {
        TemplateSymbol(id: UInt32(truncatingIfNeeded: operation.b))
    }

    @inline(__always)
    mutating func push(_ flag: Bool) {
        stack.append(.bool(flag))
    }

    /// Whether the top, which goes, is true.
    @inline(__always)
    mutating func popTruth() -> Bool {
        stack.removeLast().isTrue
    }

    /// Whether the top, which goes, is undefined.
    @inline(__always)
    mutating func popUndefined() -> Bool {
        stack.removeLast().isUndefined
    }

    private mutating func jumpOrPop(_ operation: TemplateOperation, when: Bool) {
        if stack[stack.count - 1].isTrue == when {
            frame.next = Int(operation.a)
        } else {
            stack.removeLast()
        }
    }
}
