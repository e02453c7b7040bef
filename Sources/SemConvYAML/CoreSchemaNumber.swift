/// Reads the numbers of the core schema: `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`, and floating-point numbers
/// with `.inf` and `.nan`.
enum CoreSchemaNumber {
    /// The number that a text is; `nil` where it is none.
    static func value(_ text: Span<UInt8>) -> YAMLScalar? {
        if text.count > 2, text[0] == UInt8(ascii: "0") {
            if text[1] == UInt8(ascii: "x") { return prefixed(text, bitsPerDigit: 4) }
            if text[1] == UInt8(ascii: "o") { return prefixed(text, bitsPerDigit: 3) }
        }
        let isNegative = text[0] == UInt8(ascii: "-")
        let start = isNegative || text[0] == UInt8(ascii: "+") ? 1 : 0
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: "."), let special = special(text, from: start, isNegative: isNegative) {
            return special
        }
        guard let isInteger = isNumber(text, from: start) else { return nil }
        if isInteger, let value = integer(text, from: start, isNegative: isNegative) { return .int(value) }
        // The standard library's conversion rounds correctly and knows no locale.
        let string = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        return Double(string).map { .double($0) }
    }

    /// `.inf` with its sign, or `.nan` without one.
    private static func special(_ text: Span<UInt8>, from start: Int, isNegative: Bool) -> YAMLScalar? {
        let word = text.extracting(start..<text.count)
        if CoreSchema.equals(word, ".inf") || CoreSchema.equals(word, ".Inf") || CoreSchema.equals(word, ".INF") {
            return .double(isNegative ? -.infinity : .infinity)
        }
        guard start == 0 else { return nil }
        if CoreSchema.equals(word, ".nan") || CoreSchema.equals(word, ".NaN") || CoreSchema.equals(word, ".NAN") {
            return .double(.nan)
        }
        return nil
    }

    /// Whether digits after the sign make a number: `true` for an integer, `false` for a floating-point number,
    /// `nil` for neither.
    private static func isNumber(_ text: Span<UInt8>, from start: Int) -> Bool? {
        var index = start
        let whole = skipDigits(text, &index)
        if index == text.count { return whole > 0 ? true : nil }
        var fraction = 0
        if text[index] == UInt8(ascii: ".") {
            index += 1
            fraction = skipDigits(text, &index)
        }
        guard whole + fraction > 0 else { return nil }
        if index < text.count, text[index] == UInt8(ascii: "e") || text[index] == UInt8(ascii: "E") {
            index += 1
            if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
            guard skipDigits(text, &index) > 0 else { return nil }
        }
        return index == text.count ? false : nil
    }

    /// Moves over decimal digits and says how many there were.
    private static func skipDigits(_ text: Span<UInt8>, _ index: inout Int) -> Int {
        let start = index
        while index < text.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[index] { index += 1 }
        return index - start
    }

    /// A decimal integer; `nil` where it does not fit 64 bits.
    private static func integer(_ text: Span<UInt8>, from start: Int, isNegative: Bool) -> Int? {
        var value = 0
        for index in start..<text.count {
            let digit = Int(text[index] &- UInt8(ascii: "0"))
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            // Counts downwards for a negative number, so that the smallest integer is in range.
            let (sum, carry) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// An octal or hexadecimal integer; a `double` where it does not fit 64 bits.
    private static func prefixed(_ text: Span<UInt8>, bitsPerDigit: Int) -> YAMLScalar? {
        var value: UInt64 = 0
        var exponent = 0
        for index in 2..<text.count {
            guard let digit = digit(text[index]), digit < 1 << bitsPerDigit else { return nil }
            if value >> (64 - bitsPerDigit) == 0, exponent == 0 {
                value = value << UInt64(bitsPerDigit) | UInt64(digit)
            } else {
                // More than 60 bits are known by now. What follows can only decide the rounding: one sticky bit.
                exponent += bitsPerDigit
                if digit != 0 { value |= 1 }
            }
        }
        if exponent == 0, let value = Int(exactly: value) { return .int(value) }
        return .double(Double(sign: .plus, exponent: exponent, significand: Double(value)))
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
