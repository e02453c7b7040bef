extension TemplateLexer {
    /// Reads one word or sign; the position is at neither a space nor the end of the tag.
    mutating func readToken(closing: [UInt8]) {
        let byte = source[position]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): readName()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(quote: byte, closing: closing)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): openBracket(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): closeBracket(byte)
        default: readSign(byte)
        }
    }

    private mutating func readName() {
        let start = position
        while position < source.count, isNameByte(source[position]) { position += 1 }
        addName(from: start, to: position)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private func isDigit(at index: Int) -> Bool {
        index < source.count && UInt8(ascii: "0")...UInt8(ascii: "9") ~= source[index]
    }

    private mutating func readNumber() {
        let start = position
        var kind = TemplateToken.Kind.integer
        if source[position] == UInt8(ascii: "0"), position + 1 < source.count,
            "xXoObB".utf8.contains(source[position + 1])
        {
            position += 2
            while position < source.count, isNameByte(source[position]) { position += 1 }
            return add(.integer, from: start, to: position)
        }
        skipDigits()
        // `1.5` is a float; `1.foo` and `1..2` are not.
        if position < source.count, source[position] == UInt8(ascii: "."), isDigit(at: position + 1) {
            kind = .float
            position += 1
            skipDigits()
        }
        if position < source.count, source[position] | 0x20 == UInt8(ascii: "e") {
            let signed = position + 1 < source.count && "+-".utf8.contains(source[position + 1])
            if isDigit(at: position + (signed ? 2 : 1)) {
                kind = .float
                position += signed ? 2 : 1
                skipDigits()
            }
        }
        if source[position - 1] == UInt8(ascii: "_") { report("a number cannot end with '_'", at: start) }
        let end = position
        if position < source.count, isNameByte(source[position]) {
            while position < source.count, isNameByte(source[position]) { position += 1 }
            report("a name cannot start with a digit", at: start)
        }
        add(kind, from: start, to: end)
    }

    private mutating func skipDigits() {
        while isDigit(at: position) || position < source.count && source[position] == UInt8(ascii: "_") {
            position += 1
        }
    }

    private mutating func readString(quote: UInt8, closing: [UInt8]) {
        let start = position
        position += 1
        while position < source.count, source[position] != quote {
            position += source[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < source.count else {
            report("the string is not closed", at: start)
            // Go on at the end of the tag, so that what follows is still checked.
            position = start + 1
            while position < source.count, !delimiters.matches(closing, in: source, at: position) { position += 1 }
            brackets = []
            return add(.string, from: start, to: start)
        }
        position += 1
        add(.string, from: start, to: position)
    }

    private mutating func openBracket(_ byte: UInt8) {
        brackets.append(byte)
        let kind: TemplateToken.Kind =
            switch byte {
            case UInt8(ascii: "("): .openParenthesis
            case UInt8(ascii: "["): .openBracket
            default: .openBrace
            }
        add(kind, from: position, to: position + 1)
        position += 1
    }

    private mutating func closeBracket(_ byte: UInt8) {
        _ = brackets.popLast()
        let kind: TemplateToken.Kind =
            switch byte {
            case UInt8(ascii: ")"): .closeParenthesis
            case UInt8(ascii: "]"): .closeBracket
            default: .closeBrace
            }
        add(kind, from: position, to: position + 1)
        position += 1
    }

    private mutating func readSign(_ byte: UInt8) {
        let next = position + 1 < source.count ? source[position + 1] : 0
        if let kind = Self.longSign(byte, next) {
            add(kind, from: position, to: position + 2)
            position += 2
        } else if let kind = Self.shortSign(byte) {
            add(kind, from: position, to: position + 1)
            position += 1
        } else {
            let start = position
            position += 1
            while position < source.count, source[position] & 0xc0 == 0x80 { position += 1 }
            let sign = String(decoding: source[start..<position], as: UTF8.self)
            report("unexpected character '\(sign)'", at: start, help: Self.hint(for: byte))
        }
    }

    private static func hint(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "write 'and'"
        case UInt8(ascii: "!"): "write 'not'"
        case UInt8(ascii: "?"): "write 'a if condition else b'"
        default: nil
        }
    }

    private static func longSign(_ first: UInt8, _ second: UInt8) -> TemplateToken.Kind? {
        switch (first, second) {
        case (UInt8(ascii: "*"), UInt8(ascii: "*")): .power
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): .floorDivide
        case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
        default: nil
        }
    }

    private static func shortSign(_ byte: UInt8) -> TemplateToken.Kind? {
        switch byte {
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .times
        case UInt8(ascii: "/"): .divide
        case UInt8(ascii: "%"): .modulo
        case UInt8(ascii: "~"): .tilde
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "|"): .pipe
        case UInt8(ascii: "="): .assign
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        default: nil
        }
    }
}
