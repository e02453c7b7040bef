extension TemplateParser {
    /// A literal, a name, or something in brackets.
    mutating func parsePrimary() throws(Failure) -> TemplateExpression {
        let token = current
        let offset = Int(token.start)
        switch token.kind {
        case .name:
            let kind = try name(Int(token.name))
            advance()
            return TemplateExpression(kind: kind, offset: offset)
        case .string:
            advance()
            return TemplateExpression(kind: .constant(.string(try string(token))), offset: offset)
        case .integer:
            advance()
            return TemplateExpression(kind: .constant(.int(try integer(token))), offset: offset)
        case .float:
            advance()
            let digits = text(of: token).filter { $0 != "_" }
            return TemplateExpression(kind: .constant(.double(Double(digits) ?? 0)), offset: offset)
        case .openParenthesis: return try parseParentheses()
        case .openBracket:
            advance()
            return try parseList(closing: .closeBracket, "']'", elements: [], offset: offset)
        case .openBrace: return try parseDictionary()
        default: throw unexpected("an expression")
        }
    }

    private func name(_ name: Int) throws(Failure) -> TemplateExpression.Kind {
        switch TemplateKeyword(rawValue: name) {
        case .true, .True: return .constant(.bool(true))
        case .false, .False: return .constant(.bool(false))
        case .some(.none), .None: return .constant(.none)
        case .and, .or, .not, .is, .in, .if, .else: throw unexpected("an expression")
        default: return .name(name)
        }
    }

    private mutating func parseParentheses() throws(Failure) -> TemplateExpression {
        let offset = Int(current.start)
        advance()
        if take(.closeParenthesis) { return TemplateExpression(kind: .list([]), offset: offset) }
        let first = try parseExpression()
        if take(.comma) { return try parseList(closing: .closeParenthesis, "')'", elements: [first], offset: offset) }
        try expect(.closeParenthesis, "',' or ')'")
        return first
    }

    private mutating func parseList(
        closing: TemplateToken.Kind,
        _ sign: String,
        elements: [TemplateExpression],
        offset: Int
    ) throws(Failure) -> TemplateExpression {
        var elements = elements
        while !take(closing) {
            elements.append(try parseExpression())
            if current.kind != closing { try expect(.comma, "',' or \(sign)") }
        }
        let depth = elements.reduce(0) { max($0, $1.depth) }
        return TemplateExpression(kind: .list(elements), offset: offset, depth: depth + 1)
    }

    private mutating func parseDictionary() throws(Failure) -> TemplateExpression {
        let offset = Int(current.start)
        advance()
        var entries: [(key: TemplateExpression, value: TemplateExpression)] = []
        var depth = 0
        while !take(.closeBrace) {
            let key = try parseExpression()
            try expect(.colon, "':'")
            let value = try parseExpression()
            entries.append((key, value))
            depth = max(depth, key.depth, value.depth)
            if current.kind != .closeBrace { try expect(.comma, "',' or '}'") }
        }
        return TemplateExpression(kind: .dictionary(entries), offset: offset, depth: depth + 1)
    }

    // MARK: - Literals

    private func integer(_ token: TemplateToken) throws(Failure) -> Int {
        var digits = text(of: token).filter { $0 != "_" }
        var radix = 10
        switch digits.prefix(2).lowercased() {
        case "0x": radix = 16
        case "0o": radix = 8
        case "0b": radix = 2
        default: break
        }
        if radix != 10 { digits.removeFirst(2) }
        if let number = Int(digits, radix: radix) { return number }
        throw Failure(message: "'\(text(of: token))' is not an integer of 64 bits", help: nil, offset: Int(token.start))
    }

    /// The value of a string literal. One that was never closed, which the lexer has reported, is empty.
    private func string(_ token: TemplateToken) throws(Failure) -> String {
        guard token.end > token.start + 1 else { return "" }
        let range = Int(token.start) + 1..<Int(token.end) - 1
        if !source[range].contains(UInt8(ascii: "\\")) { return String(decoding: source[range], as: UTF8.self) }
        var unescaper = TemplateUnescaper(source: source, range: range)
        return try unescaper.run()
    }
}

/// Resolves the escapes of a string literal.
private struct TemplateUnescaper {
    let source: [UInt8]
    let end: Int
    var index: Int
    var scalars = String.UnicodeScalarView()

    init(source: [UInt8], range: Range<Int>) {
        self.source = source
        index = range.lowerBound
        end = range.upperBound
    }

    mutating func run() throws(TemplateParser.Failure) -> String {
        while index < end {
            let start = index
            while index < end, source[index] != UInt8(ascii: "\\") { index += 1 }
            scalars.append(contentsOf: String(decoding: source[start..<index], as: UTF8.self).unicodeScalars)
            if index < end { try readEscape() }
        }
        return String(scalars)
    }

    private mutating func readEscape() throws(TemplateParser.Failure) {
        let start = index
        index += 2
        switch source[start + 1] {
        case UInt8(ascii: "n"): scalars.append("\n")
        case UInt8(ascii: "r"): scalars.append("\r")
        case UInt8(ascii: "t"): scalars.append("\t")
        case UInt8(ascii: "b"): scalars.append("\u{8}")
        case UInt8(ascii: "f"): scalars.append("\u{c}")
        case UInt8(ascii: "0"): scalars.append("\0")
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
            scalars.append(Unicode.Scalar(source[start + 1]))
        case UInt8(ascii: "x"): try append(hex(digits: 2, start), start)
        case UInt8(ascii: "u"): try append(utf16(start), start)
        default:
            // Kept as it is, so that regular expressions need no doubled backslashes.
            scalars.append("\\")
            index = start + 1
        }
    }

    private mutating func utf16(_ start: Int) throws(TemplateParser.Failure) -> UInt32 {
        let high = try hex(digits: 4, start)
        guard 0xd800..<0xdc00 ~= high else { return high }
        guard index + 1 < end, source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "u") else {
            return high
        }
        index += 2
        let low = try hex(digits: 4, start)
        guard 0xdc00..<0xe000 ~= low else { return high }
        return 0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)
    }

    private mutating func hex(digits: Int, _ start: Int) throws(TemplateParser.Failure) -> UInt32 {
        guard index + digits <= end,
            source[index..<index + digits].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: source[index..<index + digits], as: UTF8.self), radix: 16)
        else {
            throw TemplateParser.Failure(
                message: "an escape that is not followed by \(digits) hexadecimal digits",
                help: nil,
                offset: start
            )
        }
        index += digits
        return value
    }

    private mutating func append(_ value: UInt32, _ start: Int) throws(TemplateParser.Failure) {
        guard let scalar = Unicode.Scalar(value) else {
            throw TemplateParser.Failure(message: "an escape of no Unicode scalar", help: nil, offset: start)
        }
        scalars.append(scalar)
    }
}
