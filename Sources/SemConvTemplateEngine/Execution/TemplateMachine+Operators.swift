internal import SemConvYAML

extension TemplateMachine {
    var bounds: TemplateArithmetic.Bounds {
        TemplateArithmetic.Bounds(textBytes: limits.outputBytes, listElements: limits.listElements)
    }

    mutating func calculate(_ code: TemplateOperation.Code) throws(TemplateError) {
        let right = pop()
        let left = pop()
        let result =
            switch code {
            case .add: try TemplateArithmetic.add(left, right, bounds)
            case .subtract: try TemplateArithmetic.subtract(left, right)
            case .multiply: try TemplateArithmetic.multiply(left, right, bounds)
            case .divide: try TemplateArithmetic.divide(left, right)
            case .floorDivide: try TemplateArithmetic.floorDivide(left, right)
            case .modulo: try TemplateArithmetic.modulo(left, right)
            default: try TemplateArithmetic.power(left, right)
            }
        try push(charged: result)
    }

    /// Pushes a new value; a string of its own counts against the limit.
    mutating func push(charged value: TemplateValue) throws(TemplateError) {
        switch value {
        case .string(let text): try charge(text.utf8.count)
        case .list(let values):
            try charge(values.count * 16)
            try value.checkDepth(steps: limits.listElements)
        case .map: try value.checkDepth(steps: limits.listElements)
        default: break
        }
        stack.append(value)
    }

    mutating func negate() throws(TemplateError) {
        let value = pop()
        stack.append(try TemplateArithmetic.negate(value))
    }

    mutating func plus() throws(TemplateError) {
        let value = stack[stack.count - 1]
        guard value.numeric != nil else {
            throw TemplateError(.templateType, "'+' expects a number, but got \(value.kindName)")
        }
    }

    mutating func equal(negated: Bool) throws(TemplateError) {
        let right = pop()
        let left = pop()
        stack.append(.bool(try left.equals(right) != negated))
    }

    mutating func compare(_ code: TemplateOperation.Code) throws(TemplateError) {
        let right = pop()
        let left = pop()
        let result =
            switch code {
            case .less: try TemplateArithmetic.precedes("<", left, right)
            case .lessOrEqual: try !TemplateArithmetic.precedes("<=", right, left)
            case .greater: try TemplateArithmetic.precedes(">", right, left)
            default: try !TemplateArithmetic.precedes(">=", left, right)
            }
        stack.append(.bool(result))
    }

    mutating func contained(negated: Bool) throws(TemplateError) {
        let container = pop()
        let element = pop()
        stack.append(.bool(try container.contains(element) != negated))
    }

    mutating func concatenate(_ count: Int) throws(TemplateError) {
        // The parts are written behind the output and taken from there, which saves a buffer.
        let mark = output.count
        for index in stack.count - count..<stack.count { try write(stack[index]) }
        stack.removeLast(count)
        stack.append(.string(try takeOutput(from: mark)))
    }

    // MARK: - Lists

    mutating func makeList(_ count: Int) throws(TemplateError) {
        let values = Array(stack[(stack.count - count)...])
        stack.removeLast(count)
        try push(charged: .list(values))
    }

    mutating func makeDictionary(_ count: Int) throws(TemplateError) {
        var map = TemplateMap()
        let start = stack.count - count * 2
        for index in 0..<count {
            let key = stack[start + index * 2]
            guard let found = TemplateMap.Key(key) else {
                throw TemplateError(.templateType, "\(key.kindName) cannot be the key of a dictionary")
            }
            map[found] = stack[start + index * 2 + 1]
        }
        stack.removeLast(count * 2)
        try push(charged: .map(map))
    }

    mutating func slice(_ operation: TemplateOperation) throws(TemplateError) {
        var parts: [Int?] = [nil, nil, nil]
        for index in [2, 1, 0] where operation.a & (1 << Int32(index)) != 0 {
            switch pop() {
            case .int(let number): parts[index] = number
            case .none: break
            case let other:
                throw TemplateError(.templateType, "the bounds of a slice are integers, not \(other.kindName)")
            }
        }
        let value = pop()
        stack.append(try value.slice(from: parts[0], to: parts[1], step: parts[2]))
    }
}

