internal import SemConvDiagnostics
internal import SemConvYAML

extension TemplateMachine {
    // MARK: - Loading

    mutating func loadSlot(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)]
        if value.isUndefined, !isLenient(operation) { throw undefinedVariable(slot: Int(operation.a)) }
        stack.append(value)
    }

    @inline(__always)
    mutating func loadSlotField(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)].field(symbol(operation))
        if value.isUndefined { return try loadRareField(operation) }
        stack.append(value)
    }

    @inline(__always)
    mutating func jumpOnSlotField(_ operation: TemplateOperation) throws(TemplateError) {
        var isTrue = stack[frame.base + Int(operation.c)].truth(of: symbol(operation))
        if isTrue == nil { isTrue = try rareTruth(operation) }
        if isTrue == operation.flags.contains(.whenTrue) { frame.next = Int(operation.a) }
    }

    private mutating func rareTruth(_ operation: TemplateOperation) throws(TemplateError) -> Bool {
        let value = stack[frame.base + Int(operation.c)]
        return try field(symbol(operation), of: value, lenient: false).isTrue
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
    mutating func field(
        _ symbol: TemplateSymbol,
        of value: TemplateValue,
        lenient: Bool
    ) throws(TemplateError) -> TemplateValue {
        let found = field(symbol, of: value)
        if found.isUndefined {
            if case .undefined = value { throw undefinedVariable() }
            if !lenient { throw undefinedField(symbol.name, of: value) }
        }
        return found
    }

    private mutating func field(_ symbol: TemplateSymbol, of value: TemplateValue) -> TemplateValue {
        switch value {
        case .object(let object): object[symbol]
        case .map(let map): map[symbol.name] ?? .undefined
        case .namespace(let number): namespaces[Int(number)][symbol.name] ?? .undefined
        case .module(let number): export(symbol, of: Int(number))
        default: .undefined
        }
    }

    /// A variable that a template has set for others to import.
    mutating func export(_ symbol: TemplateSymbol, of number: Int) -> TemplateValue {
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
        if let found = item(key, of: value) {
            stack.append(found)
        } else if isLenient(operation), !value.isUndefined {
            stack.append(.undefined)
        } else {
            throw missingItem(key, of: value)
        }
    }

    private mutating func item(_ key: TemplateValue, of value: TemplateValue) -> TemplateValue? {
        guard case .string(let name) = key else { return value.item(key) }
        switch value {
        case .namespace(let number): return namespaces[Int(number)][name]
        case .module(let number):
            let found = TemplateSymbol(existing: name).map { export($0, of: Int(number)) } ?? .undefined
            return found.isUndefined ? nil : found
        default: return value.item(key)
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
    mutating func checkOutput() throws(TemplateError) {
        if output.count > limits.outputBytes { throw .tooLarge(limits.outputBytes) }
    }

    @inline(__always)
    mutating func write(_ byte: UInt8) throws(TemplateError) {
        output.append(byte)
        if output.count > limits.outputBytes { throw .tooLarge(limits.outputBytes) }
    }

    @inline(__always)
    private mutating func write(text: String) throws(TemplateError) {
        output.append(utf8: text)
        if output.count > limits.outputBytes { throw .tooLarge(limits.outputBytes) }
    }

    mutating func write(_ value: TemplateValue) throws(TemplateError) {
        if case .string(let text) = value { try write(text: text) } else { try writeRare(value) }
    }

    private mutating func writeRare(_ value: TemplateValue) throws(TemplateError) {
        var bytes: [UInt8] = []
        if case .namespace(let number) = value {
            try TemplateValue.map(namespaces[Int(number)]).write(into: &bytes, limit: limits.outputBytes)
        } else {
            try value.write(into: &bytes, limit: limits.outputBytes)
        }
        output.append(copying: bytes)
        try checkOutput()
    }

    @inline(__always)
    mutating func writeSlot(_ operation: TemplateOperation) throws(TemplateError) {
        if stack[frame.base + Int(operation.a)].write(to: &output) { return try checkOutput() }
        try writeRareSlot(operation)
    }

    @inline(__always)
    mutating func writeModule(_ operation: TemplateOperation) throws(TemplateError) {
        if instances[frame.instance].variables[Int(operation.a)].write(to: &output) { return try checkOutput() }
        try loadModule(operation)
        let value = pop()
        try write(value)
    }

    private mutating func writeRareSlot(_ operation: TemplateOperation) throws(TemplateError) {
        let value = stack[frame.base + Int(operation.a)]
        if value.isUndefined { throw undefinedVariable(slot: Int(operation.a)) }
        try write(value)
    }

    @inline(__always)
    mutating func writeSlotField(_ operation: TemplateOperation) throws(TemplateError) {
        if stack[frame.base + Int(operation.a)].write(symbol(operation), to: &output) { return try checkOutput() }
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
        let text = output.text(from: mark)
        output.cut(at: mark)
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
