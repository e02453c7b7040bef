#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// An arena while it grows.
///
/// Appending to plain memory costs a third of what appending to an array does, and `finish()` makes arrays of exactly
/// the size needed. It owns its memory; a copy would free that twice.
@safe struct ArenaBuilder: ~Copyable {
    private var nodes: UnsafeMutablePointer<ArenaNode>
    private(set) var count = 0
    private var nodeCapacity: Int
    private var text: UnsafeMutablePointer<UInt8>
    private(set) var textCount = 0
    private var textCapacity: Int

    /// An empty arena for a file of `size` bytes.
    init(fileSize size: Int) {
        // Real models have a node for 20 to 25 bytes. A text is longer than its source only where escapes make it so.
        nodeCapacity = size / 20 + 8
        textCapacity = size + 8
        unsafe nodes = .allocate(capacity: nodeCapacity)
        unsafe text = .allocate(capacity: textCapacity)
    }

    deinit {
        unsafe nodes.deallocate()
        unsafe text.deallocate()
    }

    subscript(index: UInt32) -> ArenaNode {
        get {
            precondition(index < count, "no such node")
            return unsafe nodes[Int(index)]
        }
        set {
            precondition(index < count, "no such node")
            unsafe nodes[Int(index)] = newValue
        }
    }

    /// Adds a node and returns its index.
    @inline(__always)
    mutating func append(_ node: ArenaNode) -> UInt32 {
        if count == nodeCapacity { growNodes() }
        unsafe (nodes + count).initialize(to: node)
        count &+= 1
        return UInt32(truncatingIfNeeded: count &- 1)
    }

    /// Adds the text of a scalar and returns its offset.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let offset = textCount
        if bytes.count > textCapacity &- textCount { growText(by: bytes.count) }
        if let start = bytes.baseAddress { unsafe memcpy(text + textCount, start, bytes.count) }
        textCount &+= bytes.count
        return UInt32(truncatingIfNeeded: offset)
    }

    /// The arena so far.
    func finish() -> Arena {
        Arena(
            nodes: unsafe Array(UnsafeBufferPointer(start: nodes, count: count)),
            text: unsafe Array(UnsafeBufferPointer(start: text, count: textCount))
        )
    }

    private mutating func growNodes() {
        nodeCapacity *= 2
        let larger = UnsafeMutablePointer<ArenaNode>.allocate(capacity: nodeCapacity)
        unsafe larger.moveInitialize(from: nodes, count: count)
        unsafe nodes.deallocate()
        unsafe nodes = larger
    }

    private mutating func growText(by size: Int) {
        textCapacity = max(textCapacity * 2, textCapacity + size)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity)
        unsafe larger.moveInitialize(from: text, count: textCount)
        unsafe text.deallocate()
        unsafe text = larger
    }
}
