import SemConvDiagnostics
import SemConvYAML
import Testing

@Suite("Hostile files end in a diagnostic, soon and with little memory", .timeLimit(.minutes(10))) struct LimitsTests {
    /// Sequences within sequences.
    private func nested(_ depth: Int, _ open: String, _ close: String = "") -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }

    @Test("256 levels are read, one more is refused where it starts")
    func depth() throws {
        #expect(parse(nested(256, "[", "]")).found.isEmpty)
        let flow = parse(nested(257, "[", "]"))
        #expect(flow.found == [Found("yaml-nesting", 1, 257)])
        #expect(flow.document == nil)
        #expect(parse(nested(256, "- ") + "x").found.isEmpty)
        #expect(parse(nested(257, "- ") + "x").found == [Found("yaml-nesting", 1, 513)])
        #expect(parse(nested(256, "{a: ", "}")).found.isEmpty)
        #expect(parse(nested(257, "{a: ", "}")).found == [Found("yaml-nesting", 1, 256 * 4 + 1)])
    }

    @Test("the depth of a document is that of its limits")
    func depthLimit() {
        var limits = YAMLReader.Limits()
        limits.depth = 2
        #expect(parse("a: [1]\n", limits: limits).found.isEmpty)
        #expect(parse("a:\n  b: [1]\n", limits: limits).found == [Found("yaml-nesting", 2, 6)])
        // Side by side is not within.
        #expect(parse("a: [1]\nb: [1]\nc: [1]\n", limits: limits).found.isEmpty)
    }

    @Test("very many levels end as soon as 257 do", arguments: ["[", "{a: ", "- ", "? ", "[? "])
    func hugeDepth(open: String) {
        let parsed = parse(nested(300_000, open))
        #expect(parsed.document == nil)
        #expect(parsed.found.contains { $0.rule == "yaml-nesting" || $0.rule == "yaml-too-many-problems" })
    }

    @Test("a bomb of aliases is refused at the alias that passes the limit")
    func aliasBomb() {
        // Level n stands for 9^n nodes of the first level; the limit of 4,000,000 falls in the seventh.
        var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(aliases)]\n"
        }
        let parsed = parse(text)
        #expect(parsed.found.map(\.rule) == ["yaml-too-many-nodes"])
        // Lines 1 to 6 expand to 10 + 91 + 820 + 7,381 + 66,430 + 597,871 nodes, line 7 to 5,380,840: its sixth alias
        // makes 672,603 + 6 keys + 6 * 597,871 > 4,000,000.
        #expect(parsed.found.map(\.line) == [7])
        #expect(parsed.found.map(\.column) == [10 + 5 * 5])
        #expect(parsed.document == nil)
    }

    @Test("aliases count what they stand for, and a document at the limit is read")
    func expandedNodes() throws {
        var limits = YAMLReader.Limits()
        // The mapping, two keys, a sequence of two, and the same by an alias.
        limits.expandedNodes = 1 + 2 + 3 + 3
        let text = "a: &a [1, 2]\nb: *a\n"
        #expect(parse(text, limits: limits).found.isEmpty)
        limits.expandedNodes -= 1
        #expect(parse(text, limits: limits).found == [Found("yaml-too-many-nodes", 2, 4)])
    }

    @Test("a document without aliases may have too many nodes as well")
    func nodes() {
        var limits = YAMLReader.Limits()
        limits.expandedNodes = 3
        #expect(parse("[1, 2]", limits: limits).found.isEmpty)
        #expect(parse("[1, 2, 3]", limits: limits).found == [Found("yaml-too-many-nodes", 1, 8)])
    }

    @Test("a file with very many problems is given up")
    func problems() {
        let parsed = parse("[" + String(repeating: "*x,", count: 300_000))
        #expect(parsed.diagnostics.count == 101)
        #expect(parsed.diagnostics.contains { $0.rule == "yaml-too-many-problems" })
        #expect(parsed.document == nil)
        let twice = parse(String(repeating: "a: 1\n", count: 100_000))
        #expect(twice.diagnostics.count == 101)
    }

    @Test("very many keys are compared in good time")
    func manyKeys() throws {
        let keys = 100_000
        // All of one length and with the same ends, so that no shortcut tells them apart.
        let lines = (0..<keys).map { "k\(1_000_000 + $0)k: 1\n" }.joined()
        let parsed = parse(lines + "k1000000k: 2\n")
        #expect(parsed.found == [Found("yaml-duplicate-key", keys + 1, 1, notes: ["1:1"])])
    }

    @Test("very many directives are refused: libyaml compares each with all before")
    func directives() {
        let lines = (0..<300_000).map { "%TAG !a\($0)! x\n" }.joined()
        let parsed = parse(lines + "---\na: 1\n")
        #expect(parsed.found == [Found("yaml-too-many-directives", 65, 1)])
        #expect(parsed.document == nil)
    }

    @Test(
        "long runs of one thing take time in proportion to their length",
        arguments: [
            "a", " ", "\n", "#", "-", ": ", "? ", "\t", "'", "\"", "|\n", "&a ", "!x ", "a: ", ",", "x, ", "\\",
        ]
    )
    func longRuns(unit: String) {
        for start in ["", "a: \"", "- '", "[", "{", "a: |\n  ", "a: >\n ", "# "] {
            _ = parse(start + String(repeating: unit, count: 100_000 / unit.utf8.count))
        }
    }

    @Test("a mapping of aliases, each alias a key, stays small")
    func aliasKeys() {
        let parsed = parse("- &k name\n- {" + String(repeating: "*k : 1, ", count: 50_000) + "}\n")
        #expect(parsed.diagnostics.count == 101)
    }
}
