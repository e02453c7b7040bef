internal import SemConvDiagnostics

extension TemplateParser {
    func nearest(_ name: String, _ known: [String]) -> String? {
        Suggestion.didYouMean(name, in: known)
    }

    /// One or more names, as `for` and `set` assign them.
    mutating func parseTarget(allowsField: Bool) throws(Failure) -> TemplateTarget {
        let offset = Int(current.start)
        let first = try parseSingleTarget(allowsField: allowsField)
        guard current.kind == .comma else { return first }
        var targets = [first]
        while take(.comma) {
            if isAt(.in) || current.kind == .assign || current.kind == .closeParenthesis { break }
            targets.append(try parseSingleTarget(allowsField: false))
        }
        return .list(targets, offset: offset)
    }

    private mutating func parseSingleTarget(allowsField: Bool) throws(Failure) -> TemplateTarget {
        if take(.openParenthesis) {
            try enter()
            defer { leave() }
            let target = try parseTarget(allowsField: false)
            try expect(.closeParenthesis, "')'")
            return target
        }
        let (name, offset) = try expectVariable()
        if allowsField, current.kind == .dot {
            var fields: [Int] = []
            while take(.dot) { fields.append(try expectName("the name of a field").name) }
            return .field(name: name, fields: fields, offset: offset)
        }
        return .name(name)
    }

    /// The name of a variable that is assigned here.
    private mutating func expectVariable() throws(Failure) -> (name: Int, offset: Int) {
        switch TemplateKeyword(rawValue: Int(current.name)) {
        case .and?, .or?, .not?, .is?, .in?, .if?, .else?, .true?, .false?, .none?, .True?, .False?, .None?, .loop?,
            .caller?:
            throw Failure(
                message: "'\(text(of: current))' cannot be assigned to",
                help: nil,
                offset: Int(current.start)
            )
        default: break
        }
        return try expectName("the name of a variable")
    }

    mutating func parseSet(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        let target = try parseTarget(allowsField: true)
        if take(.assign) { return try closed(.set(target, try parseTuple())) }
        guard current.kind == .blockEnd || current.kind == .pipe else { throw unexpected("'='") }
        var filters: [TemplateCall] = []
        head { parser throws(Failure) in filters = try parser.parseFilterChain() }
        let body = parseBody()
        try close(.endset, of: "set", at: offset)
        return .setBlock(target, filters, body)
    }

    /// An expression, or several with commas between them as a list.
    private mutating func parseTuple() throws(Failure) -> TemplateExpression {
        let first = try parseExpression()
        guard current.kind == .comma else { return first }
        var elements = [first]
        while take(.comma), current.kind != .blockEnd { elements.append(try parseExpression()) }
        let depth = elements.reduce(0) { max($0, $1.depth) }
        return TemplateExpression(kind: .list(elements), offset: first.offset, depth: depth + 1)
    }

    private mutating func parseFilterChain() throws(Failure) -> [TemplateCall] {
        var filters: [TemplateCall] = []
        while take(.pipe) { filters.append(try parseFilterCall()) }
        return filters
    }

    mutating func parseWith(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        var assignments: [(target: TemplateTarget, value: TemplateExpression)] = []
        head { parser throws(Failure) in
            while parser.current.kind != .blockEnd {
                let target = try parser.parseSingleTarget(allowsField: false)
                try parser.expect(.assign, "'='")
                assignments.append((target, try parser.parseExpression()))
                if parser.current.kind != .blockEnd { try parser.expect(.comma, "',' or the end of the tag") }
            }
        }
        let body = parseBody()
        try close(.endwith, of: "with", at: offset)
        return .with(assignments, body)
    }

    mutating func parseFilterBlock(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        var filters: [TemplateCall] = []
        head { parser throws(Failure) in
            filters.append(try parser.parseFilterCall())
            filters += try parser.parseFilterChain()
        }
        let body = parseBody()
        try close(.endfilter, of: "filter", at: offset)
        return .filterBlock(filters, body)
    }

