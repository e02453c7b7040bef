/// A statement of a template, or a piece of its text.
struct TemplateStatement {
    indirect enum Kind {
        /// A range of the source, written as it is.
        case text(Range<Int>)
        case output(TemplateExpression)
        case evaluate(TemplateExpression)
        case conditional([(test: TemplateExpression, body: [TemplateStatement])], otherwise: [TemplateStatement])
        case loop(TemplateLoop)
        case breakLoop
        case continueLoop
        case set(TemplateTarget, TemplateExpression)
        case setBlock(TemplateTarget, [TemplateCall], [TemplateStatement])
        case with([(target: TemplateTarget, value: TemplateExpression)], [TemplateStatement])
        case filterBlock([TemplateCall], [TemplateStatement])
        case macro(TemplateMacroDefinition)
        /// A call whose `caller()` is the body.
        case callBlock(TemplateExpression, TemplateMacroDefinition)
        case include(TemplateExpression, ignoreMissing: Bool)
        case importTemplate(TemplateExpression, name: Int)
        case importNames(TemplateExpression, [(name: Int, alias: Int, offset: Int)])
    }

    var kind: Kind
    var offset: Int
}

/// What a `for`, `set` or `with` assigns to.
indirect enum TemplateTarget {
    case name(Int)
    /// Several targets, one for each element of a list.
    case list([TemplateTarget], offset: Int)
    /// A field of a namespace, which may lie in other namespaces.
    case field(name: Int, fields: [Int], offset: Int)

    /// The variables that it assigns.
    var names: [Int] {
        switch self {
        case .name(let name): [name]
        case .list(let targets, offset: _): targets.flatMap(\.names)
        case .field: []
        }
    }
}

/// A `for` with its parts.
struct TemplateLoop {
    var target: TemplateTarget
    var sequence: TemplateExpression
    var condition: TemplateExpression?
    var body: [TemplateStatement] = []
    var otherwise: [TemplateStatement] = []
}

/// A macro as written, or the body of a `call` block, which is one without a name.
struct TemplateMacroDefinition {
    var name: Int?
    var parameters: [(name: Int, offset: Int, value: TemplateExpression?)] = []
    var body: [TemplateStatement] = []
    var offset: Int
}
