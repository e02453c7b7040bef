extension TemplateValue {
    /// Whether two values are equal: numbers by value whatever their kind, lists and dictionaries by content.
    ///
    /// - Parameter steps: How many comparisons are left; values that share parts could take forever.
    func equals(_ other: TemplateValue, steps: inout Int) throws(TemplateError) -> Bool {
        steps -= 1
        if steps < 0 { throw TemplateError(.templateLimit, "the values are too large to be compared") }
        switch (self, other) {
        case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.undefined, .undefined), (.none, .none), (.host, .host): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)): return left == right
        case (.list(let left), .list(let right)):
            guard left.count == right.count else { return false }
            for index in left.indices where try !left[index].equals(right[index], steps: &steps) { return false }
            return true
        case (.object, .object), (.map, .map), (.object, .map), (.map, .object):
            return try equalPairs(other, steps: &steps)
        case (.module(let left), .module(let right)), (.namespace(let left), .namespace(let right)):
            return left == right
        case (.macro(let left), .macro(let right)):
            return left.module == right.module && left.function == right.function
        default:
            guard let left = numeric, let right = other.numeric else { return false }
            return left == right
        }
    }

    func equals(_ other: TemplateValue) throws(TemplateError) -> Bool {
        var steps = 1_000_000
        return try equals(other, steps: &steps)
    }

    private func equalPairs(_ other: TemplateValue, steps: inout Int) throws(TemplateError) -> Bool {
        let left = pairs
        guard left.count == other.pairs.count else { return false }
        for (key, value) in left {
            guard let found = other.item(key) else { return false }
            if try !value.equals(found, steps: &steps) { return false }
        }
        return true
    }

    /// The value as a number, where it is one; booleans count as 0 and 1.
    var numeric: Double? {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// Whether this comes before `other` in a sorted list. Values of different kinds are ordered by kind, so that
    /// every list can be sorted.
    func precedes(_ other: TemplateValue, caseSensitive: Bool = true, depth: Int = 0) throws(TemplateError) -> Bool {
        if depth > Self.depthLimit { throw .tooDeep }
        switch (self, other) {
        case (.string(let left), .string(let right)):
            return caseSensitive
                ? left.utf8.lexicographicallyPrecedes(right.utf8)
                : left.lowercased().utf8.lexicographicallyPrecedes(right.lowercased().utf8)
        case (.int(let left), .int(let right)): return left < right
        case (.list(let left), .list(let right)):
            for (first, second) in zip(left, right) {
                if try first.precedes(second, caseSensitive: caseSensitive, depth: depth + 1) { return true }
                if try second.precedes(first, caseSensitive: caseSensitive, depth: depth + 1) { return false }
            }
            return left.count < right.count
        default:
            if let left = numeric, let right = other.numeric { return left < right }
            return kindRank < other.kindRank
        }
    }

    private var kindRank: Int {
        switch self {
        case .undefined: 0
        case .none: 1
        case .bool, .int, .double: 2
        case .string: 3
        case .list: 4
        case .map, .object: 5
        case .macro, .module, .namespace, .host: 6
        }
    }

    /// The element of an object, dictionary, list or string at a key or index; `nil` where there is none.
    func item(_ key: TemplateValue) -> TemplateValue? {
        switch (self, key) {
        case (.object(let object), .string(let name)):
            let value = object[name]
            return value.isUndefined ? nil : value
        case (.object(let object), .int(let index)) where object.shape === TemplateEnvironment.groupShape:
            return object.values.indices.contains(index) ? object.values[index] : nil
        case (.map(let map), _): return TemplateMap.Key(key).flatMap { map[$0] }
        case (.list(let values), .int(let index)):
            let position = index < 0 ? values.count + index : index
            return values.indices.contains(position) ? values[position] : nil
        case (.string(let text), .int(let index)):
            let scalars = Array(text.unicodeScalars)
            let position = index < 0 ? scalars.count + index : index
            return scalars.indices.contains(position) ? .string(String(scalars[position])) : nil
        default: return nil
        }
    }
}
