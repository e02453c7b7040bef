/// The names of an object's fields, shared by all objects of one kind.
///
/// A template's `x.name` carries the number of its symbol; the shape turns that into the index of a value with one
/// look into a small table.
package final class TemplateShape: Sendable {
    /// What messages call an object of this shape, such as `attribute`.
    package let name: String
    package let fields: [String]
    /// Open addressing: symbol number + 1 in the high half, slot in the low half, zero where free.
    private let table: [UInt64]
    private let mask: UInt32

    package init(_ fields: [String], name: String) {
        self.name = name
        self.fields = fields
        var size = 4
        while size < fields.count * 2 { size *= 2 }
        mask = UInt32(truncatingIfNeeded: size - 1)
        var table = [UInt64](repeating: 0, count: size)
        for (slot, field) in fields.enumerated() {
            let symbol = TemplateSymbol(field).id
            var index = Int(symbol & mask)
            while table[index] != 0 { index = (index + 1) & (size - 1) }
            table[index] = UInt64(symbol + 1) << 32 | UInt64(slot)
        }
        self.table = table
    }

    /// The index of a field's value, or `nil` where objects of this shape have no such field.
    package func slot(of field: String) -> Int? {
        TemplateSymbol(existing: field).flatMap { slot(of: $0) }
    }

    func slot(of symbol: TemplateSymbol) -> Int? {
        var index = symbol.id & mask
        while true {
            let entry = table[Int(index)]
            if entry >> 32 == UInt64(symbol.id) + 1 { return Int(truncatingIfNeeded: entry & 0xffff_ffff) }
            if entry == 0 { return nil }
            index = (index + 1) & mask
        }
    }
}
