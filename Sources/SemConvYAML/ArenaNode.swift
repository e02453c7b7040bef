/// A node as the arena holds it: 16 bytes, in the order of the file, children after their parent.
struct ArenaNode {
    /// What a node is. An alias stands where the file has one and names the node that its anchor marks.
    enum Kind: UInt32 {
        case scalar = 0
        case sequence = 1
        case mapping = 2
        case alias = 3
    }

    /// The line, from 1.
    let line: UInt32
    /// The column, from 1, in the low 28 bits; above them two bits of kind and two of scalar style.
    private(set) var columnAndFlags: UInt32
    /// A scalar's offset in the document's text, a collection's number of children (two for each entry of a
    /// mapping), the index of an alias's target.
    var first: UInt32
    /// A scalar's length in bytes, the index after a collection's last descendant.
    var second: UInt32

    private static let columnMask: UInt32 = (1 << 28) - 1
    private static let interpretedFlag: UInt32 = 1 << 30
    private static let floatFlag: UInt32 = 1 << 31

    /// The largest column that fits, and with it the largest file whose places all fit.
    static let columnLimit = Int(columnMask)

    init(_ kind: Kind, at position: SourcePosition, first: UInt32, second: UInt32) {
        self.line = position.line
        self.columnAndFlags = position.column | kind.rawValue << 28
        self.first = first
        self.second = second
    }

    var position: SourcePosition { SourcePosition(line: line, column: column) }

    var column: UInt32 { columnAndFlags & Self.columnMask }

    var kind: Kind {
        // Two bits, four cases: the fallback cannot happen and spares a trap.
        Kind(rawValue: columnAndFlags >> 28 & 3) ?? .scalar
    }

    var isAlias: Bool { columnAndFlags >> 28 & 3 == Kind.alias.rawValue }

    /// The index after a node at an index, and after everything in it.
    func next(after index: UInt32) -> UInt32 {
        switch kind {
        case .scalar, .alias: index &+ 1
        case .sequence, .mapping: second
        }
    }

    /// Whether the core schema gives the text of a scalar its type: a plain scalar, or one with a tag such as `!!int`.
    var isInterpreted: Bool {
        get { columnAndFlags & Self.interpretedFlag != 0 }
        set {
            columnAndFlags = newValue ? columnAndFlags | Self.interpretedFlag : columnAndFlags & ~Self.interpretedFlag
        }
    }

    /// Whether an integer counts as floating-point, as the tag `!!float` asks.
    var isFloat: Bool {
        get { columnAndFlags & Self.floatFlag != 0 }
        set { columnAndFlags = newValue ? columnAndFlags | Self.floatFlag : columnAndFlags & ~Self.floatFlag }
    }
}

/// A line and a column, both from 1; the column counts Unicode scalars.
struct SourcePosition: Hashable {
    var line: UInt32
    var column: UInt32
}
