/// Which variables a piece of a template assigns and mentions, by their numbers among its words.
enum TemplateNames {
    /// The variables that these statements assign in their own scope. `if` has none of its own; loops, `with` and
    /// macros do.
    static func assigned(in body: [TemplateStatement], into names: inout [Int]) {
        for statement in body {
            switch statement.kind {
            case .conditional(let branches, let otherwise):
                for branch in branches { assigned(in: branch.body, into: &names) }
                assigned(in: otherwise, into: &names)
            case .filterBlock(_, let body): assigned(in: body, into: &names)
            default: for name in assigned(by: statement) { add(name, to: &names) }
            }
            if case .setBlock(_, _, let body) = statement.kind { assigned(in: body, into: &names) }
        }
    }

    private static func add(_ name: Int, to names: inout [Int]) {
        if !names.contains(name) { names.append(name) }
    }

    private static func assigned(by statement: TemplateStatement) -> [Int] {
        switch statement.kind {
        case .set(let target, _), .setBlock(let target, _, _): target.names
        case .macro(let macro): macro.name.map { [$0] } ?? []
        case .importTemplate(_, let name): [name]
        case .importNames(_, let names): names.map(\.alias)
        default: []
        }
    }

    /// Whether the statements always assign the variable before anything reads it.
    static func assignsFirst(_ name: Int, in body: [TemplateStatement]) -> Bool {
        for statement in body {
            if case .set(let target, let value) = statement.kind, target.names.contains(name) {
                return !mentions(name, value)
            }
            if case .include = statement.kind { return false }
            if mentions(name, statement) { return false }
        }
        return false
    }

    static func mentions(_ name: Int, in body: [TemplateStatement]) -> Bool {
        body.contains { mentions(name, $0) }
    }

    private static func mentions(_ name: Int, _ statement: TemplateStatement) -> Bool {
        switch statement.kind {
        case .text, .breakLoop, .continueLoop: false
        case .output(let value), .evaluate(let value), .include(let value, ignoreMissing: _),
            .importTemplate(let value, name: _), .importNames(let value, _):
            mentions(name, value) || assigned(by: statement).contains(name)
        case .conditional(let branches, let otherwise):
            branches.contains { mentions(name, $0.test) || mentions(name, in: $0.body) }
                || mentions(name, in: otherwise)
        case .loop(let loop):
            mentions(name, loop.target) || mentions(name, loop.sequence) || mentions(name, loop.condition)
                || mentions(name, in: loop.body) || mentions(name, in: loop.otherwise)
        case .set(let target, let value): mentions(name, target) || mentions(name, value)
        case .setBlock(let target, let filters, let body):
            mentions(name, target) || filters.contains { mentions(name, $0) } || mentions(name, in: body)
        case .with(let values, let body):
            values.contains { mentions(name, $0.target) || mentions(name, $0.value) } || mentions(name, in: body)
        case .filterBlock(let filters, let body):
            filters.contains { mentions(name, $0) } || mentions(name, in: body)
        case .macro(let macro): mentions(name, macro)
        case .callBlock(let call, let macro): mentions(name, call) || mentions(name, macro)
        }
    }

    private static func mentions(_ name: Int, _ macro: TemplateMacroDefinition) -> Bool {
        macro.name == name || macro.parameters.contains { $0.name == name || mentions(name, $0.value) }
            || mentions(name, in: macro.body)
    }

    private static func mentions(_ name: Int, _ target: TemplateTarget) -> Bool {
        if case .field(let variable, fields: _, offset: _) = target { return variable == name }
        return target.names.contains(name)
    }

    private static func mentions(_ name: Int, _ call: TemplateCall) -> Bool {
        call.positional.contains { mentions(name, $0) } || call.named.contains { mentions(name, $0.value) }
    }

    private static func mentions(_ name: Int, _ expression: TemplateExpression?) -> Bool {
        guard let expression else { return false }
        switch expression.kind {
        case .constant: return false
        case .name(let other): return other == name
        case .list(let parts), .concatenation(let parts): return parts.contains { mentions(name, $0) }
        case .dictionary(let entries): return entries.contains { mentions(name, $0.key) || mentions(name, $0.value) }
        case .unary(_, let operand), .member(let operand, _): return mentions(name, operand)
        case .binary(_, let left, let right), .item(let left, let right):
            return mentions(name, left) || mentions(name, right)
        case .comparison(let first, let links):
            return mentions(name, first) || links.contains { mentions(name, $0.right) }
        case .conditional(let test, let then, let otherwise):
            return mentions(name, test) || mentions(name, then) || mentions(name, otherwise)
        case .slice(let value, let bounds): return mentions(name, value) || bounds.contains { mentions(name, $0) }
        case .filter(let value, let call), .test(let value, let call, negated: _), .call(let value, let call):
            return mentions(name, value) || mentions(name, call)
        }
    }
}
