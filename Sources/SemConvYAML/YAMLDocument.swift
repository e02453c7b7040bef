package import SemConvDiagnostics

/// One YAML document in memory: an arena of nodes over one buffer of text.
///
/// A class, because nodes point back at it and a copy of a node must stay cheap; immutable, hence `Sendable`.
package final class YAMLDocument: Sendable {
    /// The path of the file, as the user named it.
    package let file: String

    init(file: String) {
        self.file = file
    }

    /// The top node; `nil` for a file that holds no document (empty, or comments alone).
    package var root: YAMLNode? { nil }
}

/// A value of YAML's core schema (YAML 1.2.2, section 10.3.2). A quoted or block scalar is always a string.
package enum YAMLScalar: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Also an integer too large for 64 bits.
    case double(Double)
    case string(String)
}

/// A node of a document. Aliases have been followed: a node is what its anchor names, with the alias's own place.
package struct YAMLNode: Sendable {
    package enum Kind: Hashable, Sendable {
        case scalar
        case sequence
        case mapping
    }

    let document: YAMLDocument
    let index: UInt32

    package var kind: Kind { .scalar }
    /// Where the node starts.
    package var location: SourceLocation { SourceLocation(file: document.file, line: 1, column: 1) }
    /// The number of elements of a sequence or of entries of a mapping; 0 for a scalar.
    package var count: Int { 0 }

    // MARK: Scalars

    /// Whether this is a plain scalar (neither quoted nor a block), whose text the core schema interprets.
    package var isPlain: Bool { false }
    /// The text of a scalar, whatever its type; empty for a collection.
    package var string: String { "" }
    /// The text's UTF-8 is equal to `text`. Compares bytes; makes no string.
    package func matches(_ text: StaticString) -> Bool { false }
    /// A plain `null`, `~` or nothing at all.
    package var isNull: Bool { false }
    /// The value by the core schema; for a collection `.null`.
    package var scalar: YAMLScalar { .null }

    // MARK: Collections

    /// The elements of a sequence, in order; nothing for other nodes.
    package var elements: [YAMLNode] { [] }
    /// The entries of a mapping in the order of the file; nothing for other nodes.
    package var entries: [(key: YAMLNode, value: YAMLNode)] { [] }
    /// The value of a key of a mapping.
    package subscript(key: StaticString) -> YAMLNode? { nil }
}
