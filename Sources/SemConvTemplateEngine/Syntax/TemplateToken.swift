/// A piece of a template: text, a delimiter, or a word or sign inside a tag.
struct TemplateToken {
    enum Kind: UInt8 {
        case text
        case variableStart
        case variableEnd
        case blockStart
        case blockEnd
        case name
        case integer
        case float
        case string
        case plus
        case minus
        case times
        case power
        case divide
        case floorDivide
        case modulo
        case tilde
        case dot
        case comma
        case colon
        case pipe
        case assign
        case equal
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case openParenthesis
        case closeParenthesis
        case openBracket
        case closeBracket
        case openBrace
        case closeBrace
        case end
    }

    var kind: Kind
    /// For a name: its number in the template's table of names.
    var name: Int32 = -1
    /// Byte offsets in the source.
    var start: Int32
    var end: Int32

    init(_ kind: Kind, start: Int, end: Int, name: Int = -1) {
        self.kind = kind
        self.name = Int32(truncatingIfNeeded: name)
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }
}
