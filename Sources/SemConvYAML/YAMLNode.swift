package import SemConvDiagnostics

/// A node of a document. Aliases have been followed: a node is what its anchor names, with the alias's own place.
package struct YAMLNode: Sendable {
    package enum Kind: Hashable, Sendable {
        case scalar
        case sequence
        case mapping
    }

    let document: YAMLDocument
    /// The node with the content.
    let index: UInt32
    /// The node where the file has it: differs from `index` for an alias.
    let place: UInt32
    /// Stored, since other modules ask every node for it, and none of our functions can be inlined there.
    package let kind: Kind

    init(document: YAMLDocument, place: UInt32) {
        self.init(document: document, record: document.arena.nodes[Int(place)], place: place)
    }

    /// - Parameter record: what the arena holds at `place`.
    @inline(__always)
    init(document: YAMLDocument, record: ArenaNode, place: UInt32) {
        self.document = document
        self.place = place
        var record = record
        if record.isAlias {
            self.index = record.first
            record = document.arena.nodes[Int(record.first)]
        } else {
            self.index = place
        }
        switch record.kind {
        case .scalar, .alias: kind = .scalar
        case .sequence: kind = .sequence
        case .mapping: kind = .mapping
        }
    }

    /// The content's record in the arena.
    var node: ArenaNode { document.arena.nodes[Int(index)] }

    /// Where the node starts; where it has an anchor or a tag, that is the start. For an alias, the alias's place.
    package var location: SourceLocation {
        let node = document.arena.nodes[Int(place)]
        return SourceLocation(file: document.file, line: Int(node.line), column: Int(node.column))
    }

    /// The number of elements of a sequence or of entries of a mapping; 0 for a scalar.
    package var count: Int {
        let node = node
        switch node.kind {
        case .scalar, .alias: return 0
        case .sequence: return Int(node.first)
        case .mapping: return Int(node.first / 2)
        }
    }

    // MARK: Scalars

    /// Whether this is a plain scalar (neither quoted nor a block), whose text the core schema interprets.
    ///
    /// A core tag decides before the style does: `!!str 1` is not plain and `!!int "1"` is.
    package var isPlain: Bool { node.isInterpreted }

    /// The text of a scalar, whatever its type; empty for a collection.
    package var string: String {
        document.arena.string(of: node)
    }

    /// Gives access to the UTF-8 of a scalar's text without making a string; nothing for a collection.
    package func withUTF8<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try document.arena.withText(of: node, body)
    }

    /// The text's UTF-8 is equal to `text`. Compares bytes; makes no string.
    package func matches(_ text: StaticString) -> Bool {
        let node = node
        guard node.kind == .scalar, Int(node.second) == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            unsafe document.arena.holds(expected, at: Int(node.first))
        }
    }

    /// A plain `null`, `~` or nothing at all.
    package var isNull: Bool {
        let node = node
        guard node.isInterpreted, node.second <= 4, node.kind == .scalar else { return false }
        return withUTF8(CoreSchema.isNull)
    }

    /// Whether this is a scalar that the core schema takes for a string.
    package var isString: Bool { isString(node) }

    @inline(__always)
    private func isString(_ node: ArenaNode) -> Bool {
        node.kind == .scalar && (!node.isInterpreted || document.arena.withText(of: node, CoreSchema.isString))
    }

    /// The text of a scalar that the core schema takes for a string; `nil` for any other node.
    package var stringValue: String? {
        let node = node
        return isString(node) ? document.arena.string(of: node) : nil
    }

    /// The value by the core schema; for a collection `.null`.
    package var scalar: YAMLScalar {
        let node = node
        guard node.kind == .scalar else { return .null }
        guard node.isInterpreted else { return .string(string) }
        let value = withUTF8(CoreSchema.scalar) ?? .string(string)
        if node.isFloat, case .int(let number) = value { return .double(Double(number)) }
        return value
    }
}
