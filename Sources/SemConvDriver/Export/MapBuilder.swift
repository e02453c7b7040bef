internal import SemConvDefinitions
internal import SemConvDiagnostics

/// Collects the entries of a map; what has nothing to say is not added.
struct MapBuilder {
    private var entries: [FreeValue.Entry] = []

    var value: FreeValue { .map(entries) }

    mutating func add(_ key: String, _ value: FreeValue?) {
        if let value { entries.append(FreeValue.Entry(key: key, value: value)) }
    }

    mutating func add(_ key: String, _ text: String?) {
        add(key, text.map { FreeValue.string($0) })
    }

    mutating func add(_ key: String, _ values: [FreeValue]) {
        if !values.isEmpty { add(key, .list(values)) }
    }

    /// `required`, or a map with the level and its text where there is one.
    mutating func add(_ key: String, _ level: RequirementLevel?) {
        guard let level else { return }
        let kind = level.kind.rawValue
        add(key, level.text.isEmpty ? .string(kind) : .map([FreeValue.Entry(key: kind, value: .string(level.text))]))
    }

    mutating func add(_ key: String, _ location: SourceLocation) {
        var map = MapBuilder()
        map.add("file", location.file)
        map.add("line", .int(location.line))
        map.add("column", .int(location.column))
        add(key, map.value)
    }

    mutating func addText(_ brief: String, _ note: String) {
        if !brief.isEmpty { add("brief", brief) }
        if !note.isEmpty { add("note", note) }
    }

    mutating func addStatus(_ stability: Stability?, _ deprecated: Deprecation?, _ annotations: AnnotationMap) {
        add("stability", stability?.rawValue)
        if let deprecated {
            var map = MapBuilder()
            map.add("reason", deprecated.reason)
            map.add("renamed_to", deprecated.renamedTo)
            if !deprecated.note.isEmpty { map.add("note", deprecated.note) }
            add("deprecated", map.value)
        }
        if !annotations.isEmpty { add("annotations", .map(annotations.entries)) }
    }
}
