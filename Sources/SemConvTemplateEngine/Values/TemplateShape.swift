/// The names of an object's fields, shared by all objects of one kind.
///
/// A template's `x.name` carries the number of its symbol; the shape turns that into the index of a value with one
/// look into a table. There are few symbols, the names that templates and shapes mention, so a place for each is small.
package final class TemplateShape: Sendable {
    /// What messages call an object of this shape, such as `attribute`.
    package let name: String
    package let fields: [String]
    let symbols: [TemplateSymbol]
    /// By the number of a symbol: the index of the field, or -1.
    private let slots: [Int16]

    package init(_ fields: [String], name: String) {
        self.name = name
        self.fields = fields
        symbols = fields.map { TemplateSymbol($0) }
        var slots = [Int16](repeating: -1, count: symbols.reduce(0) { max($0, Int($1.id) + 1) })
        for (slot, symbol) in symbols.enumerated() where slots[Int(symbol.id)] < 0 {
            slots[Int(symbol.id)] = Int16(truncatingIfNeeded: slot)
        }
        self.slots = slots
    }

    /// The index of a field's value, or `nil` where objects of this shape have no such field.
    package func slot(of symbol: TemplateSymbol) -> Int? {
        guard Int(symbol.id) < slots.count else { return nil }
        let slot = slots[Int(symbol.id)]
        return slot < 0 ? nil : Int(slot)
    }
}
