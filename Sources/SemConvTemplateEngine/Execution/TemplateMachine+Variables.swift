internal import SemConvDiagnostics

extension TemplateMachine {
    // MARK: - Loading

    mutating func loadSlot(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)]
        if value.isUndefined, !isLenient(operation) { throw undefinedVariable(slot: Int(operation.a)) }
        stack.append(value)
    }

    @inline(__always)
    mutating func loadSlotField(_ operation: TemplateOperation) throws(TemplateError) {
        let value = quickField(operation)
        if value.isUndefined { return try loadRareField(operation) }
        stack.append(value)
    }

    /// The field of an object in a slot, without a copy of the object; `.undefined` in all other cases.
    @inline(__always)
    private func quickField(_ operation: TemplateOperation) -> TemplateValue {
        guard case .object(let object) = stack[frame.base + Int(operation.a)],
            let slot = object.shape.slot(of: symbol(operation))
        else { return .undefined }
        return object.values[slot]
    }

    private mutating func loadRareField(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)]
        stack.append(try field(symbol(operation), of: value, lenient: isLenient(operation)))
    }

    mutating func loadModule(_ operation: TemplateOperation) throws(TemplateError) {
        let value = instances[frame.instance].variables[Int(operation.a)]
        if value.isUndefined, !isLenient(operation) { throw undefinedVariable() }
        stack.append(value)
    }

    mutating func loadCapture(_ operation: TemplateOperation) throws(TemplateError) {
        let value = frame.captures[Int(operation.a)]
        if value.isUndefined, !isLenient(operation) { throw undefinedVariable() }
        stack.append(value)
    }

    /// A field of a value. Nothing has no fields, whatever `lenient` says.
    func field(
        _ symbol: TemplateSymbol,
        of value: TemplateValue,
        lenient: Bool
    ) throws(TemplateError) -> TemplateValue {
        let found = field(symbol, of: value)
        if found.isUndefined {
            if case .undefined = value { throw undefinedVariable() }
            if !lenient { throw undefinedField(symbol, of: value) }
        }
        return found
    }

    private func field(_ symbol: TemplateSymbol, of value: TemplateValue) -> TemplateValue {
        switch value {
        case .object(let object): object[symbol]
        case .map(let map): map[symbol.name] ?? .undefined
        case .namespace(let number): namespaces[Int(number)][symbol.name] ?? .undefined
        case .module(let number): export(symbol, of: Int(number))
        default: .undefined
        }
    }

    /// A variable that a template has set for others to import.
    func export(_ symbol: TemplateSymbol, of number: Int) -> TemplateValue {
        let instance = instances[number]
        guard let slot = instance.template.variableShape.slot(of: symbol), instance.template.exports[slot] else {
            return .undefined
        }
        return instance.variables[slot]
    }

    mutating func replaceByField(_ operation: TemplateOperation) throws(TemplateError) {
        let value = pop()
        stack.append(try field(symbol(operation), of: value, lenient: isLenient(operation)))
    }

    mutating func item(_ operation: TemplateOperation) throws(TemplateError) {
        let key = pop()
        let value = pop()
        if case .string(let name) = key {
            stack.append(try field(TemplateSymbol(name), of: value, lenient: isLenient(operation)))
        } else if let found = value.item(key) {
            stack.append(found)
        } else if isLenient(operation), !value.isUndefined {
            stack.append(.undefined)
        } else {
            throw missingItem(key, of: value)
        }
    }

    // MARK: - Storing

    mutating func setField(_ operation: TemplateOperation) throws(TemplateError) {
        let value = pop()
        let target = pop()
        guard case .namespace(let number) = target else {
            throw TemplateError(
                .templateType,
                "fields can only be set of a namespace, not of \(target.kindName)",
                help: "make it with 'namespace(...)'"
            )
        }
        switch value {
        case .list, .map, .namespace, .macro, .module: hasEscaped = true
        default: break
        }
        namespaces[Int(number)][.string(symbol(operation).name)] = value
    }

    mutating func unpack(_ operation: TemplateOperation) throws(TemplateError) {
        let value = pop()
        guard let values = Self.parts(of: value) else {
            throw TemplateError(.templateType, "cannot divide \(value.kindName) among \(operation.a) variables")
        }
        guard values.count == Int(operation.a) else {
            throw TemplateError(
                .templateType,
                "cannot divide a list of \(values.count) among \(operation.a) variables"
            )
        }
        for value in values.reversed() { stack.append(value) }
    }

    /// What can be divided among variables: a list, or a group that `groupby` made.
    private static func parts(of value: TemplateValue) -> [TemplateValue]? {
        switch value {
        case .list(let values): values
        case .object(let object) where object.shape === TemplateEnvironment.groupShape: object.values
        default: nil
        }
    }

    // MARK: - Writing

    @inline(__always)
    mutating func writeText(_ operation: TemplateOperation, _ source: [UInt8]) throws(TemplateError) {
        let start = Int(operation.a)
        output.append(contentsOf: source[start..<start + Int(operation.b)])
        if output.count > outputLimit { throw .tooLarge(limits.outputBytes) }
    }

    @inline(__always)
    private mutating func write(text: consuming String) throws(TemplateError) {
        output.append(contentsOf: text.utf8)
        if output.count > outputLimit { throw .tooLarge(limits.outputBytes) }
    }

    mutating func write(_ value: TemplateValue) throws(TemplateError) {
        if case .string(let text) = value { try write(text: text) } else { try writeRare(value) }
    }

    private mutating func writeRare(_ value: TemplateValue) throws(TemplateError) {
        if case .namespace(let number) = value {
            try TemplateValue.map(namespaces[Int(number)]).write(into: &output, limit: outputLimit)
        } else {
            try value.write(into: &output, limit: outputLimit)
        }
    }

    @inline(__always)
    mutating func writeSlot(_ operation: TemplateOperation) throws(TemplateError) {
        guard Self.write(stack, at: frame.base + Int(operation.a), to: &output) else {
            return try writeRareSlot(operation)
        }
        if output.count > outputLimit { throw .tooLarge(limits.outputBytes) }
    }

    /// Writes the string at a place of the stack, or does nothing if something else is there.
    ///
    /// A function of its own, as the optimizer then counts the references to the string as rarely as it can.
    @inline(never)
    private static func write(_ stack: [TemplateValue], at position: Int, to output: inout [UInt8]) -> Bool {
        guard case .string(let text) = stack[position] else { return false }
        output.append(contentsOf: text.utf8)
        return true
    }

    private mutating func writeRareSlot(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)]
        if value.isUndefined { throw undefinedVariable(slot: Int(operation.a)) }
        try write(value)
    }

    @inline(__always)
    mutating func writeSlotField(_ operation: TemplateOperation) throws(TemplateError) {
        if case .object(let object) = stack[frame.base + Int(operation.a)],
            let slot = object.shape.slot(of: symbol(operation)), case .string(let text) = object.values[slot]
        {
            return try write(text: text)
        }
        try loadRareField(operation)
        let value = pop()
        try write(value)
    }

    mutating func endCapture() throws(TemplateError) {
        stack.append(.string(try takeOutput(from: marks.removeLast())))
    }

    /// Takes what was written from `mark` on away again, as a string.
    mutating func takeOutput(from mark: Int) throws(TemplateError) -> String {
        try charge(output.count - mark)
        let text = String(decoding: output[mark...], as: UTF8.self)
        output.removeLast(output.count - mark)
        return text
    }

    /// Counts the bytes of a new string against the limit.
    mutating func charge(_ bytes: Int) throws(TemplateError) {
        textLeft -= bytes
        if textLeft < 0 {
            throw TemplateError(.templateLimit, "the template makes more than \(limits.textBytes) bytes of strings")
        }
    }
}
