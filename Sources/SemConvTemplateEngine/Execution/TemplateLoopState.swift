/// A loop that runs.
struct TemplateLoopState {
    let items: [TemplateValue]
    var index = 0
    /// The elements that passed the condition, in a loop that only filters.
    var kept: [TemplateValue] = []
    /// What `loop.changed` saw last.
    var lastSeen: TemplateValue?

    init(items: [TemplateValue]) {
        self.items = items
    }

    func value(of field: TemplateLoopField) -> TemplateValue {
        switch field {
        case .index: .int(index + 1)
        case .index0: .int(index)
        case .revindex: .int(items.count - index)
        case .revindex0: .int(items.count - index - 1)
        case .first: .bool(index == 0)
        case .last: .bool(index == items.count - 1)
        case .length: .int(items.count)
        case .previtem: index > 0 ? items[index - 1] : .undefined
        case .nextitem: index + 1 < items.count ? items[index + 1] : .undefined
        case .depth: .int(1)
        case .depth0: .int(0)
        }
    }

    /// The loop as a value, as it is now.
    var object: TemplateObject {
        TemplateObject(shape: TemplateLoopField.shape, values: TemplateLoopField.allCases.map { value(of: $0) })
    }
}

extension TemplateMachine {
    func loopObject(_ level: Int) -> TemplateObject {
        loops[frame.loopBase + level].object
    }

    mutating func loadLoopField(_ operation: TemplateOperation) throws(TemplateError) {
        let loop = frame.loopBase + Int(operation.a)
        let field = TemplateLoopField.allCases[Int(operation.b)]
        let value = loops[loop].value(of: field)
        if value.isUndefined, !isLenient(operation) {
            throw TemplateError(
                .templateUndefined,
                "'loop.\(field.rawValue)' is undefined here",
                help: "ask 'loop.first' or 'loop.last' before, or 'is defined'"
            )
        }
        stack.append(value)
    }

    mutating func startLoop(_ operation: TemplateOperation) throws(TemplateError) {
        let sequence = pop()
        let items = try Self.elements(of: sequence, namespaces)
        guard !items.isEmpty else {
            if operation.flags.contains(.filters) { stack.append(.list([])) }
            frame.next = Int(operation.a)
            return
        }
        loops.append(TemplateLoopState(items: items))
        try assignElement(operation)
    }

    mutating func nextLoop(_ operation: TemplateOperation) throws(TemplateError) {
        let last = loops.count - 1
        loops[last].index += 1
        if loops[last].index < loops[last].items.count {
            try assignElement(operation)
            frame.next = Int(operation.a)
        } else if operation.flags.contains(.filters) {
            let finished = loops.removeLast()
            stack.append(.list(finished.kept))
        } else {
            loops.removeLast()
        }
    }

    @inline(__always)
    private mutating func assignElement(_ operation: TemplateOperation) throws(TemplateError) {
        turnsLeft -= 1
        if turnsLeft < 0 {
            throw TemplateError(.templateLimit, "the loops have run more than \(limits.loopTurns) times")
        }
        let last = loops.count - 1
        if operation.b >= 0 {
            stack[frame.base + Int(operation.b)] = loops[last].items[loops[last].index]
        } else {
            stack.append(loops[last].items[loops[last].index])
        }
    }

    mutating func keepElement() {
        let last = loops.count - 1
        loops[last].kept.append(loops[last].items[loops[last].index])
    }

    mutating func cycleLoop(_ operation: TemplateOperation) throws(TemplateError) {
        var arguments = arguments(operation)
        let values = arguments.rest()
        try arguments.finish()
        guard !values.isEmpty else { throw arguments.error("'loop.cycle' expects values to choose from") }
        stack.append(values[loops[frame.loopBase + Int(operation.a)].index % values.count])
    }

    mutating func changedLoop(_ operation: TemplateOperation) throws(TemplateError) {
        var arguments = arguments(operation)
        let value = TemplateValue.list(Array(arguments.rest()))
        try arguments.finish()
        let loop = frame.loopBase + Int(operation.a)
        let isSame = try loops[loop].lastSeen?.equals(value) ?? false
        loops[loop].lastSeen = value
        stack.append(.bool(!isSame))
    }

    /// The elements of a list or string, the keys of a dictionary or object.
    private static func elements(
        of value: TemplateValue,
        _ namespaces: [TemplateMap]
    ) throws(TemplateError) -> [TemplateValue] {
        switch value {
        case .list(let values): return values
        case .none: return []
        case .map(let map): return map.entries.map(\.key.value)
        case .object: return value.pairs.map(\.key)
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .namespace(let number): return namespaces[Int(number)].entries.map(\.key.value)
        default: throw TemplateError(.templateType, "'for' cannot go over \(value.kindName)")
        }
    }
}
