extension TemplateEnvironment {
    /// Filters that turn one value into another, whatever it is.
    mutating func addValueFilters() {
        for name in ["default", "d"] {
            addFilter(name) { value, arguments throws(TemplateError) in
                var arguments = arguments
                let other = try arguments.value("default_value", at: 0) ?? .string("")
                let alsoFalse = try arguments.bool("boolean", at: 1) ?? false
                try arguments.finish()
                return value.isUndefined || alsoFalse && !value.isTrue ? other : value
            }
        }
        addFilter("bool") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .bool(value.isTrue)
        }
        addFilter("string") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .string(try value.text())
        }
        addMembers()
        addNumberFilters()
        addDictionarySort()
    }

    private mutating func addMembers() {
        for name in ["length", "count"] {
            addFilter(name) { value, arguments throws(TemplateError) in
                try arguments.finish()
                return .int(try Self.length(value, arguments))
            }
        }
        addFilter("attr") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let name = try arguments.required("name", at: 0)
            try arguments.finish()
            return value.item(name) ?? .undefined
        }
        addFilter("items") { value, arguments throws(TemplateError) in
            try arguments.finish()
            return .list(try Self.pairs(value, arguments).map { .list([$0.key, $0.value]) })
        }
    }

    private static func length(
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> Int {
        switch value {
        case .string(let text): text.unicodeScalars.count
        case .list(let values): values.count
        case .map(let map): map.entries.count
        case .object: value.pairs.count
        default: throw arguments.unfit(value, expected: "a string, list or dictionary")
        }
    }

    static func pairs(
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> [(key: TemplateValue, value: TemplateValue)] {
        switch value {
        case .map, .object: value.pairs
        default: throw arguments.unfit(value, expected: "a dictionary")
        }
    }

    // MARK: - Numbers

    private mutating func addNumberFilters() {
        addFilter("abs") { value, arguments throws(TemplateError) in
            try arguments.finish()
            switch value {
            case .int(let number): return number < 0 ? try TemplateArithmetic.negate(value) : value
            case .double(let number): return .double(number.magnitude)
            default: throw arguments.unfit(value, expected: "a number")
            }
        }
        addFilter("int") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let other = try arguments.value("default", at: 0)
            try arguments.finish()
            if let number = Self.integer(value) { return .int(number) }
            if let other { return other }
            throw arguments.unfit(value, expected: "what can become an integer")
        }
        addFilter("float") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let other = try arguments.value("default", at: 0)
            try arguments.finish()
            if let number = value.numeric { return .double(number) }
            if case .string(let text) = value, let number = Double(text.trimmed()) { return .double(number) }
            if let other { return other }
            throw arguments.unfit(value, expected: "what can become a float")
        }
        addFilter("round") { value, arguments throws(TemplateError) in try Self.round(value, arguments) }
    }

    private static func integer(_ value: TemplateValue) -> Int? {
        switch value {
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number): return number
        case .double(let number): return Int(exactly: number.rounded(.towardZero))
        case .string(let text):
            let text = text.trimmed()
            return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
        default: return nil
        }
    }

    private static func round(
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        let digits = try arguments.int("precision", at: 0) ?? 0
        let method = try arguments.string("method", at: 1) ?? "common"
        try arguments.finish()
        let rule: FloatingPointRoundingRule
        switch method {
        case "common": rule = .toNearestOrAwayFromZero
        case "ceil": rule = .up
        case "floor": rule = .down
        default: throw arguments.error("'round' knows the methods 'common', 'ceil' and 'floor', not '\(method)'")
        }
        switch value {
        case .int: return value
        case .double(let number):
            guard 0...15 ~= digits else { throw arguments.error("'round' keeps 0 to 15 digits, not \(digits)") }
            var scale = 1.0
            for _ in 0..<digits { scale *= 10 }
            let scaled = (number * scale).rounded(rule)
            return .double(scaled.isFinite ? scaled / scale : number)
        default: throw arguments.unfit(value, expected: "a number")
        }
    }

    // MARK: - Dictionaries

    private mutating func addDictionarySort() {
        addFilter("dictsort") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let caseSensitive = try arguments.bool("case_sensitive", at: 0) ?? false
            let by = try arguments.string("by", at: 1) ?? "key"
            let reverse = try arguments.bool("reverse", at: 2) ?? false
            try arguments.finish()
            guard by == "key" || by == "value" else {
                throw arguments.error("'dictsort' sorts by 'key' or 'value', not by '\(by)'")
            }
            let pairs = try Self.pairs(value, arguments)
            let keys = pairs.map { by == "key" ? $0.key : $0.value }
            let order = try TemplateSorting.order(of: keys, caseSensitive: caseSensitive, reverse: reverse)
            return .list(order.map { .list([pairs[$0].key, pairs[$0].value]) })
        }
    }
}

/// Sorting that keeps equal elements in their order.
enum TemplateSorting {
    /// The indices of the elements in sorted order.
    static func order(
        of keys: [TemplateValue],
        caseSensitive: Bool,
        reverse: Bool
    ) throws(TemplateError) -> [Int] {
        let folded = caseSensitive ? keys : self.folded(keys)
        var failure: TemplateError?
        let order = folded.indices.sorted { first, second in
            do throws(TemplateError) {
                // Reversing keeps equal elements in their order too, as in Python.
                if try folded[reverse ? second : first].precedes(folded[reverse ? first : second]) { return true }
                if try folded[reverse ? first : second].precedes(folded[reverse ? second : first]) { return false }
            } catch {
                failure = error
            }
            return first < second
        }
        if let failure { throw failure }
        return order
    }

    /// Values as they compare where upper and lower case are the same.
    static func folded(_ values: [TemplateValue]) -> [TemplateValue] {
        values.map { folded($0) }
    }

    /// A value as it compares where upper and lower case are the same.
    static func folded(_ value: TemplateValue) -> TemplateValue {
        switch value {
        case .string(let text): .string(text.lowercased())
        case .list(let values): .list(values.map { folded($0) })
        default: value
        }
    }
}
