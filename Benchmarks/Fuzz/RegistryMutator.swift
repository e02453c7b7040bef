// How scripts/fuzz changes inputs of the target Registry. Bytes changed at random are hardly ever a registry that
// loads, so half of the changes are to lines, as a person makes them.

/// What libFuzzer does without a mutator of ours.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// Changes an input in place, the same way for the same seed.
///
/// - Returns: the new length.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateRegistry(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int
{
    var random = MinimalGenerator(state: UInt64(seed))
    if Bool.random(using: &random) { return unsafe mutateBytes(data, count, limit) }
    var lines = LineMutator(unsafe Array(UnsafeBufferPointer(start: data, count: count)), random)
    for _ in 0..<Int.random(in: 1...3, using: &random) { lines.change() }
    let bytes = lines.bytes.prefix(limit)
    for (index, byte) in bytes.enumerated() { unsafe data[index] = byte }
    return bytes.count
}

/// Moves, copies and drops lines with what is indented below them, and puts words of a file in the place of others.
private struct LineMutator {
    private var lines: [ArraySlice<UInt8>]
    private var random: MinimalGenerator

    init(_ bytes: [UInt8], _ random: MinimalGenerator) {
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        self.random = random
    }

    var bytes: [UInt8] { Array(lines.joined(separator: [0x0A])) }

    mutating func change() {
        guard let line = lines.indices.randomElement(using: &random) else { return }
        let block = block(at: line)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: lines.removeSubrange(block)
        case 1: lines.insert(contentsOf: lines[block], at: block.upperBound)
        case 2: copy(block)
        case 3: lines[line] = indented(lines[line], by: Bool.random(using: &random) ? 2 : -2)
        case 4: lines[line] = replacingValue(lines[line])
        default: lines[line] = replacingWord(lines[line])
        }
    }

    /// The line with the lines after it that are indented deeper.
    private func block(at line: Int) -> Range<Int> {
        let depth = depth(lines[line])
        let end = lines[(line + 1)...].firstIndex { !$0.isEmpty && self.depth($0) <= depth } ?? lines.endIndex
        return line..<end
    }

    private func depth(_ line: ArraySlice<UInt8>) -> Int {
        line.prefix { $0 == 0x20 }.count
    }

    /// Puts a copy of the block before another line, at that one's depth.
    private mutating func copy(_ block: Range<Int>) {
        guard let place = lines.indices.randomElement(using: &random) else { return }
        let shift = depth(lines[place]) - depth(lines[block.lowerBound])
        lines.insert(contentsOf: lines[block].map { indented($0, by: shift) }, at: place)
    }

    private func indented(_ line: ArraySlice<UInt8>, by count: Int) -> ArraySlice<UInt8> {
        if count < 0 { return line.dropFirst(min(-count, depth(line))) }
        return [UInt8](repeating: 0x20, count: count) + line
    }

    /// The line's key with the value of another line.
    private mutating func replacingValue(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = line.firstIndex(of: 0x3A), let other = lines.randomElement(using: &random),
            let otherColon = other.firstIndex(of: 0x3A)
        else { return line }
        return line[..<colon] + other[otherColon...]
    }

    /// The line with a word of another line in the place of one of its own, so that names meet.
    private mutating func replacingWord(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let other = lines.randomElement(using: &random), let old = words(line).randomElement(using: &random),
            let new = words(other).randomElement(using: &random)
        else { return line }
        return line[..<old.startIndex] + new + line[old.endIndex...]
    }

    private func words(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        line.split { byte in
            switch byte {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2E, 0x5F, 0x80...0xFF: false
            default: true
            }
        }
    }
}

/// SplitMix64: small, and the same everywhere.
private struct MinimalGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
