internal import SemConvDiagnostics

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The bytes of a file while it is parsed, and how libyaml's marks become places in it.
///
/// libyaml follows YAML 1.1 and also ends lines at NEL, LS and PS; editors and compilers do not. And where a text has
/// no line end at its end, libyaml takes the end for the start of one more line. Both are rare, so they are looked for
/// once, and only texts that have them pay for the correction.
@safe struct SourceText {
    /// UTF-8 without a byte order mark; the owner keeps it alive.
    let bytes: UnsafeBufferPointer<UInt8>
    private var falseBreaks: [FalseBreak] = []
    /// The end of a text without a line end at its end.
    private var openEnd: OpenEnd?
    private let isPlain: Bool

    /// A character that libyaml takes for the end of a line.
    private struct FalseBreak {
        /// The index of the character after it, where libyaml's line starts.
        var next: Int
        /// The index of the first character of the line that editors show.
        var lineStart: Int
    }

    private struct OpenEnd {
        /// The number of characters before it.
        var index: Int
        var position: SourcePosition
    }

    /// - Parameter isASCII: whether that is known of the text, which then is not searched for what ends no line.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool = false) {
        unsafe self.bytes = bytes
        let endsLine = unsafe bytes.last == UInt8(ascii: "\n") || bytes.isEmpty
        isPlain = unsafe endsLine && (isASCII || !Self.hasFalseBreaks(bytes))
        if isPlain { return }
        falseBreaks = findFalseBreaks()
        if !isLineEnd(at: count - 1) {
            let characters = (0..<count).count { self[$0] & 0xC0 != 0x80 }
            openEnd = OpenEnd(index: characters, position: position(ofByte: count))
        }
    }

    /// The number of bytes.
    var count: Int { unsafe bytes.count }

    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "no such byte")
        return unsafe bytes[index]
    }

    /// The place of a mark.
    @inline(__always)
    func position(_ mark: TextMark) -> SourcePosition {
        if isPlain {
            return SourcePosition(
                line: UInt32(truncatingIfNeeded: mark.line) &+ 1,
                column: UInt32(truncatingIfNeeded: mark.column) &+ 1
            )
        }
        return corrected(mark)
    }

    /// The place of a mark in a text that is not plain.
    private func corrected(_ mark: TextMark) -> SourcePosition {
        if let openEnd, mark.column == 0, mark.index == openEnd.index { return openEnd.position }
        let libyamlLineStart = mark.index - mark.column
        var low = 0
        var high = falseBreaks.count
        while low < high {
            let middle = (low + high) / 2
            if falseBreaks[middle].next <= libyamlLineStart { low = middle + 1 } else { high = middle }
        }
        var column = mark.column
        if low > 0, falseBreaks[low - 1].next == libyamlLineStart {
            column = mark.index - falseBreaks[low - 1].lineStart
        }
        return SourcePosition(line: UInt32(mark.line - low) + 1, column: UInt32(column) + 1)
    }

    /// The place of a byte.
    func position(ofByte offset: Int) -> SourcePosition {
        var position = SourcePosition(line: 1, column: 1)
        for index in 0..<min(offset, count) {
            let byte = self[index]
            if isLineEnd(at: index) {
                position = SourcePosition(line: position.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                position.column += 1
            }
        }
        return position
    }

    /// The first byte of the character that a mark stands before; `nil` at the end.
    func byte(at mark: TextMark) -> UInt8? {
        var characters = -1
        for index in 0..<count {
            let byte = self[index]
            if byte & 0xC0 != 0x80 { characters += 1 }
            if characters == mark.index { return byte }
        }
        return nil
    }

    /// Whether libyaml would see NEL (C2 85), LS or PS (E2 80 A8, E2 80 A9).
    private static func hasFalseBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let hasNextLine = unsafe contains(bytes, 0x85) { index in unsafe index > 0 && bytes[index - 1] == 0xC2 }
        if hasNextLine { return true }
        return unsafe contains(bytes, 0xE2) { index in
            unsafe index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        }
    }

    /// Whether the text has a byte at an index that `accepts` it.
    func contains(_ byte: UInt8, where accepts: (Int) -> Bool) -> Bool {
        unsafe Self.contains(bytes, byte, where: accepts)
    }

    private static func contains(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ byte: UInt8,
        where accepts: (Int) -> Bool
    ) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        var index = 0
        while index < bytes.count, let found = unsafe memchr(start + index, Int32(byte), bytes.count - index) {
            let position = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if accepts(position) { return true }
            index = position + 1
        }
        return false
    }

    private func findFalseBreaks() -> [FalseBreak] {
        var breaks: [FalseBreak] = []
        var character = 0
        var lineStart = 0
        var last: (UInt8, UInt8) = (0, 0)
        for index in 0..<count {
            let byte = self[index]
            if byte & 0xC0 != 0x80 { character += 1 }
            if isLineEnd(at: index) {
                lineStart = character
            } else if last.1 == 0xC2 && byte == 0x85 || last == (0xE2, 0x80) && byte & 0xFE == 0xA8 {
                breaks.append(FalseBreak(next: character, lineStart: lineStart))
            }
            last = (last.1, byte)
        }
        return breaks
    }

    /// Whether a line ends with this byte, as editors see it: a line feed, or a carriage return without one.
    func isLineEnd(at index: Int) -> Bool {
        if self[index] == UInt8(ascii: "\n") { return true }
        return self[index] == UInt8(ascii: "\r") && (index + 1 == count || self[index + 1] != UInt8(ascii: "\n"))
    }
}
