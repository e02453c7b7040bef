import SemConvDiagnostics
import SemConvYAML
import Testing

@Suite("A node's place is exact: lines and columns from 1, columns in Unicode scalars") struct PositionTests {
    private func places(_ text: String) throws -> [String] {
        let root = try #require(parse(text).root)
        return root.structure.split(separator: "\n").map { line in
            String(line.drop { $0 == " " }.prefix { $0 != " " })
        }
    }

    @Test(
        "places of all nodes in the order of the file",
        arguments: [
            ("a: 1\nb:\n  - x\n  - y: 2\n", ["1:1", "1:1", "1:4", "2:1", "3:3", "3:5", "4:5", "4:5", "4:8"]),
            // A sequence that is not indented starts at its first dash.
            ("a:\n- 1\n", ["1:1", "1:1", "2:1", "2:3"]),
            ("{a: [1, 2], 'b': \"c\"}", ["1:1", "1:2", "1:5", "1:6", "1:9", "1:13", "1:18"]),
            // A value of nothing stands behind the colon.
            ("a:\nb: 1\n", ["1:1", "1:1", "1:3", "2:1", "2:4"]),
            ("a: |\n  x\nb: >-\n\n  y\nc: 1\n", ["1:1", "1:1", "1:4", "3:1", "3:4", "6:1", "6:4"]),
            // Comments and blank lines count.
            ("# one\n\n---\n# two\na: 1 # three\n\nb: 2\n", ["5:1", "5:1", "5:4", "7:1", "7:4"]),
            // An anchor or a tag is the start of its node; an alias has its own place.
            ("a: &x !!str 1\nb: *x\n", ["1:1", "1:1", "1:4", "2:1", "2:4"]),
            ("&r\na: 1\n", ["1:1", "2:1", "2:4"]),
            // Wide characters count once; one of two scalars counts twice.
            ("ä: 1\n€€: {😀: e\u{301}x, b: 2}\n", ["1:1", "1:1", "1:4", "2:1", "2:5", "2:6", "2:9", "2:14", "2:17"]),
            // Line ends of all systems.
            ("a: 1\r\nb: 2\rc: 3\n", ["1:1", "1:1", "1:4", "2:1", "2:4", "3:1", "3:4"]),
            ("a: b\n  c\nd: 1\n", ["1:1", "1:1", "1:4", "3:1", "3:4"]),
        ] as [(String, [String])]
    )
    func nodePlaces(text: String, expected: [String]) throws {
        #expect(try places(text) == expected)
    }

    @Test("a byte order mark is no column")
    func byteOrderMark() throws {
        #expect(try places("\u{FEFF}a: 1\n") == ["1:1", "1:1", "1:4"])
    }

    @Test(
        "characters that YAML 1.1 alone takes for line ends are no lines",
        arguments: ["\u{85}", "\u{2028}", "\u{2029}"]
    )
    func falseLineEnds(character: String) throws {
        // Within quotes, once and twice; what comes after stands where an editor shows it.
        #expect(
            try places("a: '\(character)x'\nb: {c: \"\(character)\(character)y\", d: 1}\nf: 3\n")
                == ["1:1", "1:1", "1:4", "2:1", "2:4", "2:5", "2:8", "2:15", "2:18", "3:1", "3:4"]
        )
        let parsed = parse("a: '\(character)'\nb: *none\n")
        #expect(parsed.found == [Found("yaml-unknown-anchor", 2, 4)])
        // libyaml itself ends the comment there, so what follows is a key; its column is that of the one line.
        #expect(try places("a: 1 #\(character)b: 2\n") == ["1:1", "1:1", "1:4", "1:8", "1:11"])
    }

    @Test(
        "what the end of a text lacks is missed there, with or without a line end",
        arguments: [
            ("{a: 1", 1, 6), ("{a: 1\n", 2, 1), ("{a: 1\r\n", 2, 1), ("{a: 1\r", 2, 1), ("a: [ä,\n  €😀", 2, 5),
            ("a: 'x\n", 2, 1), ("a: 'x\u{2028}y", 1, 8), ("a: 'x\u{2028}", 1, 7),
        ]
    )
    func openEnd(text: String, line: Int, column: Int) {
        #expect(
            parse(text).diagnostics.map(\.location) == [SourceLocation(file: "test.yaml", line: line, column: column)]
        )
    }

    @Test("a value of nothing at the end of a text stands there")
    func emptyAtEnd() throws {
        #expect(try places("? a") == ["1:1", "1:3", "1:4"])
        #expect(try places("- a\n-") == ["1:1", "1:3", "2:2"])
    }

    @Test("an alias leads to the content of its anchor, whose parts keep their places")
    func alias() throws {
        let root = try #require(parse("a: &x {k: [1]}\nb: *x\n").root)
        let alias = try #require(root["b"])
        #expect(alias.kind == .mapping)
        #expect(alias.location.description == "test.yaml:2:4")
        #expect(alias["k"]?.location.description == "test.yaml:1:11")
    }
}
