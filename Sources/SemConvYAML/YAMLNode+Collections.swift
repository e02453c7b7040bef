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
            let record = document.arena.nodes[Int(place)]
            cursor = record.next(after: place)
            return YAMLNode(document: document, record: record, place: place)
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
            let keyPlace = cursor
            let key = document.arena.nodes[Int(keyPlace)]
            let valuePlace = key.next(after: keyPlace)
            let value = document.arena.nodes[Int(valuePlace)]
            cursor = value.next(after: valuePlace)
            return (
                YAMLNode(document: document, record: key, place: keyPlace),
                YAMLNode(document: document, record: value, place: valuePlace)
            )
        }
    }

    /// The elements of a sequence, in order; nothing for other nodes.
    package var elements: Elements {
        let node = node
        let isSequence = kind == .sequence
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

    /// The entries of a mapping whose keys are looked up in a list of words on the way.
    ///
    /// Costs half of what the entries and a look-up of each key do.
    package struct KeyedEntries: Sendable {
        let document: YAMLDocument
        private var cursor: UInt32
        private let end: UInt32
        private var keyPlace: UInt32
        /// The position of the last entry's key in the list; `nil` for a key that is not there.
        package private(set) var keyword: Int?

        init(_ node: YAMLNode) {
            document = node.document
            cursor = node.index &+ 1
            keyPlace = node.index
            let record = node.node
            end = record.kind == .mapping ? record.second : cursor
        }

        /// Goes to the next entry, and sets `keyword` for it.
        ///
        /// - Returns: the entry's value; `nil` after the last one.
        package mutating func next(in keywords: YAMLKeywords) -> YAMLNode? {
            if cursor >= end { return nil }
            let document = document
            let key = document.arena.nodes[Int(cursor)]
            let valuePlace = key.next(after: cursor)
            let value = document.arena.nodes[Int(valuePlace)]
            let content = key.isAlias ? document.arena.nodes[Int(key.first)] : key
            keyPlace = cursor
            keyword = content.kind == .scalar ? keywords.index(of: content, in: document) : nil
            cursor = value.next(after: valuePlace)
            return YAMLNode(document: document, record: value, place: valuePlace)
        }

        /// The last entry's key.
        package var key: YAMLNode { YAMLNode(document: document, place: keyPlace) }
    }

    /// The entries of a mapping in the order of the file; nothing for other nodes.
    package var keyedEntries: KeyedEntries { KeyedEntries(self) }

    /// Whether a mapping has a key.
    package func contains(_ key: StaticString) -> Bool {
        let node = node
        return node.kind == .mapping && document.arena.value(of: key, from: index &+ 1, to: node.second) != nil
    }

    /// The value of a key of a mapping; the first one where the key stands twice.
    package subscript(key: StaticString) -> YAMLNode? {
        let node = node
        guard node.kind == .mapping, let value = document.arena.value(of: key, from: index &+ 1, to: node.second) else {
            return nil
        }
        return YAMLNode(document: document, place: value)
    }
}
