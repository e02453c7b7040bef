/// The fields that the templates of a pack may read.
///
/// Views make only these: a pack that never says `note` does not pay for notes. What counts is every identifier that
/// stands anywhere in a template, in text and strings too, so nothing is missed that a template names.
struct FieldUse: Sendable {
    /// `nil` stands for all fields: some template reads fields whose names it computes.
    private let names: Set<String>?

    static let all = FieldUse(names: nil)

    private init(names: Set<String>?) {
        self.names = names
    }

    func contains(_ field: String) -> Bool {
        names?.contains(field) ?? true
    }

    /// What filters and tests read of the objects handed to them.
    private static let readByFilters: Set<String> = [
        "name", "key", "stability", "deprecated", "requirement_level", "type", "members", "value",
    ]
    /// Filters, tests and functions that look at whole objects, or at fields whose names they are given.
    private static let readsAll: Set<String> = [
        "tojson", "toyaml", "items", "keys", "values", "dictsort", "pprint", "debug", "attr", "string", "list",
        "unique", "groupby", "body_fields",
    ]

    /// The use of a set of template sources.
    init(scanning sources: [[UInt8]]) {
        var names = Self.readByFilters
        for source in sources {
            guard Self.scan(source, into: &names) else {
                self.names = nil
                return
            }
        }
        self.names = names.isDisjoint(with: Self.readsAll) ? names : nil
    }

    /// - Returns: whether all names are known; a subscript with anything but a literal may read any field.
    private static func scan(_ source: [UInt8], into names: inout Set<String>) -> Bool {
        var index = 0
        var followsValue = false
        while index < source.count {
            let byte = source[index]
            if isIdentifierStart(byte) {
                let start = index
                while index < source.count, isIdentifierStart(source[index]) || isDigit(source[index]) { index += 1 }
                names.insert(String(decoding: source[start..<index], as: UTF8.self))
                followsValue = true
                continue
            }
            if byte == UInt8(ascii: "["), followsValue, !startsLiteral(source, after: index) { return false }
            followsValue = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
            index += 1
        }
        return true
    }

    private static func startsLiteral(_ source: [UInt8], after bracket: Int) -> Bool {
        guard let byte = source[(bracket + 1)...].first(where: { $0 != UInt8(ascii: " ") }) else { return true }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "]"): return true
        default: return isDigit(byte)
        }
    }

    private static func isIdentifierStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
