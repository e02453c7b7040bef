/// An expression as written, before it becomes operations.
struct TemplateExpression {
    indirect enum Kind {
        case constant(TemplateValue)
        /// A variable, by its number in the template's table of words.
        case name(Int)
        case list([TemplateExpression])
        case dictionary([(key: TemplateExpression, value: TemplateExpression)])
        case unary(UnaryOperator, TemplateExpression)
        case binary(BinaryOperator, TemplateExpression, TemplateExpression)
        /// `a < b < c`: each comparison holds.
        case comparison(TemplateExpression, [(sign: BinaryOperator, right: TemplateExpression)])
        case concatenation([TemplateExpression])
        case conditional(test: TemplateExpression, then: TemplateExpression, otherwise: TemplateExpression?)
        case member(TemplateExpression, Int)
        case item(TemplateExpression, TemplateExpression)
        case slice(TemplateExpression, [TemplateExpression?])
        case filter(TemplateExpression, TemplateCall)
        case test(TemplateExpression, TemplateCall, negated: Bool)
        case call(TemplateExpression, TemplateCall)
    }

    enum UnaryOperator {
        case not
        case negate
        case plus
    }

    enum BinaryOperator {
        case or
        case and
        case equal
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case contained
        case notContained
        case add
        case subtract
        case multiply
        case divide
        case floorDivide
        case modulo
        case power
    }

    var kind: Kind
    /// The byte offset that messages speak of: the operator of an operation, the name of a member or filter.
    var offset: Int
    /// How many expressions lie in one another here, so that a chain of operators cannot exhaust the stack.
    var depth = 1
}

/// The name and arguments of a filter, test or call.
struct TemplateCall {
    /// The number of the name among the words; -1 for a call, whose name is an expression.
    var name: Int
    var offset: Int
    var positional: [TemplateExpression] = []
    var named: [(name: Int, value: TemplateExpression)] = []

    var depth: Int { max(positional.map(\.depth).max() ?? 0, named.map(\.value.depth).max() ?? 0) }
}
