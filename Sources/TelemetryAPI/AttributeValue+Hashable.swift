extension AttributeValue: Hashable {
    /// Whether both are the same.
    public static func == (left: AttributeValue, right: AttributeValue) -> Bool {
        switch (left, right) {
        case (.empty, .empty): return true
        case (.string(let left), .string(let right)): return left.hasSameBytes(as: right)
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)): return left == right
        case (.double(let left), .double(let right)): return left.identity == right.identity
        case (.bytes(let left), .bytes(let right)): return left == right
        case (.map(let left), .map(let right)): return left == right
        default:
            guard let count = left.elementCount, count == right.elementCount else { return false }
            return (0..<count).allSatisfy { left.element($0) == right.element($0) }
        }
    }

    /// Feeds what `==` compares to a hasher.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .empty: hasher.combine(0)
        case .string(let value): hasher.combine(value)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value.identity)
        case .bytes(let value): hasher.combine(value)
        case .map(let value): hasher.combine(value)
        case .stringArray, .boolArray, .intArray, .doubleArray, .array:
            let count = elementCount ?? 0
            hasher.combine(count)
            for position in 0..<count { hasher.combine(element(position)) }
        }
    }

    /// How many elements a list has, whatever its form; `nil` for what is not a list.
    private var elementCount: Int? {
        switch self {
        case .stringArray(let values): values.count
        case .boolArray(let values): values.count
        case .intArray(let values): values.count
        case .doubleArray(let values): values.count
        case .array(let values): values.count
        case .empty, .string, .bool, .int, .double, .bytes, .map: nil
        }
    }

    /// An element of a list, whatever its form.
    private func element(_ position: Int) -> AttributeValue {
        switch self {
        case .stringArray(let values): .string(values[position])
        case .boolArray(let values): .bool(values[position])
        case .intArray(let values): .int(values[position])
        case .doubleArray(let values): .double(values[position])
        case .array(let values): values[position]
        case .empty, .string, .bool, .int, .double, .bytes, .map: .empty
        }
    }
}

extension Double {
    /// Equal for numbers that mean the same series of a metric: both zeros, and every NaN.
    fileprivate var identity: UInt64 {
        if isNaN { return Double.nan.bitPattern }
        return self == 0 ? 0 : bitPattern
    }
}
