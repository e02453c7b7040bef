extension TemplateParser {
    /// How strongly each binary operator binds; `~` sits between sums and products, as in Jinja.
    private enum Precedence: Int {
        case or = 1
        case and
        case not
        case comparison
        case sum
        case concatenation
        case product
        case power
        case unary
    }

    /// An expression with everything, including `a if b else c`.
    mutating func parseExpression() throws(Failure) -> TemplateExpression {
        try enter()
        defer { leave() }
        var result = try parseBinary(.or)
        while isAt(.if) {
            let offset = Int(current.start)
            advance()
            let test = try parseBinary(.or)
            let otherwise: TemplateExpression? = take(.else) ? try parseExpression() : nil
            result = try make(
                .conditional(test: test, then: result, otherwise: otherwise),
                at: offset,
                over: result.depth,
                test.depth,
                otherwise?.depth ?? 0
            )
        }
        return result
    }

    /// An expression in which `if` ends it: the sequence of a `for`, which may have a filter.
    mutating func parseSequence() throws(Failure) -> TemplateExpression {
        try parseBinary(.or)
    }

    private func make(
        _ kind: TemplateExpression.Kind,
        at offset: Int,
        over depths: Int...
    ) throws(Failure) -> TemplateExpression {
        let depth = (depths.max() ?? 0) + 1
        if depth > Self.depthLimit * 3 {
            throw Failure(
                message: "the expression is too long",
                help: "set a part of it to a variable first",
                offset: offset
            )
        }
        return TemplateExpression(kind: kind, offset: offset, depth: depth)
    }

    private mutating func parseBinary(_ lowest: Precedence) throws(Failure) -> TemplateExpression {
        var left: TemplateExpression
        if lowest.rawValue <= Precedence.not.rawValue, isAt(.not) {
            left = try parseNot()
        } else {
            left = try parseUnary(filters: true)
        }
        while let (found, precedence, length) = binaryOperator(), precedence.rawValue >= lowest.rawValue {
            let offset = Int(current.start)
            for _ in 0..<length { advance() }
            if precedence == .concatenation {
                left = try parseConcatenation(after: left, at: offset)
                continue
            }
            let right = try parseBinary(Precedence(rawValue: precedence.rawValue + 1) ?? .unary)
            left = try make(.binary(found, left, right), at: offset, over: left.depth, right.depth)
            if precedence == .comparison { left = try parseChain(from: left) }
        }
        return left
    }

    /// Further comparisons behind a first one.
    private mutating func parseChain(from first: TemplateExpression) throws(Failure) -> TemplateExpression {
        guard case .binary(let sign, let left, let right) = first.kind else { return first }
        var links = [(sign: sign, right: right)]
        while let (next, precedence, length) = binaryOperator(), precedence == .comparison {
            for _ in 0..<length { advance() }
            links.append((next, try parseBinary(.sum)))
        }
        if links.count == 1 { return first }
        let depth = links.reduce(left.depth) { max($0, $1.right.depth) }
        return try make(.comparison(left, links), at: first.offset, over: depth)
    }

    private mutating func parseNot() throws(Failure) -> TemplateExpression {
        let offset = Int(current.start)
        advance()
        try enter()
        defer { leave() }
        let operand = try parseBinary(.not)
        return try make(.unary(.not, operand), at: offset, over: operand.depth)
    }

    private mutating func parseConcatenation(
        after first: TemplateExpression,
        at offset: Int
    ) throws(Failure) -> TemplateExpression {
        var parts = [first]
        repeat { parts.append(try parseBinary(.product)) } while take(.tilde)
        let depth = parts.reduce(0) { max($0, $1.depth) }
        return try make(.concatenation(parts), at: offset, over: depth)
    }

    /// The binary operator at the current token, and of how many tokens it is; `nil` where there is none.
    private func binaryOperator() -> (TemplateExpression.BinaryOperator, Precedence, length: Int)? {
        switch current.kind {
        case .name:
            if isAt(.or) { return (.or, .or, 1) }
            if isAt(.and) { return (.and, .and, 1) }
            if isAt(.in) { return (.contained, .comparison, 1) }
            if isAt(.not), following.kind == .name, Int(following.name) == TemplateKeyword.in.rawValue {
                return (.notContained, .comparison, 2)
            }
            return nil
        case .equal: return (.equal, .comparison, 1)
        case .notEqual: return (.notEqual, .comparison, 1)
        case .less: return (.less, .comparison, 1)
        case .lessOrEqual: return (.lessOrEqual, .comparison, 1)
        case .greater: return (.greater, .comparison, 1)
        case .greaterOrEqual: return (.greaterOrEqual, .comparison, 1)
        case .plus: return (.add, .sum, 1)
        case .minus: return (.subtract, .sum, 1)
        case .tilde: return (.add, .concatenation, 1)
        case .times: return (.multiply, .product, 1)
        case .divide: return (.divide, .product, 1)
        case .floorDivide: return (.floorDivide, .product, 1)
        case .modulo: return (.modulo, .product, 1)
        case .power: return (.power, .power, 1)
        default: return nil
        }
    }

    // MARK: - Unary and postfix

    mutating func parseUnary(filters: Bool) throws(Failure) -> TemplateExpression {
        let offset = Int(current.start)
        var result: TemplateExpression
        if current.kind == .minus || current.kind == .plus {
            let negates = current.kind == .minus
            advance()
            try enter()
            defer { leave() }
            let operand = try parseUnary(filters: false)
            result = try make(.unary(negates ? .negate : .plus, operand), at: offset, over: operand.depth)
        } else {
            result = try parsePostfix(try parsePrimary())
        }
        return filters ? try parseFilters(result) : result
    }

    /// Members, subscripts and calls behind an expression.
    private mutating func parsePostfix(_ first: TemplateExpression) throws(Failure) -> TemplateExpression {
        var result = first
        while true {
            let offset = Int(current.start)
            switch current.kind {
            case .dot:
                advance()
                result = try parseMember(of: result)
            case .openBracket: result = try parseSubscript(of: result)
            case .openParenthesis:
                var call = try parseArguments()
                call.offset = offset
                result = try make(.call(result, call), at: result.offset, over: result.depth, call.depth)
            default: return result
            }
        }
    }

    private mutating func parseMember(of object: TemplateExpression) throws(Failure) -> TemplateExpression {
        if current.kind == .integer, let index = Int(text(of: current)) {
            defer { advance() }
            let key = TemplateExpression(kind: .constant(.int(index)), offset: Int(current.start))
            return try make(.item(object, key), at: key.offset, over: object.depth)
        }
        let (name, offset) = try expectName("the name of a field")
        return try make(.member(object, name), at: offset, over: object.depth)
    }

    private mutating func parseSubscript(of object: TemplateExpression) throws(Failure) -> TemplateExpression {
        let offset = Int(current.start)
        advance()
        let keyOffset = Int(current.start)
        var parts: [TemplateExpression?] = [nil]
        var slices = false
        while current.kind != .closeBracket {
            if take(.colon) {
                slices = true
                parts.append(nil)
                if parts.count > 3 { throw unexpected("']'") }
                continue
            }
            guard parts[parts.count - 1] == nil else { throw unexpected("']'") }
            parts[parts.count - 1] = try parseExpression()
        }
        let depth = parts.reduce(0) { max($0, $1?.depth ?? 0) }
        if slices {
            advance()
            return try make(.slice(object, parts), at: offset, over: object.depth, depth)
        }
        guard let key = parts[0] else { throw unexpected("an index or a key") }
        advance()
        if case .constant(.string(let name)) = key.kind {
            return try make(.member(object, newWord(name)), at: keyOffset, over: object.depth)
        }
        return try make(.item(object, key), at: keyOffset, over: object.depth, depth)
    }

    /// Filters, tests, and calls of their results.
    private mutating func parseFilters(_ first: TemplateExpression) throws(Failure) -> TemplateExpression {
        var result = first
        while true {
            if take(.pipe) {
                let call = try parseFilterCall()
                result = try make(.filter(result, call), at: call.offset, over: result.depth, call.depth)
            } else if take(.is) {
                result = try parseTest(of: result)
            } else {
                return result
            }
        }
    }

    /// The name and arguments of a filter, behind its `|`.
    mutating func parseFilterCall() throws(Failure) -> TemplateCall {
        let (name, offset) = try expectName("the name of a filter")
        var call = current.kind == .openParenthesis ? try parseArguments() : TemplateCall(name: name, offset: offset)
        call.name = name
        call.offset = offset
        return call
    }

    private mutating func parseTest(of value: TemplateExpression) throws(Failure) -> TemplateExpression {
        let negated = take(.not)
        let sign = testSign
        let name: Int
        let offset = Int(current.start)
        if let sign {
            advance()
            name = newWord(sign)
        } else {
            name = try expectName("the name of a test").name
        }
        var call = TemplateCall(name: name, offset: offset)
        if current.kind == .openParenthesis {
            call = try parseArguments()
            call.name = name
            call.offset = offset
        } else if startsLoneArgument {
            call.positional = [try parseUnary(filters: false)]
        }
        return try make(.test(value, call, negated: negated), at: offset, over: value.depth, call.depth)
    }

    /// The comparison signs that are names of tests.
    private var testSign: String? {
        switch current.kind {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        default: nil
        }
    }

    /// Whether an argument without parentheses follows, as in `is divisibleby 3`.
    private var startsLoneArgument: Bool {
        switch current.kind {
        case .integer, .float, .string, .openBracket, .openBrace, .minus, .plus: true
        case .name: ![.and, .or, .else, .is, .if, .in, .not].contains(TemplateKeyword(rawValue: Int(current.name)))
        default: false
        }
    }

    /// Arguments in parentheses.
    private mutating func parseArguments() throws(Failure) -> TemplateCall {
        var call = TemplateCall(name: -1, offset: Int(current.start))
        try expect(.openParenthesis, "'('")
        while !take(.closeParenthesis) {
            if current.kind == .name, following.kind == .assign {
                let (name, offset) = try expectName("the name of an argument")
                advance()
                if call.named.contains(where: { $0.name == name }) {
                    throw Failure(
                        message: "the argument '\(words.text(name))' is given twice",
                        help: nil,
                        offset: offset
                    )
                }
                call.named.append((name, try parseExpression()))
            } else {
                guard call.named.isEmpty else {
                    throw Failure(
                        message: "an argument without a name cannot follow one with a name",
                        help: nil,
                        offset: Int(current.start)
                    )
                }
                call.positional.append(try parseExpression())
            }
            if call.positional.count + call.named.count > 255 { throw unexpected("at most 255 arguments") }
            if current.kind != .closeParenthesis { try expect(.comma, "',' or ')'") }
        }
        return call
    }
}