extension TemplateValue {
    /// Whether `in` finds the element here: an element of a list, a key of a dictionary, a part of a string.
    func contains(_ element: TemplateValue) throws(TemplateError) -> Bool {
        switch (self, element) {
        case (.string(let text), .string(let part)): return text.containsText(part)
        case (.list(let values), _):
            var steps = 1_000_000
            for value in values where try value.equals(element, steps: &steps) { return true }
            return false
        case (.map(let map), _): return TemplateMap.Key(element).flatMap { map[$0] } != nil
        case (.object(let object), .string(let name)): return !object[name].isUndefined
        case (.object, _): return false
        default: throw TemplateError(.templateType, "'in' cannot look for \(element.kindName) in \(kindName)")
        }
    }

    /// The part of a list or string that Python's slices mean.
    func slice(from start: Int?, to end: Int?, step: Int?) throws(TemplateError) -> TemplateValue {
        let step = step ?? 1
        if step == 0 { throw TemplateError(.templateType, "the step of a slice cannot be zero") }
        switch self {
        case .list(let values):
            return .list(Self.indices(values.count, start, end, step).map { values[$0] })
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            var result = String.UnicodeScalarView()
            for index in Self.indices(scalars.count, start, end, step) { result.append(scalars[index]) }
            return .string(String(result))
        default: throw TemplateError(.templateType, "\(kindName) cannot be sliced")
        }
    }

    private static func indices(_ count: Int, _ start: Int?, _ end: Int?, _ step: Int) -> [Int] {
        func bound(_ index: Int, _ lowest: Int, _ highest: Int) -> Int {
            let (absolute, overflow) = index < 0 ? index.addingReportingOverflow(count) : (index, false)
            return overflow ? lowest : min(max(absolute, lowest), highest)
        }
        if step > 0 {
            let first = bound(start ?? 0, 0, count)
            let last = bound(end ?? count, 0, count)
            return first < last ? Array(stride(from: first, to: last, by: min(step, count + 1))) : []
        }
        let first = start.map { bound($0, -1, count - 1) } ?? count - 1
        let last = end.map { bound($0, -1, count - 1) } ?? -1
        return first > last ? Array(stride(from: first, to: last, by: max(step, -(count + 1)))) : []
    }

    /// Refuses a value that lies too deep or is too large to walk over.
    ///
    /// Every value that a template makes passes here, so that nothing that walks over one can run out of stack.
    func checkDepth(steps: Int) throws(TemplateError) {
        var steps = steps
        try walk(depth: 0, steps: &steps)
    }

    private func walk(depth: Int, steps: inout Int) throws(TemplateError) {
        steps -= 1
        if depth > Self.depthLimit { throw .tooDeep }
        if steps < 0 { throw TemplateError(.templateLimit, "a list with lists in it has grown too large") }
        switch self {
        case .list(let values): for value in values { try value.walk(depth: depth + 1, steps: &steps) }
        case .map(let map): for entry in map.entries { try entry.value.walk(depth: depth + 1, steps: &steps) }
        case .object(let object) where object.shape === TemplateEnvironment.groupShape:
            for value in object.values { try value.walk(depth: depth + 1, steps: &steps) }
        default: break
        }
    }
}

extension String {
    /// Whether `part` occurs, byte for byte.
    func containsText(_ part: String) -> Bool {
        ByteSearch.firstIndex(of: Array(part.utf8), in: Array(utf8), from: 0) != nil
    }
}

/// Looks for bytes in bytes.
enum ByteSearch {
    static func firstIndex(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = part.first else { return start }
        var index = start
        while index + part.count <= bytes.count {
            if bytes[index] == first, matches(part, in: bytes, at: index) { return index }
            index += 1
        }
        return nil
    }

    private static func matches(_ part: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
        for offset in part.indices where bytes[index + offset] != part[offset] { return false }
        return true
    }
}
