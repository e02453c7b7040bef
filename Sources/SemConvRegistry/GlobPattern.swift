/// A pattern of an import: `*` any text, `?` one character, `[a-z]` and `[!a-z]` one of a set, `{a,b}` one of several.
struct GlobPattern: Sendable {
    private indirect enum Piece: Sendable {
        case byte(UInt8)
        case anyByte
        case anyText
        case set([ClosedRange<UInt8>], isNegated: Bool)
        case choice([[Piece]])
    }

    /// What keeps a text from being a pattern.
    enum Problem: Error {
        case unclosedSet
        case unclosedChoice
        case emptyRange
        case tooManyChoices
    }

    private let pieces: [Piece]
    /// Whether the pattern stands for one text only.
    let isLiteral: Bool

    init(_ text: String) throws(Problem) {
        let bytes = Array(text.utf8)
        var index = 0
        var choices = 0
        pieces = try Self.parse(bytes, &index, inChoice: false, &choices)
        isLiteral = pieces.allSatisfy { if case .byte = $0 { true } else { false } }
    }

    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var steps = 0
        return Self.match(pieces[...], bytes[...], &steps)
    }

    private static func parse(
        _ bytes: [UInt8],
        _ index: inout Int,
        inChoice: Bool,
        _ choices: inout Int
    ) throws(Problem) -> [Piece] {
        var pieces: [Piece] = []
        while index < bytes.count {
            let byte = bytes[index]
            if inChoice, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { return pieces }
            index += 1
            switch byte {
            case UInt8(ascii: "*"):
                // Several stars in a row say no more than one, and cost a search each.
                if case .anyText? = pieces.last { continue }
                pieces.append(.anyText)
            case UInt8(ascii: "?"): pieces.append(.anyByte)
            case UInt8(ascii: "["): pieces.append(try parseSet(bytes, &index))
            case UInt8(ascii: "{"): pieces.append(try parseChoice(bytes, &index, &choices))
            case UInt8(ascii: "\\") where index < bytes.count:
                pieces.append(.byte(bytes[index]))
                index += 1
            default: pieces.append(.byte(byte))
            }
        }
        if inChoice { throw .unclosedChoice }
        return pieces
    }

    private static func parseSet(_ bytes: [UInt8], _ index: inout Int) throws(Problem) -> Piece {
        var isNegated = false
        if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^") {
            isNegated = true
            index += 1
        }
        var ranges: [ClosedRange<UInt8>] = []
        while index < bytes.count {
            let low = bytes[index]
            if low == UInt8(ascii: "]"), !ranges.isEmpty {
                index += 1
                return .set(ranges, isNegated: isNegated)
            }
            index += 1
            var high = low
            if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] != UInt8(ascii: "]") {
                high = bytes[index + 1]
                index += 2
            }
            if high < low { throw .emptyRange }
            ranges.append(low...high)
        }
        throw .unclosedSet
    }

    private static func parseChoice(
        _ bytes: [UInt8],
        _ index: inout Int,
        _ choices: inout Int
    ) throws(Problem) -> Piece {
        choices += 1
        if choices > 16 { throw .tooManyChoices }
        var branches: [[Piece]] = []
        while true {
            branches.append(try parse(bytes, &index, inChoice: true, &choices))
            index += 1
            if bytes[index - 1] == UInt8(ascii: "}") { return .choice(branches) }
        }
    }

    /// Matches with a bound on the work: a pattern full of stars over a long text gives up, and does not match.
    private static func match(_ pieces: ArraySlice<Piece>, _ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
        steps += 1
        if steps > 1_000_000 { return false }
        guard let piece = pieces.first else { return text.isEmpty }
        let rest = pieces.dropFirst()
        switch piece {
        case .byte(let byte): return text.first == byte && match(rest, text.dropFirst(), &steps)
        case .anyByte: return !text.isEmpty && match(rest, text.dropFirst(), &steps)
        case .set(let ranges, let isNegated):
            guard let first = text.first, ranges.contains(where: { $0.contains(first) }) != isNegated else {
                return false
            }
            return match(rest, text.dropFirst(), &steps)
        case .anyText:
            for start in text.startIndex...text.endIndex where match(rest, text[start...], &steps) { return true }
            return false
        case .choice(let branches):
            for branch in branches where match((branch + rest)[...], text, &steps) { return true }
            return false
        }
    }
}
