/// A dictionary that keeps the order in which its keys came, so that iterating it is deterministic.
package struct TemplateMap: Sendable {
    /// What a dictionary of a template may be keyed by.
    package enum Key: Hashable, Sendable {
        case bool(Bool)
        case int(Int)
        case string(String)
    }

    /// A key with its value.
    package struct Entry: Sendable {
        package let key: Key
        package var value: TemplateValue
    }

    package private(set) var entries: [Entry] = []
    /// Where each key stands; only kept once a linear search would be slower.
    private var index: [Key: Int] = [:]

    private static let linearLimit = 8

    package init() {}

    /// A later entry replaces an earlier one of the same key, in the earlier one's place.
    package init(_ entries: some Sequence<(String, TemplateValue)>) {
        for (key, value) in entries { self[.string(key)] = value }
    }

    package subscript(name: String) -> TemplateValue? {
        position(of: .string(name)).map { entries[$0].value }
    }

    package subscript(key: Key) -> TemplateValue? {
        get { position(of: key).map { entries[$0].value } }
        set {
            guard let newValue else { return remove(key) }
            if let position = position(of: key) {
                entries[position].value = newValue
                return
            }
            entries.append(Entry(key: key, value: newValue))
            if entries.count > Self.linearLimit { indexLast() }
        }
    }

    private mutating func indexLast() {
        if index.isEmpty {
            for (position, entry) in entries.enumerated() { index[entry.key] = position }
        } else {
            index[entries[entries.count - 1].key] = entries.count - 1
        }
    }

    private mutating func remove(_ key: Key) {
        guard let position = position(of: key) else { return }
        entries.remove(at: position)
        index = [:]
        if entries.count > Self.linearLimit { indexLast() }
    }

    private func position(of key: Key) -> Int? {
        index.isEmpty ? entries.firstIndex { $0.key == key } : index[key]
    }
}

extension TemplateMap.Key {
    /// The key that a value stands for, or `nil` where it cannot be one.
    init?(_ value: TemplateValue) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .string(let value): self = .string(value)
        default: return nil
        }
    }

    /// The key as a template sees it.
    package var value: TemplateValue {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .string(let value): .string(value)
        }
    }
}
