/// The reads that make up most of a rendering.
///
/// They are methods that borrow the value and are called on it where it lies, as in `stack[position].truth(of: name)`:
/// so the optimizer looks at it in place. A pattern match on `stack[position]` in the machine would copy the object
/// first, which counts a reference up and down.
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
