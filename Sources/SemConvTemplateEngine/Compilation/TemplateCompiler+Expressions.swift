extension TemplateCompiler {
    /// Leaves the value of an expression on the stack.
    ///
    /// - Parameter lenient: Whether nothing is a fine value here, as before `is defined`.
    mutating func compile(_ expression: TemplateExpression, lenient: Bool = false) {
        let offset = expression.offset
        let flags: TemplateOperation.Flags = lenient ? .lenient : []
        switch expression.kind {
        case .constant(let value): code.add(.constant, code.addConstant(value), at: offset)
        case .name(let name): compileName(name, lenient: lenient, at: offset)
        case .list(let elements):
            for element in elements { compile(element) }
            code.add(.makeList, elements.count, at: offset)
        case .dictionary(let entries):
            for entry in entries {
                compile(entry.key)
                compile(entry.value)
            }
            code.add(.makeDictionary, entries.count, at: offset)
        case .unary(let sign, let operand):
            compile(operand)
            code.add(operation(sign), at: offset)
        case .binary(let sign, let left, let right): compileBinary(sign, left, right, at: offset)
        case .comparison(let first, let links): compileChain(first, links, at: offset)
        case .concatenation(let parts):
            for part in parts { compile(part) }
            code.add(.concatenate, parts.count, at: offset)
        case .conditional(let test, let then, let otherwise):
            compileChoice(test, then, otherwise, lenient: lenient, at: offset)
        case .member(let object, let field): compileMember(object, field, flags, at: offset)
        case .item(let object, let key):
            compile(object)
            compile(key)
            code.add(.item, flags: flags, at: offset)
        case .slice(let object, let bounds): compileSlice(object, bounds, at: offset)
        case .filter(let value, let call):
            compile(value, lenient: isLenient(call))
            compileFilter(call, lenient: lenient)
        case .test(let value, let call, let negated): compileTest(value, call, negated, at: offset)
        case .call(let callee, let call): compileCall(callee, call, flags, at: offset)
        }
    }

    /// Writes the value of an expression.
    mutating func compileOutput(_ expression: TemplateExpression) {
        switch expression.kind {
        case .name(let name):
            switch resolve(name) {
            case .slot(let slot): return code.add(.writeSlot, slot, at: expression.offset)
            case .module(let slot): return code.add(.writeModule, slot, at: expression.offset)
            default: break
            }
        case .member(let object, let field):
            if case .name(let name) = object.kind, case .slot(let slot) = resolve(name) {
                return code.add(.writeSlotField, slot, Int(symbol(field).id), at: expression.offset)
            }
        case .call(let callee, let call): return compileCall(callee, call, .writes, at: expression.offset)
        case .constant(.none): break
        case .conditional(let test, let then, let otherwise):
            // Each branch writes for itself, so that a macro in it need not make a string.
            let skips = jumps(test, when: false)
            compileOutput(then)
            let exit = code.position
            if otherwise != nil { code.add(.jump, at: expression.offset) }
            code.patch(skips)
            if let otherwise {
                compileOutput(otherwise)
                code.patch(exit)
            }
            return
        case .concatenation(let parts):
            for part in parts { compileOutput(part) }
            return
        default: break
        }
        compile(expression)
        code.add(.write, at: expression.offset)
    }

    private mutating func compileName(_ name: Int, lenient: Bool, at offset: Int) {
        load(resolve(name), lenient: lenient, at: offset)
    }

    private mutating func compileMember(
        _ object: TemplateExpression,
        _ field: Int,
        _ flags: TemplateOperation.Flags,
        at offset: Int
    ) {
        let symbol = Int(symbol(field).id)
        guard case .name(let name) = object.kind else {
            compile(object)
            return code.add(.field, 0, symbol, flags: flags, at: offset)
        }
        switch resolve(name) {
        case .slot(let slot): code.add(.loadSlotField, slot, symbol, flags: flags, at: offset)
        case .loop(let level):
            if let index = TemplateLoopField.names.firstIndex(of: words.text(field)) {
                code.add(.loadLoopField, level, index, flags: flags, at: offset)
            } else {
                load(.loop(level), lenient: false, at: offset)
                code.add(.field, 0, symbol, flags: flags, at: offset)
            }
        case let place:
            load(place, lenient: false, at: object.offset)
            code.add(.field, 0, symbol, flags: flags, at: offset)
        }
    }

    private mutating func compileSlice(_ object: TemplateExpression, _ bounds: [TemplateExpression?], at offset: Int) {
        compile(object)
        var given = 0
        for (index, bound) in bounds.enumerated() {
            guard let bound else { continue }
            compile(bound)
            given |= 1 << index
        }
        code.add(.slice, given, at: offset)
    }

    /// `a if b else c`. Without `else`, the value is an empty string, which prints as nothing, is false and has no
    /// elements; where nothing at all is welcome, it is that.
    private mutating func compileChoice(
        _ test: TemplateExpression,
        _ then: TemplateExpression,
        _ otherwise: TemplateExpression?,
        lenient: Bool,
        at offset: Int
    ) {
        let skips = jumps(test, when: false)
        compile(then, lenient: lenient)
        let exit = code.position
        code.add(.jump, at: offset)
        code.patch(skips)
        if let otherwise {
            compile(otherwise, lenient: lenient)
        } else {
            code.add(.constant, code.addConstant(lenient ? .undefined : .string("")), at: offset)
        }
        code.patch(exit)
    }

    // MARK: - Operators

    private func operation(_ sign: TemplateExpression.UnaryOperator) -> TemplateOperation.Code {
        switch sign {
        case .not: .not
        case .negate: .negate
        case .plus: .plus
        }
    }

    private mutating func compileBinary(
        _ sign: TemplateExpression.BinaryOperator,
        _ left: TemplateExpression,
        _ right: TemplateExpression,
        at offset: Int
    ) {
        compile(left)
        if sign == .and || sign == .or {
            let jump = code.position
            code.add(sign == .and ? .jumpIfFalseOrPop : .jumpIfTrueOrPop, at: offset)
            compile(right)
            return code.patch(jump)
        }
        compile(right)
        code.add(operation(sign), at: offset)
    }

    /// `a < b < c` as `a < b and b < c`, with `b` in a slot so that it is worked out once.
    private mutating func compileChain(
        _ first: TemplateExpression,
        _ links: [(sign: TemplateExpression.BinaryOperator, right: TemplateExpression)],
        at offset: Int
    ) {
        let saved = context.slotCount
        let slot = newSlot()
        compile(first)
        var exits: [Int] = []
        for (index, link) in links.enumerated() {
            compile(link.right)
            if index < links.count - 1 {
                code.add(.storeSlot, slot, at: offset)
                code.add(.loadSlot, slot, flags: .lenient, at: offset)
            }
            code.add(operation(link.sign), at: link.right.offset)
            guard index < links.count - 1 else { break }
            exits.append(code.position)
            code.add(.jumpIfFalseOrPop, at: offset)
            code.add(.loadSlot, slot, flags: .lenient, at: offset)
        }
        code.patch(exits)
        contexts[contexts.count - 1].slotCount = saved
    }

    private func operation(_ sign: TemplateExpression.BinaryOperator) -> TemplateOperation.Code {
        switch sign {
        case .or: .jumpIfTrueOrPop
        case .and: .jumpIfFalseOrPop
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .contained: .contained
        case .notContained: .notContained
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .modulo: .modulo
        case .power: .power
        }
    }

    /// Code that goes on behind itself unless the expression is as `when` says; the result are the jumps to patch.
    mutating func jumps(_ expression: TemplateExpression, when: Bool) -> [Int] {
        switch expression.kind {
        case .constant(let value): return compileConstantJump(value, when: when, at: expression.offset)
        case .unary(.not, let operand): return jumps(operand, when: !when)
        case .binary(.and, let left, let right), .binary(.or, let left, let right):
            var isAnd = false
            if case .binary(.and, _, _) = expression.kind { isAnd = true }
            if isAnd != when { return jumps(left, when: when) + jumps(right, when: when) }
            let decided = jumps(left, when: !when)
            let result = jumps(right, when: when)
            code.patch(decided)
            return result
        default: break
        }
        if case .member(let object, let field) = expression.kind, case .name(let name) = object.kind,
            case .slot(let slot) = resolve(name), let slot = UInt16(exactly: slot)
        {
            let flags: TemplateOperation.Flags = when ? .whenTrue : []
            code.add(.jumpOnSlotField, 0, Int(symbol(field).id), c: slot, flags: flags, at: expression.offset)
        } else {
            compile(expression)
            code.add(when ? .jumpIfTrue : .jumpIfFalse, at: expression.offset)
        }
        return [code.position - 1]
    }

    private mutating func compileConstantJump(_ value: TemplateValue, when: Bool, at offset: Int) -> [Int] {
        guard value.isTrue == when else { return [] }
        code.add(.jump, at: offset)
        return [code.position - 1]
    }
}
