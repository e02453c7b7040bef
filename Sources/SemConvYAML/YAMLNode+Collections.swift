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

    /// Calls `body` for each entry of a mapping in the order of the file; never for other nodes.
    ///
    /// Costs half of what the entries and a look-up of each key do.
    ///
    /// - Parameter body: receives the key's position in `keywords`, or `nil` for a key that is not there.
    package func forEachEntry(
        _ keywords: YAMLKeywords,
        _ body: (_ keyword: Int?, _ key: YAMLNode, _ value: YAMLNode) -> Void
    ) {
        let node = node
        guard node.kind == .mapping else { return }
        unsafe document.arena.nodes.withUnsafeBufferPointer { nodes in
            var cursor = index &+ 1
            while cursor < node.second {
                let key = unsafe nodes[Int(cursor)]
                let valuePlace = key.next(after: cursor)
                let value = unsafe nodes[Int(valuePlace)]
                let content = unsafe key.isAlias ? nodes[Int(key.first)] : key
                body(
                    content.kind == .scalar ? keywords.index(of: content, in: document.arena) : nil,
                    YAMLNode(document: document, record: key, place: cursor),
                    YAMLNode(document: document, record: value, place: valuePlace)
                )
                cursor = value.next(after: valuePlace)
            }
        }
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
