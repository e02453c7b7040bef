internal import SemConvYAML

/// The reads that make up most of a rendering, of values that lie on the machine's stack.
///
/// None changes the value. They are mutating because an element of an array is lent to such a function, and copied for
/// all others, and must not be inlined to stay so; the copies took longer than the reads.
extension TemplateValue {
    /// The field of an object; `.undefined` if this is no object or has no such field.
    @inline(never)
    mutating func field(_ symbol: TemplateSymbol) -> TemplateValue {
        switch self {
        case .object(let object): object[symbol]
        default: .undefined
        }
    }

    /// Writes the field of an object where it is a text, and tells whether it is.
    @inline(never)
    mutating func write(_ symbol: TemplateSymbol, to output: inout ByteBuffer) -> Bool {
        switch self {
        case .object(let object): object.write(symbol, to: &output)
        default: false
        }
    }

    /// Writes the string that this is; whether it is one.
    @inline(never)
    mutating func write(to output: inout ByteBuffer) -> Bool {
        switch self {
        case .string(let text):
            output.append(utf8: text)
            return true
        default: return false
        }
    }

    /// Whether the field of an object is true; `nil` if this is no object, or the field is undefined.
    @inline(never)
    mutating func truth(of symbol: TemplateSymbol) -> Bool? {
        switch self {
        case .object(let object): object.truth(of: symbol)
        default: nil
        }
    }
}
