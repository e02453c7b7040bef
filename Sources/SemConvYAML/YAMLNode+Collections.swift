extension YAMLNode {
    /// The elements of a sequence, in order. Walks the arena; makes no array.
    package struct Elements: Sequence, IteratorProtocol, Sendable {
        let document: YAMLDocument
        var cursor: UInt32
        let end: UInt32
        /// The number of elements.
        package let count: Int

        package var isEmpty: Bool { count == 0 }

        /// The first element; `nil` in an empty sequence.
        package var first: YAMLNode? {
            cursor < end ? YAMLNode(document: document, place: cursor) : nil
        }

        package var underestimatedCount: Int { count }

        package mutating func next() -> YAMLNode? {
            guard cursor < end else { return nil }
            let place = cursor
            cursor = document.arena.index(after: place)
            return YAMLNode(document: document, place: place)
        }
    }

    /// The entries of a mapping in the order of the file. Walks the arena; makes no array.
    package struct Entries: Sequence, IteratorProtocol, Sendable {
        let document: YAMLDocument
        var cursor: UInt32
        let end: UInt32
        /// The number of entries.
        package let count: Int

        package var isEmpty: Bool { count == 0 }

        package var underestimatedCount: Int { count }

        package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
            guard cursor < end else { return nil }
            let key = cursor
            let value = document.arena.index(after: key)
            cursor = document.arena.index(after: value)
            return (YAMLNode(document: document, place: key), YAMLNode(document: document, place: value))
        }
    }

    /// The elements of a sequence, in order; nothing for other nodes.
    package var elements: Elements {
        let node = node
        let isSequence = node.kind == .sequence
        return Elements(
            document: document,
            cursor: index + 1,
            end: isSequence ? node.second : index + 1,
            count: isSequence ? Int(node.first) : 0
        )
    }

    /// The entries of a mapping in the order of the file; nothing for other nodes.
    package var entries: Entries {
        let node = node
        let isMapping = node.kind == .mapping
        return Entries(
            document: document,
            cursor: index + 1,
            end: isMapping ? node.second : index + 1,
            count: isMapping ? Int(node.first / 2) : 0
        )
    }

    /// The value of a key of a mapping; the first one where the key stands twice.
    package subscript(key: StaticString) -> YAMLNode? {
        for entry in entries where entry.key.matches(key) { return entry.value }
        return nil
    }
}
