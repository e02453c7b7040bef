#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The content of a document: nodes in the order of the file, and the text of its scalars.
struct Arena: Sendable {
    /// The root first, the children of a node directly after it.
    var nodes: [ArenaNode] = []
    /// The text of all scalars, one after the other, in UTF-8.
    var text: [UInt8] = []

    /// The index of the node after a node and everything in it.
    func index(after index: UInt32) -> UInt32 {
        let node = nodes[Int(index)]
        switch node.kind {
        case .scalar, .alias: return index + 1
        case .sequence, .mapping: return node.second
        }
    }

    /// The node itself, or for an alias what it names.
    func target(of index: UInt32) -> ArenaNode {
        let node = nodes[Int(index)]
        return node.isAlias ? nodes[Int(node.first)] : node
    }

    /// Where a scalar's text lies in `text`; empty for a collection.
    func textRange(of node: ArenaNode) -> Range<Int> {
        guard node.kind == .scalar else { return 0..<0 }
        return Int(node.first)..<Int(node.first) + Int(node.second)
    }

    /// Gives access to a scalar's text; to nothing for a collection.
    @inline(__always)
    func withText<Result, Failure: Error>(
        of node: ArenaNode,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(text.span.extracting(textRange(of: node)))
    }

    /// The text of a scalar.
    func string(of node: ArenaNode) -> String {
        let range = textRange(of: node)
        return unsafe text.withUnsafeBufferPointer { text in
            unsafe String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
        }
    }

    /// The value of a key among the entries between two indices: the first one where the key stands twice.
    func value(of key: StaticString, from start: UInt32, to end: UInt32) -> UInt32? {
        let length = UInt32(truncatingIfNeeded: key.utf8CodeUnitCount)
        return unsafe nodes.withUnsafeBufferPointer { nodes in
            var cursor = start
            while cursor < end {
                let record = unsafe nodes[Int(cursor)]
                let value = record.next(after: cursor)
                let content = unsafe record.isAlias ? nodes[Int(record.first)] : record
                if content.second == length, content.kind == .scalar,
                    key.withUTF8Buffer({ unsafe holds($0, at: Int(content.first)) })
                {
                    return value
                }
                cursor = unsafe nodes[Int(value)].next(after: value)
            }
            return nil
        }
    }

    /// Whether the text at an offset is `expected`.
    func holds(_ expected: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard let expectedStart = expected.baseAddress, offset + expected.count <= text.count else {
            return expected.isEmpty
        }
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return expected.isEmpty }
            return unsafe memcmp(start + offset, expectedStart, expected.count) == 0
        }
    }

    /// The order of two texts: the shorter one first, then by bytes.
    func compareTexts(_ left: ArenaNode, _ right: ArenaNode) -> Int {
        if left.second != right.second { return left.second < right.second ? -1 : 1 }
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return 0 }
            return Int(unsafe memcmp(start + Int(left.first), start + Int(right.first), Int(left.second)))
        }
    }
}