    /// Output is never escaped here; a template that says so is fine, one that asks for escaping is not.
    mutating func parseAutoescape(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        head { parser throws(Failure) in
            let mode = try parser.parseExpression()
            switch mode.kind {
            case .constant(.bool(false)), .constant(.none), .constant(.string("none")): break
            default:
                throw Failure(
                    message: "output is not escaped, so 'autoescape' can only be false or \"none\"",
                    help: "use the filter 'escape' where HTML is written",
                    offset: mode.offset
                )
            }
        }
        let body = parseBody()
        try close(.endautoescape, of: "autoescape", at: offset)
        let always = TemplateExpression(kind: .constant(.bool(true)), offset: offset)
        return .conditional([(always, body)], otherwise: [])
    }

    // MARK: - Macros

    mutating func parseMacro(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        var macro = TemplateMacroDefinition(name: nil, offset: offset)
        head { parser throws(Failure) in
            macro.name = try parser.expectVariable().name
            macro.parameters = try parser.parseParameters()
        }
        macro.body = parseBody()
        try close(.endmacro, of: "macro", at: offset)
        return .macro(macro)
    }

    mutating func parseCallBlock(_ offset: Int) throws(Failure) -> TemplateStatement.Kind {
        var body = TemplateMacroDefinition(name: nil, offset: offset)
        var call = TemplateExpression(kind: .constant(.none), offset: offset)
        head { parser throws(Failure) in
            if parser.current.kind == .openParenthesis { body.parameters = try parser.parseParameters() }
            call = try parser.parseExpression()
            guard case .call = call.kind else {
                throw Failure(
                    message: "'call' expects the call of a macro",
                    help: "write '{% call name(...) %}'",
                    offset: call.offset
                )
            }
        }
        body.body = parseBody()
        try close(.endcall, of: "call", at: offset)
        return .callBlock(call, body)
    }

    private mutating func parseParameters() throws(Failure) -> [(name: Int, offset: Int, value: TemplateExpression?)] {
        var parameters: [(name: Int, offset: Int, value: TemplateExpression?)] = []
        try expect(.openParenthesis, "'('")
        while !take(.closeParenthesis) {
            let (name, offset) = try expectVariable()
            if parameters.contains(where: { $0.name == name }) {
                throw Failure(
                    message: "two parameters are called '\(words.text(name))'",
                    help: nil,
                    offset: offset
                )
            }
            let value = take(.assign) ? try parseExpression() : nil
            if value == nil, let last = parameters.last, last.value != nil {
                throw Failure(
                    message: "the parameter '\(words.text(name))' needs a default, as one before it has one",
                    help: nil,
                    offset: offset
                )
            }
            parameters.append((name, offset, value))
            if parameters.count > 200 { throw unexpected("at most 200 parameters") }
            if current.kind != .closeParenthesis { try expect(.comma, "',' or ')'") }
        }
        return parameters
    }

    // MARK: - Other templates

    mutating func parseInclude() throws(Failure) -> TemplateStatement.Kind {
        let name = try parseExpression()
        var ignoreMissing = false
        if take(.ignore) {
            try expect(.missing)
            ignoreMissing = true
        }
        try parseContext()
        return try closed(.include(name, ignoreMissing: ignoreMissing))
    }

    /// `with context`, which is always so.
    private mutating func parseContext() throws(Failure) {
        if take(.with) {
            try expect(.context)
        } else if isAt(.without) {
            throw Failure(
                message: "'without context' is not supported",
                help: "other templates always see the variables",
                offset: Int(current.start)
            )
        }
    }

    mutating func parseImport() throws(Failure) -> TemplateStatement.Kind {
        let template = try parseExpression()
        try expect(.as)
        let name = try expectVariable().name
        try parseContext()
        return try closed(.importTemplate(template, name: name))
    }

    mutating func parseFromImport() throws(Failure) -> TemplateStatement.Kind {
        let template = try parseExpression()
        try expect(.import)
        var names: [(name: Int, alias: Int, offset: Int)] = []
        while current.kind != .blockEnd {
            if isAt(.with) || isAt(.without) { break }
            let (name, offset) = try expectVariable()
            let alias = take(.as) ? try expectVariable().name : name
            names.append((name, alias, offset))
            if current.kind != .blockEnd, !isAt(.with), !isAt(.without) {
                try expect(.comma, "',' or the end of the tag")
            }
        }
        guard !names.isEmpty else { throw unexpected("the name of a macro") }
        try parseContext()
        return try closed(.importNames(template, names))
    }
}
