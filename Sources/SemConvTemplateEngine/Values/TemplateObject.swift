package import SemConvYAML

/// Things of one kind that templates read by field name.
///
/// A field is made when a template reads it: what no template asks for costs nothing, and a text goes from where it is
/// made into the output. A template that reads a field twice makes it twice, so what takes long is made beforehand.
package protocol TemplateRecords: AnyObject, Sendable {
    var shape: TemplateShape { get }
    /// The field of one of the things; `.undefined` where they have no such field.
    func value(of symbol: TemplateSymbol, at index: Int) -> TemplateValue
    /// Whether an `if` takes that field; `nil` where it is undefined.
    func truth(of symbol: TemplateSymbol, at index: Int) -> Bool?
    /// Writes the field of one of the things where it is a text, which then need not be made first.
    ///
    /// - Returns: whether it was written; if not, nothing was.
    func write(_ symbol: TemplateSymbol, at index: Int, to output: inout ByteBuffer) -> Bool
}

extension TemplateRecords {
    package func write(_ symbol: TemplateSymbol, at index: Int, to output: inout ByteBuffer) -> Bool {
        guard case .string(let text) = value(of: symbol, at: index) else { return false }
        output.append(utf8: text)
        return true
    }
}

/// An object that a template reads by field name: one of some records.
package struct TemplateObject: Sendable {
    private let records: any TemplateRecords
    // As narrow as a list may be long, which keeps all values small.
    private let index: Int32

    package init(_ records: any TemplateRecords, at index: Int) {
        self.records = records
        self.index = Int32(truncatingIfNeeded: index)
    }

    /// An object of values that are there already.
    ///
    /// - Precondition: there is one value for each field of the shape, in its order.
    package init(shape: TemplateShape, values: [TemplateValue]) {
        self.init(TemplateFields(shape: shape, values: values), at: 0)
    }

    package var shape: TemplateShape { records.shape }

    /// The values of all fields, in the order of the shape.
    package var values: [TemplateValue] { shape.symbols.map { self[$0] } }

    /// The value of a field; `.undefined` where there is no such field.
    package subscript(name: String) -> TemplateValue {
        TemplateSymbol(existing: name).map { self[$0] } ?? .undefined
    }

    @inline(__always)
    subscript(symbol: TemplateSymbol) -> TemplateValue {
        records.value(of: symbol, at: Int(index))
    }

    /// Whether an `if` takes a field; `nil` where it is undefined.
    @inline(__always)
    func truth(of symbol: TemplateSymbol) -> Bool? {
        records.truth(of: symbol, at: Int(index))
    }

    /// Writes a field where it is a text, and tells whether it is.
    @inline(__always)
    func write(_ symbol: TemplateSymbol, to output: inout ByteBuffer) -> Bool {
        records.write(symbol, at: Int(index), to: &output)
    }
}

/// The values of one object.
private final class TemplateFields: TemplateRecords {
    let shape: TemplateShape
    private let values: [TemplateValue]

    init(shape: TemplateShape, values: [TemplateValue]) {
        precondition(shape.fields.count == values.count, "a value for each field of '\(shape.name)'")
        self.shape = shape
        self.values = values
    }

    func value(of symbol: TemplateSymbol, at index: Int) -> TemplateValue {
        guard let slot = shape.slot(of: symbol) else { return .undefined }
        return values[slot]
    }

    func truth(of symbol: TemplateSymbol, at index: Int) -> Bool? {
        guard let slot = shape.slot(of: symbol) else { return nil }
        return values[slot].isUndefined ? nil : values[slot].isTrue
    }
}
