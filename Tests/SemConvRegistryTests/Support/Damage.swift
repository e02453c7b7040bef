/// Slips of the fingers, and worse, at random places of a text.
struct Damage {
    private(set) var random: SplitMix64

    init(random: SplitMix64) {
        self.random = random
    }

    /// Pieces that mean something to YAML or to a registry, wherever they land.
    private static let pieces = [
        "*a", "&a ", "<<: *a", "{", "}", "[", "]", "\"", "'", "\t", "!!int ", "!x ", "---\n", "...\n", ": ", "- ", "? ",
        "|\n",
        ">\n", "#", "%TAG ! a\n", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "ä", "😀", "\r", "\n", "\n\n", "  ", "~",
        "null", "true",
        "0x1F", ".inf", "99999999999999999999", "''", "[]", "{}", "[[[[[[[[", "- - - - - ", "*", "{a: {b: {c: [",
        "extends: http", "ref_group: a", "ref: a", "ref: ''", "prefix: x", "id: a", "type: span", "type: {members: []}",
        "file_format: definition/2\n", "groups:\n", "attributes:\n", "deprecated: x", "imports: {metrics: ['*']}",
        "annotations: {dependency_resolution: {exclude: true}}", "dependencies: [{schema_url: a/1, registry_path: .}]",
    ]

    /// One to three changes.
    mutating func apply(to text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0...below(3) {
            switch below(14) {
            case 0: flip(&text)
            case 1: delete(&text)
            case 2, 3: insert(&text)
            case 4: text.removeLast(below(text.count + 1))
            case 5:
                lines(&text) { lines, damage in
                    lines.insert(lines[damage.below(lines.count)], at: damage.below(lines.count))
                }
            case 6: lines(&text) { lines, damage in lines.remove(at: damage.below(lines.count)) }
            case 7: lines(&text) { lines, damage in lines.swapAt(damage.below(lines.count), damage.below(lines.count)) }
            case 8: lines(&text) { lines, damage in damage.swapValues(&lines) }
            case 9: lines(&text) { lines, damage in damage.indent(&lines) }
            default: swapWords(&text)
            }
        }
        return text
    }

    private mutating func below(_ bound: Int) -> Int {
        bound < 1 ? 0 : Int(random.next() % UInt64(bound))
    }

    private mutating func flip(_ text: inout [UInt8]) {
        if text.isEmpty { return }
        text[below(text.count)] ^= 1 << UInt8(below(8))
    }

    private mutating func delete(_ text: inout [UInt8]) {
        let start = below(text.count + 1)
        text.removeSubrange(start..<min(text.count, start + 1 + below(40)))
    }

    private mutating func insert(_ text: inout [UInt8]) {
        let piece = Self.pieces[below(Self.pieces.count)]
        text.insert(contentsOf: Array(piece.utf8), at: below(text.count + 1))
    }

    private mutating func lines(_ text: inout [UInt8], _ change: (inout [ArraySlice<UInt8>], inout Damage) -> Void) {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        change(&lines, &self)
        text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Gives the value of one line to another.
    private mutating func swapValues(_ lines: inout [ArraySlice<UInt8>]) {
        let (one, other) = (below(lines.count), below(lines.count))
        let colon = UInt8(ascii: ":")
        guard one != other, let first = lines[one].firstIndex(of: colon),
            let second = lines[other].firstIndex(of: colon)
        else { return }
        let values = (lines[one][first...], lines[other][second...])
        lines[one] = Array(lines[one][..<first] + values.1)[...]
        lines[other] = Array(lines[other][..<second] + values.0)[...]
    }

    /// Puts one word in place of another, so that the text stays YAML more often than not.
    private mutating func swapWords(_ text: inout [UInt8]) {
        var words = text.split(omittingEmptySubsequences: true) { byte in
            byte <= UInt8(ascii: " ") || ",:[]{}-".utf8.contains(byte)
        }
        if words.isEmpty { return }
        let target = words[below(words.count)]
        words.removeAll { $0 == target }
        if words.isEmpty { return }
        text.replaceSubrange(target.indices, with: Array(words[below(words.count)]))
    }

    private mutating func indent(_ lines: inout [ArraySlice<UInt8>]) {
        let index = below(lines.count)
        if below(2) == 0 {
            lines[index] = (Array(repeating: UInt8(ascii: " "), count: 1 + below(4)) + lines[index])[...]
        } else {
            lines[index] = lines[index].dropFirst(1 + below(3))
        }
    }
}
