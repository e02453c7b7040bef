/// Values under names, in the order in which the names came; each name is there once.
///
/// Names compare byte for byte. Two maps are equal when they hold the same pairs, in whatever order (OpenTelemetry
/// specification, "map<string, AnyValue>"). Finding a name walks the map: it is meant for a few entries.
public struct AttributeMap: Sendable {
    /// A name and its value.
    public struct Entry: Hashable, Sendable {
        /// The name.
        public let key: String
        /// The value.
        public let value: AttributeValue

        /// Makes an entry.
        public init(key: String, value: AttributeValue) {
            self.key = key
            self.value = value
        }

        /// Whether both are the same.
        public static func == (left: Entry, right: Entry) -> Bool {
            left.key.hasSameBytes(as: right.key) && left.value == right.value
        }
    }

    private var entries: [Entry] = []

    /// Makes a map without entries.
    public init() {}

    /// Makes a map of pairs. A name that comes twice keeps its first place and takes its last value.
    public init(_ pairs: some Sequence<(String, AttributeValue)>) {
        var places: [AttributeKey<String>: Int] = [:]
        for (key, value) in pairs {
            let entry = Entry(key: key, value: value)
            if let place = places.updateValue(entries.count, forKey: AttributeKey(key)) {
                places[AttributeKey(key)] = place
                entries[place] = entry
            } else {
                entries.append(entry)
            }
        }
    }

    /// The value of a name. Setting one that is there replaces the value in its place; `nil` takes the entry away.
    public subscript(key: String) -> AttributeValue? {
        get { place(of: key).map { entries[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): entries[place] = Entry(key: key, value: value)
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    private func place(of key: String) -> Int? {
        entries.firstIndex { $0.key.hasSameBytes(as: key) }
    }
}

extension AttributeMap: RandomAccessCollection {
    /// The place of the first entry.
    public var startIndex: Int { entries.startIndex }
    /// The place after the last entry.
    public var endIndex: Int { entries.endIndex }
    /// The entry at a place.
    public subscript(position: Int) -> Entry { entries[position] }
}

extension AttributeMap: ExpressibleByDictionaryLiteral {
    /// Makes the map of a literal. A name that comes twice keeps its first place and takes its last value.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self.init(elements)
    }
}

extension AttributeMap: Hashable {
    /// Whether both are the same.
    public static func == (left: AttributeMap, right: AttributeMap) -> Bool {
        if left.entries == right.entries { return true }
        return left.count == right.count && Set(left.entries) == Set(right.entries)
    }

    /// Feeds what `==` compares to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(entries))
    }
}
