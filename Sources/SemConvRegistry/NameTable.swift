internal import SemConvYAML

/// Values by name, in the order in which the names came.
struct NameTable<Value> {
    private var index: NameIndex
    /// The values in the order of `names`.
    private(set) var values: [Value] = []

    init(capacity: Int = 0) {
        index = NameIndex(capacity: capacity)
        values.reserveCapacity(capacity)
    }

    var names: [String] { index.names }

    subscript(name: String) -> Value? {
        index.number(of: name).map { values[$0] }
    }

    /// Enters a value, unless the name has one.
    ///
    /// - Returns: whether it had none.
    mutating func insert(_ value: Value, for name: String) -> Bool {
        let isNew = index.insert(name).isNew
        if isNew { values.append(value) }
        return isNew
    }

    /// Enters a value in place of the one that the name may have.
    mutating func set(_ value: Value, for name: String) {
        let (number, isNew) = index.insert(name)
        if isNew { values.append(value) } else { values[number] = value }
    }
}

extension NameTable: Sendable where Value: Sendable {}
