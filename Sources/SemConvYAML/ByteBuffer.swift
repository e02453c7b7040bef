/// Bytes that are being written.
///
/// An array would do, but each of its appends asks whether it alone has the memory, and is three times as slow; loops
/// that write a text in many pieces spend most of their time there.
@safe package struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    package private(set) var count = 0

    /// - Parameter capacity: how many bytes there is room for at first.
    package init(capacity: Int) {
        self.capacity = max(capacity, 16)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit { unsafe start.deallocate() }

    /// The text from a byte on.
    package func text(from place: Int) -> String {
        precondition(place >= 0)
        if place >= count { return "" }
        return unsafe String(decoding: UnsafeBufferPointer(start: start + place, count: count - place), as: UTF8.self)
    }

    /// A copy of the bytes, which takes no more room than they need.
    package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

    package subscript(place: Int) -> UInt8 {
        precondition(place >= 0 && place < count)
        return unsafe start[place]
    }

    package mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        unsafe start[count] = byte
        count += 1
    }

    /// Appends the bytes of a text.
    package mutating func append(utf8 text: String) {
        let appended: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in unsafe append(bytes) }
        if appended == nil { append(copying: Array(text.utf8)) }
    }

    /// Appends words that stand in the program.
    package mutating func append(words: StaticString) {
        if words.hasPointerRepresentation {
            unsafe append(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
        } else {
            append(utf8: words.description)
        }
    }

    package mutating func append(copying bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(bytes) }
    }

    package mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(bytes) }
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if bytes.count > capacity - count { grow(by: bytes.count) }
        unsafe (start + count).initialize(from: source, count: bytes.count)
        count += bytes.count
    }

    /// Takes away all bytes from a place on.
    package mutating func cut(at place: Int) {
        precondition(place >= 0 && place <= count)
        count = place
    }

    /// Takes away a few bytes, and moves up those behind.
    package mutating func remove(at place: Int, count removed: Int) {
        precondition(place >= 0 && removed >= 0 && place + removed <= count)
        let rest = count - place - removed
        unsafe (start + place).update(from: start + place + removed, count: rest)
        count -= removed
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let larger = max(count + added, capacity * 2)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe memory.initialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = memory
        capacity = larger
    }
}
