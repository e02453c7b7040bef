internal import SemConvTemplateEngine

/// The fields that the templates of a pack may read.
///
/// What counts is every identifier that stands in a tag of some template, in strings there too, so nothing is missed
/// that a template names.
struct FieldUse: Sendable {
    /// `nil` stands for all fields: some template reads fields whose names it computes.
    private let names: Set<String>?

    func contains(_ field: String) -> Bool { names?.contains(field) ?? true }

    /// The use of templates and of bare expressions.
    init(scanning sources: [[UInt8]], expressions: [String], syntax: TemplateSyntax) {
        var scanner = FieldUseScanner(syntax)
        for source in sources { scanner.scan(source) }
        for expression in expressions { scanner.scanExpression(Array(expression.utf8)) }
        names = scanner.readsAnyField ? nil : scanner.names
    }
}

/// Gathers the identifiers in the tags of templates.
struct FieldUseScanner {
    private(set) var names: Set<String> = []
    /// Whether some template looks at whole objects, or at fields whose names it computes.
    private(set) var readsAnyField = false

    /// Filters, methods and functions that look at whole objects, or at fields whose names they are given.
    private static let readers: Set<String> = [
        "tojson", "toyaml", "items", "keys", "values", "dictsort", "pprint", "debug", "attr", "string", "list",
        "unique",
        "groupby", "get",
    ]

    private let opening: [(start: [UInt8], end: [UInt8])]
    private let comment: (start: [UInt8], end: [UInt8])

    init(_ syntax: TemplateSyntax) {
        opening = [
            (Array(syntax.blockStart.utf8), Array(syntax.blockEnd.utf8)),
            (Array(syntax.variableStart.utf8), Array(syntax.variableEnd.utf8)),
        ]
        comment = (Array(syntax.commentStart.utf8), Array(syntax.commentEnd.utf8))
    }

    mutating func scan(_ source: [UInt8]) {
        var index = 0
        while index < source.count {
            let rest = source[index...]
            if let tag = opening.first(where: { rest.starts(with: $0.start) }) {
                index = scanCode(source, from: index + tag.start.count, to: tag.end)
            } else if rest.starts(with: comment.start) {
                index += comment.start.count
                while index < source.count, !source[index...].starts(with: comment.end) { index += 1 }
            } else {
                index += 1
            }
        }
    }

    mutating func scanExpression(_ source: [UInt8]) {
        // The expression may be a template as well, as the path of an output file is.
        _ = scanCode(source, from: 0, to: [])
    }

    /// - Returns: the place behind the code.
    private mutating func scanCode(_ source: [UInt8], from start: Int, to end: [UInt8]) -> Int {
        var index = start
        var quote: UInt8?
        /// The last byte that is no blank; what stands before an identifier or bracket tells what it means.
        var previous: UInt8 = 0
        while index < source.count {
            let byte = source[index]
            if quote == nil, !end.isEmpty, source[index...].starts(with: end) { return index + end.count }
            if Self.startsIdentifier(byte) {
                let first = index
                while index < source.count, Self.startsIdentifier(source[index]) || source[index].isASCIIDigit {
                    index += 1
                }
                add(source[first..<index], after: previous, before: source.suffix(from: index))
                previous = UInt8(ascii: "a")
                continue
            }
            if byte == UInt8(ascii: "\""), quote != UInt8(ascii: "'") { quote = quote == nil ? byte : nil }
            if byte == UInt8(ascii: "'"), quote != UInt8(ascii: "\"") { quote = quote == nil ? byte : nil }
            if byte == UInt8(ascii: "["), quote == nil, Self.endsValue(previous) {
                readsAnyField = readsAnyField || !Self.startsLiteral(source.suffix(from: index + 1))
            }
            if !byte.isBlank { previous = byte }
            index += 1
        }
        return index
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, after previous: UInt8, before rest: ArraySlice<UInt8>) {
        let name = String(decoding: bytes, as: UTF8.self)
        names.insert(name)
        let isCalled =
            previous == UInt8(ascii: "|") || previous == UInt8(ascii: ".") || rest.first == UInt8(ascii: "(")
        if isCalled, Self.readers.contains(name) { readsAnyField = true }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        startsIdentifier(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
    }

    private static func startsLiteral(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let byte = rest.first(where: { !$0.isBlank }) else { return true }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "]"): return true
        default: return byte.isASCIIDigit
        }
    }

    private static func startsIdentifier(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == UInt8(ascii: "_")
    }
}
