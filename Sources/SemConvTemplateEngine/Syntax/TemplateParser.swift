internal import SemConvDiagnostics

/// Makes statements of tokens.
///
/// After an error the parser goes on behind the tag, so that one run shows the errors of all tags.
struct TemplateParser {
    /// A problem, thrown up to the tag that it is in.
    struct Failure: Error {
        var message: String
        var help: String?
        var offset: Int
        /// Whether it is about a filter, test or function that does not exist.
        var isUnknownName = false
    }

    /// How deep tags and expressions may lie in one another. Each level of either takes several stack frames.
    static let depthLimit = 64

    let source: [UInt8]
    let tokens: [TemplateToken]
    private(set) var words: TemplateWords
    private(set) var problems: [Failure]
    private var index = 0
    private(set) var depth = 0

    init(source: [UInt8], options: TemplateOptions) {
        var lexer = TemplateLexer(source: source, options: options)
        lexer.run()
        self.source = source
        tokens = lexer.tokens
        words = lexer.words
        problems = lexer.problems.map { Failure(message: $0.message, help: $0.help, offset: $0.offset) }
    }

    /// A parser of an expression alone, which has no delimiters.
    init(expression source: [UInt8], options: TemplateOptions) {
        var lexer = TemplateLexer(source: source, options: options)
        lexer.runExpression()
        self.source = source
        tokens = lexer.tokens
        words = lexer.words
        problems = lexer.problems.map { Failure(message: $0.message, help: $0.help, offset: $0.offset) }
    }

    /// The statements of a whole template.
    mutating func parseTemplate() -> [TemplateStatement] {
        var statements: [TemplateStatement] = []
        while true {
            statements += parseBody()
            if current.kind == .end { return statements }
            reportStrayEnd()
            skipTag()
        }
    }

    /// The whole input as one expression.
    mutating func parseLoneExpression() -> TemplateExpression? {
        do throws(Failure) {
            let expression = try parseExpression()
            guard current.kind == .end else { throw unexpected("the end of the expression") }
            return expression
        } catch {
            problems.append(error)
            return nil
        }
    }

    // MARK: - Tokens

    var current: TemplateToken { tokens[index] }

    /// The token after the current one.
    var following: TemplateToken { tokens[min(index + 1, tokens.count - 1)] }

    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    mutating func take(_ kind: TemplateToken.Kind) -> Bool {
        guard current.kind == kind else { return false }
        advance()
        return true
    }

    func isAt(_ keyword: TemplateKeyword) -> Bool {
        current.kind == .name && Int(current.name) == keyword.rawValue
    }

    mutating func take(_ keyword: TemplateKeyword) -> Bool {
        guard isAt(keyword) else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: TemplateToken.Kind, _ what: String) throws(Failure) {
        guard take(kind) else { throw unexpected(what) }
    }

    mutating func expect(_ keyword: TemplateKeyword) throws(Failure) {
        guard take(keyword) else { throw unexpected("'\(keyword.spelling)'") }
    }

    /// A name that a variable, field or filter may have.
    mutating func expectName(_ what: String) throws(Failure) -> (name: Int, offset: Int) {
        guard current.kind == .name else { throw unexpected(what) }
        defer { advance() }
        return (Int(current.name), Int(current.start))
    }

    func text(of token: TemplateToken) -> String {
        String(decoding: source[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    func unexpected(_ expected: String) -> Failure {
        let found =
            switch current.kind {
            case .end: "the end of the template"
            case .text, .variableStart, .blockStart: "text"
            case .variableEnd, .blockEnd: "the end of the tag"
            default: "'\(text(of: current))'"
            }
        return Failure(message: "expected \(expected), but found \(found)", help: nil, offset: Int(current.start))
    }

    mutating func report(_ failure: Failure) {
        problems.append(failure)
    }

    /// Moves behind the end of the current tag.
    mutating func skipTag() {
        while true {
            switch current.kind {
            case .blockEnd, .variableEnd:
                advance()
                return
            case .end, .text, .blockStart, .variableStart: return
            default: advance()
            }
        }
    }

    // MARK: - Depth

    mutating func enter() throws(Failure) {
        depth += 1
        if depth > Self.depthLimit {
            throw Failure(
                message: "tags and expressions lie more than \(Self.depthLimit) levels deep",
                help: "move a part into a macro or a variable",
                offset: Int(current.start)
            )
        }
    }

    mutating func leave() {
        depth -= 1
    }

    mutating func newWord(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        return words.number(of: bytes, from: 0, to: bytes.count)
    }
}
