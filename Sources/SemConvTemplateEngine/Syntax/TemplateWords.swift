/// The words of one template, each with a number, so that the parser compares numbers.
///
/// The keywords come first, in the order of `TemplateKeyword`.
struct TemplateWords {
    /// The bytes of all words, one after the other.
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    /// Open addressing: number + 1, zero where free.
    private var table = [Int32](repeating: 0, count: 256)

    private static let keywords: TemplateWords = {
        var words = TemplateWords(empty: ())
        for keyword in TemplateKeyword.allCases {
            let bytes = Array(keyword.spelling.utf8)
            _ = words.number(of: bytes, from: 0, to: bytes.count)
        }
        return words
    }()

    private init(empty: Void) {}

    init() { self = Self.keywords }

    var count: Int { ends.count }

    func text(_ number: Int) -> String {
        String(decoding: bytes[range(number)], as: UTF8.self)
    }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// The number of a word in the source, a new one if need be.
    mutating func number(of source: [UInt8], from start: Int, to end: Int) -> Int {
        var index = slot(of: source, from: start, to: end)
        while table[index] != 0 {
            let number = Int(table[index]) - 1
            if matches(number, source, from: start, to: end) { return number }
            index = (index + 1) & (table.count - 1)
        }
        bytes.append(contentsOf: source[start..<end])
        ends.append(Int32(truncatingIfNeeded: bytes.count))
        table[index] = Int32(truncatingIfNeeded: ends.count)
        if ends.count * 2 > table.count { grow() }
        return ends.count - 1
    }

    private func slot(of source: [UInt8], from start: Int, to end: Int) -> Int {
        var hash: UInt32 = 2_166_136_261
        for index in start..<end { hash = (hash ^ UInt32(source[index])) &* 16_777_619 }
        return Int(hash ^ hash >> 15) & (table.count - 1)
    }

    private func matches(_ number: Int, _ source: [UInt8], from start: Int, to end: Int) -> Bool {
        let range = range(number)
        guard range.count == end - start else { return false }
        for offset in 0..<range.count where bytes[range.lowerBound + offset] != source[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        table = [Int32](repeating: 0, count: table.count * 2)
        for number in ends.indices {
            let range = range(number)
            var index = slot(of: bytes, from: range.lowerBound, to: range.upperBound)
            while table[index] != 0 { index = (index + 1) & (table.count - 1) }
            table[index] = Int32(truncatingIfNeeded: number + 1)
        }
    }
}
