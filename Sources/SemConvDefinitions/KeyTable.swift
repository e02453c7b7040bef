internal import SemConvDiagnostics
internal import SemConvYAML

/// The keys that a mapping may have. Looks a key up by its bytes, without making a string.
///
/// A class, because tables are constants that many functions hand on; immutable.
final class KeyTable<Field: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
    let keywords: YAMLKeywords
    private let fields: [Field]

    init(dictionaryLiteral elements: (StaticString, Field)...) {
        keywords = YAMLKeywords(elements.map(\.0))
        fields = elements.map(\.1)
    }

    func field(for key: YAMLNode) -> Field? {
        keywords.index(of: key).map { fields[$0] }
    }

    /// The field of a key, by its position among the keywords.
    subscript(position: Int) -> Field { fields[position] }

    var names: [String] { keywords.words }
}

/// The spellings of a closed set of values, such as the kinds of spans.
typealias ValueTable<Value: Sendable> = KeyTable<Value>
