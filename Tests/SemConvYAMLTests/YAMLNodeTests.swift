import SemConvYAML
import Testing

@Suite("A node gives its parts without making copies") struct YAMLNodeTests {
    @Test("elements come in order, as often as one asks")
    func elements() throws {
        let list = try #require(parse("- a\n- [b, c]\n- {d: e}\n- f\n").root)
        #expect(list.kind == .sequence)
        #expect(list.count == 4)
        #expect(list.elements.count == 4)
        #expect(list.elements.map(\.kind) == [.scalar, .sequence, .mapping, .scalar])
        #expect(list.elements.map(\.string) == ["a", "", "", "f"])
        #expect(list.elements.first?.string == "a")
        #expect(!list.elements.isEmpty)
        #expect(list.entries.isEmpty)
        #expect(list.entries.map(\.key.string) == [])
    }

    @Test("entries come in the order of the file")
    func entries() throws {
        let map = try #require(parse("z: 1\na: {b: [1, 2], c: 3}\nm:\n").root)
        #expect(map.kind == .mapping)
        #expect(map.count == 3)
        #expect(map.entries.count == 3)
        #expect(map.entries.map(\.key.string) == ["z", "a", "m"])
        #expect(map.entries.map(\.value.kind) == [.scalar, .mapping, .scalar])
        #expect(map.elements.isEmpty)
        #expect(map.elements.first == nil)
    }

    @Test("empty collections have no parts", arguments: ["[]", "{}"])
    func empty(text: String) throws {
        let node = try #require(parse("\(text)\n").root)
        #expect(node.count == 0)
        #expect(node.elements.map(\.string) == [])
        #expect(node.entries.map(\.key.string) == [])
        #expect(node["a"] == nil)
    }

    @Test("an alias to the node before, to a collection and within a collection")
    func aliases() throws {
        let root = try #require(parse("- &a x\n- &b [*a, y]\n- *b\n- {*a : *b}\n").root)
        let elements = Array(root.elements)
        try #require(elements.count == 4)
        #expect(elements[2].elements.map(\.string) == ["x", "y"])
        #expect(elements[3]["x"]?.elements.map(\.string) == ["x", "y"])
        #expect(elements[2].count == 2)
    }

    @Test("a text is compared by its bytes")
    func matches() throws {
        let root = try #require(parse("[requirement_level, 'type', \"\\u00e4\", '', x]").root)
        let elements = Array(root.elements)
        try #require(elements.count == 5)
        #expect(elements[0].matches("requirement_level"))
        #expect(!elements[0].matches("requirement_leve"))
        #expect(!elements[0].matches("requirement_levels"))
        #expect(!elements[0].matches("requirement_Level"))
        #expect(elements[1].matches("type"))
        #expect(elements[2].matches("ä"))
        // The same character in two scalars is another text.
        #expect(!elements[2].matches("a\u{308}"))
        #expect(elements[3].matches(""))
        #expect(!elements[4].matches(""))
        #expect(!elements[4].matches("X"))
        #expect(elements[4].matches("x"))
        #expect(!root.matches("x"))
    }

    @Test("the bytes of a text can be read in place")
    func bytes() throws {
        let root = try #require(parse("a: €x\nb: [1]\n").root)
        let text = try #require(root["a"])
        #expect(text.withUTF8 { bytes in bytes.count } == 4)
        #expect(text.withUTF8 { bytes in bytes[3] } == UInt8(ascii: "x"))
        #expect(root["b"]?.withUTF8 { bytes in bytes.isEmpty } == true)
    }

    @Test("a key is found by its bytes")
    func subscripting() throws {
        let root = try #require(parse("a: 1\n'b c': 2\n3: 4\n").root)
        #expect(root["a"]?.scalar == .int(1))
        #expect(root["b c"]?.scalar == .int(2))
        #expect(root["3"]?.scalar == .int(4))
        #expect(root["b"] == nil)
        #expect(root["a"]?["a"] == nil)
    }

    @Test("a mapping has a key or not")
    func contains() throws {
        let root = try #require(parse("a: 1\n'b c': {d: 2}\n3: 4\n").root)
        #expect(root.contains("a") && root.contains("b c") && root.contains("3"))
        #expect(!root.contains("d") && !root.contains("b") && !root.contains(""))
        #expect(root["a"]?.contains("a") == false)
    }

    @Test("entries come with the positions of their keys")
    func keyedEntries() throws {
        let words = YAMLKeywords(["type", "id", "requirement_level", "requirement_leveL"])
        let text = "id: &i id\nrequirement_level: [1, 2]\nother: {id: 3}\n[a]: 4\n*i : 5\nrequirement_leve: 6\n"
        let root = try #require(parse(text).root)
        var entries = root.keyedEntries
        var found: [String] = []
        while let value = entries.next(in: words) {
            found.append("\(entries.key.string) \(entries.keyword ?? -1) \(value.count) \(value.string)")
        }
        #expect(
            found == [
                "id 1 0 id", "requirement_level 2 2 ", "other -1 1 ", " -1 0 4", "id 1 0 5", "requirement_leve -1 0 6",
            ]
        )
        var none = try #require(root["id"]).keyedEntries
        #expect(none.next(in: words) == nil)
    }

    @Test(
        "which nodes are strings",
        arguments: [
            ("x", true), ("'1'", true), ("\"null\"", true), ("''", true), ("!!str 1", true), ("nulls", true),
            ("1", false), ("1.5", false), ("true", false), ("~", false), ("", false), ("[x]", false), ("{x: y}", false),
        ]
    )
    func isString(text: String, expected: Bool) throws {
        let node = try #require(parse("a: \(text)\n").root?["a"])
        #expect(node.isString == expected)
        #expect((node.stringValue != nil) == expected)
    }

    @Test("documents are read and walked from several tasks at once")
    func concurrency() async throws {
        let text = (0..<200).map { "key\($0): &a\($0) [text \($0), {a: *a\(max(0, $0 - 1))}]\n" }.joined()
            .replacing("{a: *a0}", with: "{a: b}")
        let shared = try #require(parse(text).document)
        let expected = try #require(shared.root).structure
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { shared.root?.structure == expected }
                group.addTask { parse(text).root?.structure == expected }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test("a node keeps its document alive")
    func lifetime() throws {
        var node: YAMLNode?
        do { node = parse("a: [some text that does not fit into a small string]\n").root?["a"] }
        #expect(node?.elements.first?.string == "some text that does not fit into a small string")
    }
}

@Suite("A list of words finds a scalar among them") struct YAMLKeywordsTests {
    static let words: [StaticString] = ["id", "type", "brief", "note", "stability", "ab", "ba", "", "a", "id"]
    static let keywords = YAMLKeywords(words)

    @Test(
        "the position of a word, or nothing",
        arguments: [
            ("id", 0), ("type", 1), ("'brief'", 2), ("note", 3), ("stability", 4), ("ab", 5), ("ba", 6), ("''", 7),
            ("a", 8), ("b", nil), ("stabilitx", nil), ("ID", nil), ("notes", nil), ("[id]", nil),
        ] as [(String, Int?)]
    )
    func position(text: String, expected: Int?) throws {
        let node = try #require(parse("[\(text)]").root?.elements.first)
        #expect(Self.keywords.index(of: node) == expected)
    }

    @Test("the list can be read back, and an empty one finds nothing")
    func list() throws {
        #expect(Self.keywords.words == Self.words.map(\.description))
        let node = try #require(parse("id").root)
        #expect(YAMLKeywords([]).index(of: node) == nil)
    }
}
