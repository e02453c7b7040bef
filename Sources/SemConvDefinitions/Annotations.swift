/// A value of free form: what stands in `annotations`, or as an example.
package enum FreeValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([FreeValue])
    case map([Entry])

    /// A key of a map, in the order of the file.
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var value: FreeValue

        package init(key: String, value: FreeValue) {
            self.key = key
            self.value = value
        }
    }

    package subscript(key: String) -> FreeValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }
}

/// The `annotations` of a definition: a free map, of which a few keys have a meaning.
package struct AnnotationMap: Hashable, Sendable {
    package var entries: [FreeValue.Entry]

    package init(entries: [FreeValue.Entry] = []) {
        self.entries = entries
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(key: String) -> FreeValue? {
        entries.first { $0.key == key }?.value
    }

    /// These annotations with others laid over them: maps are merged key by key, other values are replaced.
    package func merged(with upper: AnnotationMap) -> AnnotationMap {
        if entries.isEmpty { return upper }
        return AnnotationMap(entries: Self.merge(entries, upper.entries))
    }

    private static func merge(_ lower: [FreeValue.Entry], _ upper: [FreeValue.Entry]) -> [FreeValue.Entry] {
        var result = lower
        for entry in upper {
            guard let index = result.firstIndex(where: { $0.key == entry.key }) else {
                result.append(entry)
                continue
            }
            if case .map(let old) = result[index].value, case .map(let new) = entry.value {
                result[index].value = .map(merge(old, new))
            } else {
                result[index].value = entry.value
            }
        }
        return result
    }

    /// `code_generation.exclude`: no code is made for the definition.
    package var isExcludedFromCodeGeneration: Bool {
        isTrue("code_generation", "exclude")
    }

    /// `dependency_resolution.exclude`: other registries cannot see the definition.
    package var isExcludedFromDependencyResolution: Bool {
        isTrue("dependency_resolution", "exclude")
    }

    /// `code_generation.metric_value_type`: `int` or `double`; `nil` where absent or something else.
    package var metricValueType: AttributeType.Primitive? {
        switch value("code_generation", "metric_value_type") {
        case .string("int"): .int
        case .string("double"): .double
        default: nil
        }
    }

    private func isTrue(_ key: String, _ inner: String) -> Bool {
        if case .bool(true)? = value(key, inner) { true } else { false }
    }

    /// The value of a key in the map of another. Nothing is copied on the way, as every definition is asked.
    private func value(_ key: String, _ inner: String) -> FreeValue? {
        for place in entries.indices where entries[place].key == key {
            guard case .map(let map) = entries[place].value else { return nil }
            for place in map.indices where map[place].key == inner { return map[place].value }
            return nil
        }
        return nil
    }
}
