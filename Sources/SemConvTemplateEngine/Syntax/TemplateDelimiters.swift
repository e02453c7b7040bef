/// The delimiters of tags as bytes, ready for scanning.
struct TemplateDelimiters {
    enum Kind {
        case block
        case variable
        case comment
    }

    struct Pair {
        let kind: Kind
        let opening: [UInt8]
        let closing: [UInt8]
    }

    let block: Pair
    let variable: Pair
    let comment: Pair
    /// The longest opening first, so that `<%=` is found before `<%`.
    private let pairs: [Pair]
    private let first: (UInt8, UInt8, UInt8)

    init(_ syntax: TemplateSyntax) {
        block = Pair(kind: .block, opening: Array(syntax.blockStart.utf8), closing: Array(syntax.blockEnd.utf8))
        variable = Pair(
            kind: .variable,
            opening: Array(syntax.variableStart.utf8),
            closing: Array(syntax.variableEnd.utf8)
        )
        comment = Pair(kind: .comment, opening: Array(syntax.commentStart.utf8), closing: Array(syntax.commentEnd.utf8))
        pairs = [variable, block, comment].filter { !$0.opening.isEmpty }.sorted {
            $0.opening.count > $1.opening.count
        }
        first = (block.opening.first ?? 0, variable.opening.first ?? 0, comment.opening.first ?? 0)
    }

    /// Whether any tag starts with this byte.
    func mayStart(_ byte: UInt8) -> Bool {
        byte == first.0 || byte == first.1 || byte == first.2
    }

    func start(in source: [UInt8], at index: Int) -> Pair? {
        for pair in pairs where matches(pair.opening, in: source, at: index) { return pair }
        return nil
    }

    func matches(_ bytes: [UInt8], in source: [UInt8], at index: Int) -> Bool {
        guard index + bytes.count <= source.count, !bytes.isEmpty else { return false }
        for offset in bytes.indices where source[index + offset] != bytes[offset] { return false }
        return true
    }
}
