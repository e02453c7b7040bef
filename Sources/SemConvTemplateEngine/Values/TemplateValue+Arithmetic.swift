#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The arithmetic of templates: integers of 64 bits, floats, and a few operators for strings and lists.
enum TemplateArithmetic {
    /// How large a string or list may become.
    struct Bounds {
        var textBytes: Int
        var listElements: Int
    }

    static func add(_ left: TemplateValue, _ right: TemplateValue, _ bounds: Bounds) throws(TemplateError)
        -> TemplateValue
    {
        switch (left, right) {
        case (.string(let left), .string(let right)):
            if left.utf8.count + right.utf8.count > bounds.textBytes { throw .tooLarge(bounds.textBytes) }
            return .string(left + right)
        case (.list(let left), .list(let right)):
            if left.count + right.count > bounds.listElements { throw tooManyElements(bounds) }
            return .list(left + right)
        default: return try number("+", left, right, { $0.addingReportingOverflow($1) }, { $0 + $1 })
        }
    }

    static func subtract(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> TemplateValue {
        try number("-", left, right, { $0.subtractingReportingOverflow($1) }, { $0 - $1 })
    }

    static func multiply(_ left: TemplateValue, _ right: TemplateValue, _ bounds: Bounds) throws(TemplateError)
        -> TemplateValue
    {
        switch (left, right) {
        case (.string(let text), .int(let count)), (.int(let count), .string(let text)):
            let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: max(count, 0))
            if overflow || size > bounds.textBytes { throw .tooLarge(bounds.textBytes) }
            return .string(size == 0 ? "" : String(repeating: text, count: count))
        case (.list(let values), .int(let count)), (.int(let count), .list(let values)):
            let (size, overflow) = values.count.multipliedReportingOverflow(by: max(count, 0))
            if overflow || size > bounds.listElements { throw tooManyElements(bounds) }
            return .list(size == 0 ? [] : Array(repeatElement(values, count: count).joined()))
        default: return try number("*", left, right, { $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })
        }
    }

    /// Always a float.
    static func divide(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> TemplateValue {
        guard let first = left.numeric, let second = right.numeric else { throw mismatch("/", left, right) }
        if second == 0 { throw TemplateError(.templateType, "division by zero") }
        return .double(first / second)
    }

    /// Rounded down, as in Python.
    static func floorDivide(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> TemplateValue {
        if right.numeric == 0 { throw TemplateError(.templateType, "division by zero") }
        return try number(
            "//",
            left,
            right,
            { first, second in
                let (quotient, overflow) = first.dividedReportingOverflow(by: second)
                let isExact = overflow || first == quotient &* second
                return (isExact || (first < 0) == (second < 0) ? quotient : quotient - 1, overflow)
            },
            { ($0 / $1).rounded(.down) }
        )
    }

    /// With the sign of the divisor, as in Python.
    static func modulo(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> TemplateValue {
        if right.numeric == 0 { throw TemplateError(.templateType, "division by zero") }
        return try number(
            "%",
            left,
            right,
            { first, second in
                if second == -1 { return (0, false) }
                let rest = first % second
                return (rest != 0 && (rest < 0) != (second < 0) ? rest + second : rest, false)
            },
            { $0 - ($0 / $1).rounded(.down) * $1 }
        )
    }

    static func power(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> TemplateValue {
        if case .int(let base) = left, case .int(let exponent) = right, exponent >= 0 {
            return .int(try power(base, exponent))
        }
        guard let first = left.numeric, let second = right.numeric else { throw mismatch("**", left, right) }
        return .double(pow(first, second))
    }

    private static func power(_ base: Int, _ exponent: Int) throws(TemplateError) -> Int {
        var result = 1
        var square = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 {
                let (product, overflow) = result.multipliedReportingOverflow(by: square)
                if overflow { throw self.overflow("**") }
                result = product
            }
            rest >>= 1
            if rest == 0 { break }
            let (product, overflow) = square.multipliedReportingOverflow(by: square)
            if overflow { throw self.overflow("**") }
            square = product
        }
        return result
    }

    static func negate(_ value: TemplateValue) throws(TemplateError) -> TemplateValue {
        switch value {
        case .int(let number):
            let (result, overflow) = 0.subtractingReportingOverflow(number)
            if overflow { throw self.overflow("-") }
            return .int(result)
        case .double(let number): return .double(-number)
        default: throw TemplateError(.templateType, "'-' expects a number, but got \(value.kindName)")
        }
    }

    /// Whether `left` comes before `right`, for `<` and its kin, which refuse values of different kinds.
    static func precedes(_ sign: String, _ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): return left < right
        case (.string, .string), (.list, .list): return try left.precedes(right)
        default:
            guard let first = left.numeric, let second = right.numeric else { throw mismatch(sign, left, right) }
            return first < second
        }
    }

    // MARK: - Numbers

    private static func number(
        _ sign: String,
        _ left: TemplateValue,
        _ right: TemplateValue,
        _ integers: (Int, Int) -> (Int, Bool),
        _ floats: (Double, Double) -> Double
    ) throws(TemplateError) -> TemplateValue {
        if let first = integer(left), let second = integer(right) {
            let (result, overflow) = integers(first, second)
            if overflow { throw self.overflow(sign) }
            return .int(result)
        }
        guard let first = left.numeric, let second = right.numeric else { throw mismatch(sign, left, right) }
        return .double(floats(first, second))
    }

    private static func integer(_ value: TemplateValue) -> Int? {
        switch value {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }

    private static func overflow(_ sign: String) -> TemplateError {
        TemplateError(.templateLimit, "the result of '\(sign)' does not fit an integer of 64 bits")
    }

    private static func mismatch(_ sign: String, _ left: TemplateValue, _ right: TemplateValue) -> TemplateError {
        TemplateError(.templateType, "'\(sign)' cannot take \(left.kindName) and \(right.kindName)")
    }

    static func tooManyElements(_ bounds: Bounds) -> TemplateError {
        TemplateError(.templateLimit, "a list would have more than \(bounds.listElements) elements")
    }
}
