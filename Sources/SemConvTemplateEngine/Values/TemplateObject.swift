/// An object that a template reads by field name: a shape and one value for each of its fields.
package struct TemplateObject: Sendable {
    package let shape: TemplateShape
    package let values: [TemplateValue]

    /// - Precondition: there is one value for each field of the shape, in its order.
    package init(shape: TemplateShape, values: [TemplateValue]) {
        precondition(shape.fields.count == values.count, "a value for each field of '\(shape.name)'")
        self.shape = shape
        self.values = values
    }

    /// The value of a field; `.undefined` where there is no such field. For code that runs often, ask
    /// `TemplateShape.slot(of:)` once and read `values`.
    package subscript(name: String) -> TemplateValue {
        TemplateSymbol(existing: name).map { self[$0] } ?? .undefined
    }

    subscript(symbol: TemplateSymbol) -> TemplateValue {
        guard let slot = shape.slot(of: symbol) else { return .undefined }
        return values[slot]
    }
}
