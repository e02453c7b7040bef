import SemConvYAML
import Testing

/// Expected texts follow the rules of YAML 1.2.2, chapters 7 and 8, by hand.
@Suite("Texts of several lines") struct BlockScalarTests {
    @Test("literal and folded blocks, with each kind of chomping and indentation", arguments: blocks)
    func block(source: String, expected: String) throws {
        let parsed = parse("key: \(source)after: 1\n")
        #expect(parsed.found.isEmpty)
        let node = try #require(parsed.root?["key"])
        #expect(node.string == expected)
        #expect(node.scalar == .string(expected))
        #expect(parsed.root?["after"]?.scalar == .int(1))
    }

    static let blocks: [(String, String)] = [
        // Section 8.1.1.2: what happens to the last line break and to empty lines behind it.
        ("|\n  one\n  two\n", "one\ntwo\n"), ("|-\n  one\n  two\n", "one\ntwo"), ("|+\n  one\n\n\n", "one\n\n\n"),
        ("|\n  one\n\n\n", "one\n"), ("|-\n  one\n\n\n", "one"), (">\n  one\n\n\n", "one\n"),
        (">-\n  one\n\n\n", "one"),
        (">+\n  one\n\n\n", "one\n\n\n"), ("|\n", ""), ("|+\n\n", "\n"), (">-\n\n", ""),
        ("|-  # comment\n  one\n", "one"),
        // Section 8.1.1.1: indentation given by a digit, or found.
        ("|2\n   one\n  two\n", " one\ntwo\n"), ("|1-\n  one\n", " one"), ("|-1\n  one\n", " one"),
        ("|\n    one\n      two\n    three\n", "one\n  two\nthree\n"), ("|\n\n  one\n", "\none\n"),
        // Section 8.1.3: single line breaks become spaces, empty lines line breaks; indented lines stay.
        (">\n  one\n  two\n", "one two\n"), (">\n  one\n\n  two\n", "one\ntwo\n"),
        (">\n  one\n\n\n  two\n", "one\n\ntwo\n"),
        (">\n  one\n    two\n  three\n", "one\n  two\nthree\n"),
        (">\n  one\n\n    two\n\n  three\n", "one\n\n  two\n\nthree\n"),
        (">\n  - one\n  - two\n", "- one - two\n"), (">\n\n  one\n", "\none\n"),
        // Marks that mean nothing inside.
        ("|\n  # no comment\n  a: b\n  \"x\"\n", "# no comment\na: b\n\"x\"\n"), ("|-\n  a \\n b\n", "a \\n b"),
        ("|\n  trailing  \n", "trailing  \n"),
        // Line ends of other systems become line feeds.
        ("|\r\n  one\r\n  two\r\n", "one\ntwo\n"),
    ]

    @Test("quoted and plain texts are folded", arguments: flow)
    func flowScalar(source: String, expected: String) throws {
        let parsed = parse("key: \(source)\nafter: 1\n")
        #expect(parsed.found.isEmpty)
        #expect(parsed.root?["key"]?.string == expected)
    }

    static let flow: [(String, String)] = [
        // Section 7.3.3.
        ("one\n  two", "one two"), ("one\n\n  two", "one\ntwo"), ("one # comment", "one"), ("one#two", "one#two"),
        ("a:b", "a:b"), ("http://example.com/?a#b", "http://example.com/?a#b"), ("it's", "it's"),
        // Section 7.3.2.
        ("'it''s'", "it's"), ("'a\\nb'", "a\\nb"), ("'one\n  two\n\n  three'", "one two\nthree"), ("' a '", " a "),
        // Section 7.3.1, and the escapes of section 5.7.
        ("\"one\n  two\n\n  three\"", "one two\nthree"), ("\"one \\\n  two\"", "one two"),
        ("\"a\\tb\\nc\\\\d\\\"\"", "a\tb\nc\\d\""),
        ("\"\\x41\\u00e4\\U0001F600\"", "Aä😀"), ("\"\\0\\a\\b\\e\\f\\r\\v\"", "\0\u{7}\u{8}\u{1B}\u{C}\r\u{B}"),
        ("\"\\N\\_\\L\\P\\/\\ \"", "\u{85}\u{A0}\u{2028}\u{2029}/ "),
    ]

    @Test("escapes that make a text longer than its source fit")
    func growingEscapes() throws {
        let count = 100_000
        let parsed = parse("\"" + String(repeating: "\\L\\P", count: count) + "\"")
        #expect(parsed.root?.string == String(repeating: "\u{2028}\u{2029}", count: count))
    }

    @Test("an anchored block is the same text wherever its alias stands")
    func anchoredBlock() throws {
        let parsed = parse("a: &text >\n  one\n  two\nb: *text\n")
        #expect(parsed.root?["b"]?.string == "one two\n")
    }
}
