/// Room for one name while it is made, as UTF-8; used again for the next one.
///
/// Names are made by the thousand. An array that grows byte by byte would ask at each whether it is shared and large
/// enough, which is most of what making a name costs.
struct NameBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var first: UInt8? { count == 0 ? nil : bytes[0] }
    var indices: Range<Int> { 0..<count }
    var text: String { String(decoding: bytes[..<count], as: UTF8.self) }
    var hash: UInt32 { ByteHash.of(bytes, in: indices) }

    /// Takes everything out, and makes room.
    mutating func clear(capacity: Int) {
        count = 0
        if bytes.count < capacity { bytes = [UInt8](repeating: 0, count: max(64, capacity * 2)) }
    }

    /// The caller has made room.
    mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    /// Adds what there is of small letters of ASCII from a place on.
    ///
    /// - Returns: where they end.
    @inline(__always)
    mutating func append(smallLettersOf source: Span<UInt8>, from start: Int) -> Int {
        var place = start
        var end = count
        // The array itself would be asked at each byte whether it is shared.
        var room = bytes.mutableSpan
        while place < source.count {
            let byte = source[place]
            guard byte.isASCIILower else { break }
            room[end] = byte
            end += 1
            place += 1
        }
        count = end
        return place
    }

    /// Adds bytes with their capitals made small.
    mutating func append(lowercasing source: Span<UInt8>, in range: Range<Int>) {
        if range.isEmpty { return }
        var end = count
        var room = bytes.mutableSpan
        for index in range {
            room[end] = source[index].asciiLowercased
            end += 1
        }
        count = end
    }

    mutating func replace(with text: String) {
        bytes = Array(text.utf8)
        count = bytes.count
    }

    /// Whether the name is a word; makes no string.
    static func == (name: NameBuffer, word: String) -> Bool {
        guard name.count == word.utf8.count else { return false }
        var index = 0
        for byte in word.utf8 {
            if name.bytes[index] != byte { return false }
            index += 1
        }
        return true
    }

    subscript(index: Int) -> UInt8 {
        get { bytes[index] }
        set { bytes[index] = newValue }
    }
}
