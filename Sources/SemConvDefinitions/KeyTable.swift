internal import SemConvDiagnostics
internal import SemConvYAML

/// The keys that a mapping may have. Looks a key up by its bytes, without making a string.
struct KeyTable<Field: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
    private let rows: [(key: StaticString, field: Field)]

    init(dictionaryLiteral elements: (StaticString, Field)...) {
        rows = elements.map { ($0.0, $0.1) }
    }

    func field(for key: YAMLNode) -> Field? {
        for row in rows where key.matches(row.key) { return row.field }
        return nil
    }

    var names: [String] { rows.map { $0.key.description } }
}

/// The spellings of a closed set of values, such as the kinds of spans.
typealias ValueTable<Value: Sendable> = KeyTable<Value>
