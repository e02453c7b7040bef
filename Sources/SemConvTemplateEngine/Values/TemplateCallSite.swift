/// What is known of a call when the template is compiled: who is called, and how its arguments are written.
final class TemplateCallSite: Sendable {
    /// What is called.
    enum Kind: Sendable {
        case filter
        case test
        case function
        case method
        case macro
    }

    let kind: Kind
    let name: String
    /// How many arguments stand without a name; the named ones follow them.
    let positionalCount: Int
    let keywords: [String]
    let keywordSymbols: [TemplateSymbol]

    init(kind: Kind, name: String, positionalCount: Int = 0, keywords: [String] = []) {
        self.kind = kind
        self.name = name
        self.positionalCount = positionalCount
        self.keywords = keywords
        keywordSymbols = keywords.map { TemplateSymbol($0) }
    }

    /// All values that a call from here takes from the stack.
    var count: Int { positionalCount + keywords.count }

    /// What messages call the called.
    var title: String {
        switch kind {
        case .filter: "filter '\(name)'"
        case .test: "test '\(name)'"
        case .function: "function '\(name)'"
        case .method: "method '\(name)'"
        case .macro: "macro '\(name)'"
        }
    }
}
