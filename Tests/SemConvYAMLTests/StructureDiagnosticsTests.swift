import SemConvDiagnostics
import SemConvYAML
import Testing

@Suite("What libyaml accepts and the reader does not") struct StructureDiagnosticsTests {
    @Test("each problem is found at its place, and the document is there", arguments: all)
    func structure(_ sample: DiagnosedText) {
        let parsed = parse(sample.text)
        #expect(parsed.found == sample.found)
        #expect((parsed.document != nil) == sample.hasDocument)
    }

    static let all = keys + aliases + tags + documents

    static let keys: [DiagnosedText] = [
        .init("key twice", "a: 1\nb: 2\na: 3\n", .init("yaml-duplicate-key", 3, 1, notes: ["1:1"])),
        .init(
            "key three times, one of them quoted",
            "x:\n  k: 1\n  k: 2\n  'k': 3\n",
            .init("yaml-duplicate-key", 3, 3, notes: ["2:3"]),
            .init("yaml-duplicate-key", 4, 3, notes: ["2:3"])
        ),
        .init("key twice in braces", "{a: 1, \"a\": 2}\n", .init("yaml-duplicate-key", 1, 8, notes: ["1:2"])),
        .init("same key in two mappings", "- a: 1\n- a: 2\n- {a: {a: {}}}\n"),
        .init(
            "inner before outer",
            "a: {b: 1, b: 2}\na: 3\n",
            .init("yaml-duplicate-key", 1, 11, notes: ["1:5"]),
            .init("yaml-duplicate-key", 2, 1, notes: ["1:1"])
        ),
        .init("empty key twice", "?\n: 1\n?\n: 2\n", .init("yaml-duplicate-key", 3, 2, notes: ["1:2"])),
        .init("number and text", "1: a\n'1': b\ntrue: c\n'true': d\n"),
        .init("two texts", "'1': a\n\"1\": b\n", .init("yaml-duplicate-key", 2, 1, notes: ["1:1"])),
        .init(
            "alias and its text",
            "- &k name\n- *k : 1\n  name: 2\n",
            .init("yaml-duplicate-key", 3, 3, notes: ["2:3"])
        ),
        .init("merge key", "b: {x: 1}\na:\n  <<: {y: 2}\n", .init("yaml-merge-key", 3, 3)),
        .init("quoted merge key", "'<<': 1\n"),
        .init("sequence as key", "? [a]\n: 1\n", .init("yaml-complex-key", 1, 3)),
        .init("sequence as key in braces", "{[a]: 1}\n", .init("yaml-complex-key", 1, 2)),
        .init("mapping as key", "a: 1\n? {b: 1}\n: 2\n", .init("yaml-complex-key", 2, 3)),
        .init("alias to a sequence as key", "- &s [1]\n- *s : 2\n", .init("yaml-complex-key", 2, 3)),
        .init("key with a question mark", "? a\n: 1\n"),
    ]

    static let aliases: [DiagnosedText] = [
        .init("anchor later", "a: *x\nb: &x 1\n", .init("yaml-unknown-anchor", 1, 4)),
        .init(
            "no anchor at all",
            "- 1\n- *x\n- *y\n",
            .init("yaml-unknown-anchor", 2, 3),
            .init("yaml-unknown-anchor", 3, 3)
        ),
        .init("alias in its own sequence", "a: &x [1, *x]\n", .init("yaml-recursive-alias", 1, 11, notes: ["1:4"])),
        .init(
            "alias deep in its own mapping",
            "&r\na:\n  b:\n    - *r\n",
            .init("yaml-recursive-alias", 4, 7, notes: ["1:1"])
        ),
        .init("alias as its own key", "&m {*m : 1}\n", .init("yaml-recursive-alias", 1, 5, notes: ["1:1"])),
        .init("anchor of an inner node with the name of the outer", "&x [&x 1, *x]\n"),
        .init("anchor twice", "[&x 1, *x, &x 2, *x]\n"),
    ]

    static let tags: [DiagnosedText] = [
        .init("own tag", "a: !mine 1\n", .init("yaml-unknown-tag", 1, 4)),
        .init("own tag of a sequence", "a: !mine [1]\n", .init("yaml-unknown-tag", 1, 4)),
        .init(
            "tag outside the core schema",
            "a: !!binary AA==\nb: !!set {x: null}\n",
            .init("yaml-unknown-tag", 1, 4),
            .init("yaml-unknown-tag", 2, 4)
        ),
        .init("word as a number", "a: !!int one\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("fraction as an integer", "a: !!int 1.5\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("exponent as an integer", "a: !!int 1e3\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("infinity as an integer", "a: !!int .inf\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("word as a Boolean", "a: !!bool yes\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("number as null", "a: !!null 0\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("word as floating-point", "a: !!float x\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("scalar as a mapping", "a: !!map 1\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("sequence as a text", "a: !!str [1]\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("mapping as a sequence", "a: !!seq {}\n", .init("yaml-tag-mismatch", 1, 4)),
        .init("right tags", "!!map\na: !!seq [!!str 1, ! x]\nb: ! {}\n"),
    ]

    static let documents: [DiagnosedText] = [
        .init("second document", "a: 1\n---\nb: 2\n", .init("yaml-several-documents", 2, 1)),
        .init("empty second document", "a: 1\n---\n", .init("yaml-several-documents", 2, 1)),
        .init(
            "second document with a directive",
            "a: 1\n...\n%YAML 1.2\n---\nb: 2\n",
            .init("yaml-several-documents", 3, 1)
        ),
        .init("one document with both marks", "---\na: 1\n...\n"),
        .init("one empty document", "---\n"),
        .init("nothing", "", .init("yaml-empty-file", 1, 1)),
        .init("blank lines", "\n  \n", .init("yaml-empty-file", 1, 1)),
        .init("comments alone", "# one\n# two\n", .init("yaml-empty-file", 1, 1)),
        .init("a mark of the byte order alone", "\u{FEFF}", .init("yaml-empty-file", 1, 1)),
    ]

    @Test("an empty file is a warning and a document without a root")
    func emptyFile() throws {
        let parsed = parse("# nothing\n")
        #expect(parsed.diagnostics.map(\.severity) == [.warning])
        #expect(try #require(parsed.document).root == nil)
    }

    @Test("an empty document is null")
    func emptyDocument() {
        #expect(parse("---\n").root?.isNull == true)
    }

    @Test("the first of several documents is the one that counts")
    func firstDocument() {
        #expect(parse("a: 1\n---\na: 2\n").root?["a"]?.scalar == .int(1))
    }

    @Test("a key that stands twice keeps both entries, and the first one answers")
    func duplicateKey() throws {
        let parsed = parse("a: 1\nb: 2\na: 3\n")
        let root = try #require(parsed.root)
        #expect(root.entries.map(\.value.string) == ["1", "2", "3"])
        #expect(root["a"]?.scalar == .int(1))
        #expect(parsed.diagnostics.first?.message == "the key 'a' stands twice in this mapping")
    }

    @Test("an alias that names nothing is null, and what follows keeps its place")
    func unknownAnchor() throws {
        let parsed = parse("known: &known 1\na: *knwon\nb: 2\n")
        let root = try #require(parsed.root)
        #expect(root["a"]?.isNull == true)
        #expect(root["b"]?.scalar == .int(2))
        #expect(parsed.diagnostics.first?.help == "did you mean 'known'?")
    }
}
