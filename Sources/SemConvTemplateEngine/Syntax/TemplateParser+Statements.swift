extension TemplateParser {
    /// Text and tags up to an `endX`, `elif` or `else`, which stays the current token, or up to the end. The caller
    /// knows which one it waits for.
    mutating func parseBody() -> [TemplateStatement] {
        var statements: [TemplateStatement] = []
        while true {
            let start = current
            switch start.kind {
            case .end: return statements
            case .text:
                advance()
                appendText(Int(start.start)..<Int(start.end), to: &statements)
            case .variableStart:
                advance()
                guarded { parser throws(Failure) in
                    let expression = try parser.parseExpression()
                    try parser.expect(.variableEnd, "the end of the tag")
                    statements.append(TemplateStatement(kind: .output(expression), offset: expression.offset))
                }
            case .blockStart:
                if endsBody(following) { return statements }
                advance()
                guarded { parser throws(Failure) in
                    if let statement = try parser.parseTag() { statements.append(statement) }
                }
            default: advance()
            }
        }
    }

    /// Joins text that only a comment divided, so that it is written at once.
    private func appendText(_ range: Range<Int>, to statements: inout [TemplateStatement]) {
        if let last = statements.last, case .text(let before) = last.kind, before.upperBound == range.lowerBound {
            statements[statements.count - 1].kind = .text(before.lowerBound..<range.upperBound)
        } else {
            statements.append(TemplateStatement(kind: .text(range), offset: range.lowerBound))
        }
    }

    /// Runs a step; reports its failure and goes on behind the tag that it is in.
    private mutating func guarded(_ step: (inout TemplateParser) throws(Failure) -> Void) {
        let depth = depth
        do throws(Failure) {
            try step(&self)
        } catch {
            report(error)
            while self.depth > depth { leave() }
            skipTag()
        }
    }

    private func endsBody(_ token: TemplateToken) -> Bool {
        guard token.kind == .name, let keyword = TemplateKeyword(rawValue: Int(token.name)) else { return false }
        return Self.closers.contains(keyword)
    }

    private static let closers: [TemplateKeyword] = [
        .elif, .else, .endif, .endfor, .endset, .endmacro, .endcall, .endwith, .endfilter, .endautoescape, .endblock,
        .endraw,
    ]

    /// Reports the tag at the current token, which ends something that is not open.
    mutating func reportStrayEnd() {
        let token = following
        report(
            Failure(
                message: "'\(text(of: token))' does not belong to an open tag",
                help: nil,
                offset: Int(token.start)
            )
        )
        advance()
    }

    /// Takes `{% keyword %}`. If something else stands here, the block that began at `offset` is not closed.
    mutating func close(_ keyword: TemplateKeyword, of name: String, at offset: Int) throws(Failure) {
        guard current.kind == .blockStart, following.kind == .name, Int(following.name) == keyword.rawValue else {
            let place = current.kind == .end ? "" : ", but '\(text(of: following))' was found"
            // The tag found is left for the block around this one, whose end it may be.
            report(
                Failure(
                    message: "'\(name)' is not closed: '\(keyword.spelling)' is missing\(place)",
                    help: nil,
                    offset: offset
                )
            )
            return
        }
        advance()
        advance()
        // `{% endmacro name %}` and `{% endblock name %}` may repeat the name.
        if keyword == .endmacro || keyword == .endblock, current.kind == .name { advance() }
        try expect(.blockEnd, "the end of the tag")
    }

    /// The head of a tag that has a body. If it is wrong, the body is parsed nevertheless.
    mutating func head(_ step: (inout TemplateParser) throws(Failure) -> Void) {
        guarded { parser throws(Failure) in
            try step(&parser)
            try parser.expect(.blockEnd, "the end of the tag")
        }
    }

    // MARK: - Tags

    /// One tag, from its keyword on, with its body if it has one.
    private mutating func parseTag() throws(Failure) -> TemplateStatement? {
        let token = current
        guard token.kind == .name else { throw unexpected("the name of a tag") }
        try enter()
        defer { leave() }
        advance()
        let offset = Int(token.start)
        let kind: TemplateStatement.Kind?
        switch TemplateKeyword(rawValue: Int(token.name)) {
        case .if: kind = try parseIf(offset)
        case .for: kind = try parseFor(offset)
        case .set: kind = try parseSet(offset)
        case .with: kind = try parseWith(offset)
        case .macro: kind = try parseMacro(offset)
        case .call: kind = try parseCallBlock(offset)
        case .filter: kind = try parseFilterBlock(offset)
        case .include: kind = try parseInclude()
        case .import: kind = try parseImport()
        case .from: kind = try parseFromImport()
        case .autoescape: kind = try parseAutoescape(offset)
        case .do: kind = try closed(.evaluate(try parseExpression()))
        case .break: kind = try closed(.breakLoop)
        case .continue: kind = try closed(.continueLoop)
        case .block, .extends: throw unsupported(token)
        default: throw unknownTag(token)
        }
        return kind.map { TemplateStatement(kind: $0, offset: offset) }
    }

    /// A tag without a body ends here.
    mutating func closed(_ kind: TemplateStatement.Kind) throws(Failure) -> TemplateStatement.Kind {
        try expect(.blockEnd, "the end of the tag")
        return kind
    }

    private func unsupported(_ token: TemplateToken) -> Failure {
        Failure(
            message: "'\(text(of: token))' is not supported",
            help: "share parts with 'include' or with macros",
            offset: Int(token.start)
        )
    }

    private func unknownTag(_ token: TemplateToken) -> Failure {
        let known = [
            "if", "for", "set", "with", "macro", "call", "filter", "include", "import", "from", "autoescape", "do",
            "break", "continue", "raw", "endif", "endfor", "endset", "endwith", "endmacro", "endcall", "endfilter",
            "elif", "else",
        ]
        let name = text(of: token)
        return Failure(
            message: "unknown tag '\(name)'",
            help: nearest(name, known),
            offset: Int(token.start)
        )
    }

    private mutating func parseIf(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        var branches: [(test: TemplateExpression, body: [TemplateStatement])] = []
        var otherwise: [TemplateStatement] = []
        repeat {
            var test = TemplateExpression(kind: .constant(.none), offset: offset)
            head { parser throws(Failure) in test = try parser.parseExpression() }
            branches.append((test, parseBody()))
        } while takeTag(.elif)
        if takeTag(.else) {
            head { _ throws(Failure) in }
            otherwise = parseBody()
        }
        try close(.endif, of: "if", at: offset)
        return .conditional(branches, otherwise: otherwise)
    }

    /// Moves into the tag at the current token if it has this keyword.
    mutating func takeTag(_ keyword: TemplateKeyword) -> Bool {
        guard current.kind == .blockStart, following.kind == .name, Int(following.name) == keyword.rawValue else {
            return false
        }
        advance()
        advance()
        return true
    }

    private mutating func parseFor(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        let nothing = TemplateExpression(kind: .list([]), offset: offset)
        var loop = TemplateLoop(target: .list([], offset: offset), sequence: nothing)
        head { parser throws(Failure) in
            loop.target = try parser.parseTarget(allowsField: false)
            try parser.expect(.in)
            loop.sequence = try parser.parseSequence()
            if parser.take(.if) { loop.condition = try parser.parseExpression() }
            if parser.isAt(.recursive) {
                throw Failure(
                    message: "'recursive' loops are not supported",
                    help: "write a macro that calls itself",
                    offset: Int(parser.current.start)
                )
            }
        }
        loop.body = parseBody()
        if takeTag(.else) {
            head { _ throws(Failure) in }
            loop.otherwise = parseBody()
        }
        try close(.endfor, of: "for", at: offset)
        return .loop(loop)
    }
}
