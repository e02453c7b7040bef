/// The reads that make up most of a rendering. They borrow the value, so that nothing of it is taken apart or copied
/// before it is clear that it is an object.
extension TemplateValue {
    /// The field of an object; `.undefined` if this is no object or has no such field.
    @inline(never)
    borrowing func field(_ symbol: TemplateSymbol) -> TemplateValue {
        switch self {
        case .object(let object): object[symbol]
        default: .undefined
        }
    }

    /// The string that this is.
    @inline(never)
    borrowing func string() -> String? {
        switch self {
        case .string(let text): text
        default: nil
        }
    }

    /// Whether the field of an object is true; `nil` if this is no object, or the field is undefined.
    @inline(never)
    borrowing func truth(of symbol: TemplateSymbol) -> Bool? {
        switch self {
        case .object(let object): object.truth(of: symbol)
        default: nil
        }
    }
}
