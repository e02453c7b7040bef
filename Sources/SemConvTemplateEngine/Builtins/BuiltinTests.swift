extension TemplateEnvironment {
    mutating func addBuiltinTests() {
        tests.set("defined", .defined)
        tests.set("undefined", .undefined)
        addKindTests()
        addNumberTests()
        addComparisonTests()
        addTextTests()
        addExistenceTests()
    }

    private mutating func addKindTest(_ name: String, _ body: @escaping @Sendable (TemplateValue) -> Bool) {
        addTest(name) { value, arguments throws(TemplateError) in
            try arguments.finish()
            return body(value)
        }
    }

    private mutating func addKindTests() {
        addKindTest("none") { $0.isNone }
        addKindTest("boolean") { if case .bool = $0 { true } else { false } }
        addKindTest("true") { if case .bool(true) = $0 { true } else { false } }
        addKindTest("false") { if case .bool(false) = $0 { true } else { false } }
        addKindTest("string") { if case .string = $0 { true } else { false } }
        addKindTest("mapping") { value in
            switch value {
            case .map, .object, .namespace: true
            default: false
            }
        }
        addKindTest("sequence") { if case .list = $0 { true } else { false } }
        addKindTest("iterable") { value in
            switch value {
            case .list, .map, .object, .string, .namespace: true
            default: false
            }
        }
        addKindTest("callable") { if case .macro = $0 { true } else { false } }
        // Output is not escaped, so that no string is marked as safe.
        addKindTest("safe") { _ in false }
        addKindTest("escaped") { _ in false }
    }

    private mutating func addNumberTests() {
        addKindTest("number") { value in
            switch value {
            case .int, .double: true
            default: false
            }
        }
        for name in ["integer", "int"] {
            addKindTest(name) { if case .int = $0 { true } else { false } }
        }
        addKindTest("float") { if case .double = $0 { true } else { false } }
        addTest("odd") { value, arguments throws(TemplateError) in
            try arguments.finish()
            guard case .int(let number) = value else { throw arguments.unfit(value, expected: "an integer") }
            return number & 1 == 1
        }
        addTest("even") { value, arguments throws(TemplateError) in
            try arguments.finish()
            guard case .int(let number) = value else { throw arguments.unfit(value, expected: "an integer") }
            return number & 1 == 0
        }
        addTest("divisibleby") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let divisor = try arguments.requiredInt("num", at: 0)
            try arguments.finish()
            guard case .int(let number) = value else { throw arguments.unfit(value, expected: "an integer") }
            if divisor == 0 { throw arguments.error("nothing is divisible by zero") }
            return divisor == -1 || number % divisor == 0
        }
    }

    private mutating func addBinaryTest(
        _ names: [String],
        _ body: @escaping @Sendable (TemplateValue, TemplateValue) throws(TemplateError) -> Bool
    ) {
        for name in names {
            addTest(name) { value, arguments throws(TemplateError) in
                var arguments = arguments
                let other = try arguments.required("other", at: 0)
                try arguments.finish()
                return try body(value, other)
            }
        }
    }

    private mutating func addComparisonTests() {
        addBinaryTest(["eq", "equalto", "=="]) { left, right throws(TemplateError) in try left.equals(right) }
        addBinaryTest(["ne", "!="]) { left, right throws(TemplateError) in try !left.equals(right) }
        addBinaryTest(["lt", "lessthan", "<"]) { left, right throws(TemplateError) in
            try TemplateArithmetic.precedes("<", left, right)
        }
        addBinaryTest(["le", "<="]) { left, right throws(TemplateError) in
            try !TemplateArithmetic.precedes("<=", right, left)
        }
        addBinaryTest(["gt", "greaterthan", ">"]) { left, right throws(TemplateError) in
            try TemplateArithmetic.precedes(">", right, left)
        }
        addBinaryTest(["ge", ">="]) { left, right throws(TemplateError) in
            try !TemplateArithmetic.precedes(">=", left, right)
        }
        addBinaryTest(["in"]) { left, right throws(TemplateError) in try right.contains(left) }
        addBinaryTest(["containing"]) { left, right throws(TemplateError) in try left.contains(right) }
        addBinaryTest(["sameas"]) { left, right throws(TemplateError) in
            switch (left, right) {
            case (.bool, .int), (.int, .bool), (.int, .double), (.double, .int), (.bool, .double), (.double, .bool):
                false
            default: try left.equals(right)
            }
        }
    }

    private mutating func addTextTests() {
        addBinaryTest(["startingwith"]) { left, right throws(TemplateError) in
            guard case .string(let text) = left, case .string(let part) = right else {
                throw TemplateError(.templateType, "test 'startingwith' expects strings, but got \(left.kindName)")
            }
            return text.utf8.starts(with: part.utf8)
        }
        addBinaryTest(["endingwith"]) { left, right throws(TemplateError) in
            guard case .string(let text) = left, case .string(let part) = right else {
                throw TemplateError(.templateType, "test 'endingwith' expects strings, but got \(left.kindName)")
            }
            return text.utf8.reversed().starts(with: part.utf8.reversed())
        }
        addKindTest("lower") { if case .string(let text) = $0 { text == text.lowercased() } else { false } }
        addKindTest("upper") { if case .string(let text) = $0 { text == text.uppercased() } else { false } }
    }

    /// `"name" is filter` and `"name" is test` ask whether there is one.
    private mutating func addExistenceTests() {
        tests.set(
            "filter",
            .calling { value, arguments, environment throws(TemplateError) in
                try arguments.finish()
                guard case .string(let name) = value else { throw arguments.unfit(value, expected: "a name") }
                return environment.filters.number(of: name) != nil
            }
        )
        tests.set(
            "test",
            .calling { value, arguments, environment throws(TemplateError) in
                try arguments.finish()
                guard case .string(let name) = value else { throw arguments.unfit(value, expected: "a name") }
                return environment.tests.number(of: name) != nil
            }
        )
    }
}
