import SemConvDefinitions
import SemConvYAML
import Testing

@testable import SemConvRendering

@Suite("Documentation comments")
struct DocCommentTests {
    @Test("the parts stand in the order in which they came, with empty lines between blocks")
    func layout() {
        var comment = DocComment(indentation: 4)
        comment.paragraph("HTTP request method.\n")
        comment.name("http.request.method")
        comment.stability(.releaseCandidate)
        comment.examples([.string("GET"), .string("POST")])
        comment.paragraph("First.\n\nSecond.")
        comment.paragraph("")
        #expect(
            comment.text == """
                    /// HTTP request method.
                    ///
                    /// - Name: `http.request.method`
                    /// - Stability: release candidate
                    /// - Examples: `GET`, `POST`
                    ///
                    /// First.
                    ///
                    /// Second.
                """
        )
    }

    @Test("a comment stands behind what an output has, and one without anything leaves it alone")
    func output() {
        var output = ByteBuffer(capacity: 16)
        output.append(words: "enum Attributes {\n")
        let style = DocStyle(indentation: 4, links: DocLinks())
        for brief in ["", " \n", "HTTP request method.\n\nWith `code` and [a link](https://example.com)."] {
            var comment = DocComment(style: style, after: output)
            comment.paragraph(brief)
            output = comment.finish()
        }
        #expect(
            output.text(from: 0) == """
                enum Attributes {
                    /// HTTP request method.
                    ///
                    /// With `code` and [a link](https://example.com).
                """
        )
    }

    @Test("a comment without anything is empty")
    func empty() {
        var comment = DocComment()
        comment.paragraph(" \n")
        comment.item("Deprecated", "")
        comment.examples([])
        comment.stability(nil)
        comment.deprecation(nil)
        comment.attributes([])
        #expect(comment.text == "")
    }

    @Test("the lines of an item hang below it")
    func items() {
        var comment = DocComment()
        comment.item("Deprecated", "Use\n`x`.\n\nOr <y>.")
        comment.heading("Attributes")
        comment.item("`a`", "conditionally required: If\nit is.", level: 1)
        comment.item("List", "- a\n- b")
        #expect(
            comment.text == """
                /// - Deprecated: Use
                ///   `x`.
                ///
                ///   Or \\<y>.
                /// - Attributes:
                ///   - `a`: conditionally required: If
                ///     it is.
                /// - List:
                ///
                ///   - a
                ///   - b
                """
        )
    }

    @Test(
        "every line starts with three slashes, whatever is in it",
        arguments: ["\n", "\r", "\r\n", "\u{2028}", "\u{85}"]
    )
    func lineEnds(separator: String) {
        var comment = DocComment()
        comment.paragraph("a\(separator)*/ fatalError() /*")
        comment.item("Deprecated", "b\(separator)c")
        comment.name("x\(separator)y")
        comment.examples([.string("e\(separator)f")])
        comment.type(.enumeration(Enumeration(members: [EnumMember(id: "m", value: .string("v\(separator)w"))])))
        let ends = comment.text.unicodeScalars.split { [0xA, 0xD, 0xB, 0xC, 0x85, 0x2028, 0x2029].contains($0.value) }
        #expect(ends.allSatisfy { String($0).hasPrefix("///") })
    }

    @Test(
        "examples and names are shown as code",
        arguments: [
            ("GET", "`GET`"),
            ("a `b` c", "``` a `b` c ```"),
            ("`", "``` ` ```"),
            ("```", "```` ``` ````"),
            ("a``` ````b", "````` a``` ````b `````"),
            ("", "`\"\"`"),
            (" x", "`\" x\"`"),
            ("first\nsecond", "`first`…"),
            ("\nsecond", "`\" second\"`"),
            ("{\n  \"a\": 1\n}", "`{`…"),
            ("C:\\Program Files", "`C:\\Program Files`"),
            ("tab\there", "`tab here`"),
            ("57°F ←", "`57°F ←`"),
            ("a\u{202E}b", "`ab`"),
            (String(repeating: "é", count: 121), "`" + String(repeating: "é", count: 120) + "`…"),
            (String(repeating: "é", count: 120), "`" + String(repeating: "é", count: 120) + "`"),
        ]
    )
    func codeSpan(text: String, expected: String) {
        #expect(DocCodeSpan.of(text) == expected)
    }

    @Test("a list is an example in brackets, and of many examples the first are shown")
    func examples() {
        var comment = DocComment()
        comment.examples([.list([.string("a"), .int(1), .bool(true), .double(0.5), .null]), .int(7)])
        comment.examples((0..<9).map { .int($0) })
        #expect(
            comment.text == """
                /// - Examples: `["a", 1, true, 0.5, null]`, `7`
                /// - Examples: `0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, …
                """
        )
    }

    @Test(
        "types are spelled as a registry does",
        arguments: [
            (AttributeType.primitive(.string), "`string`"),
            (.primitive(.boolean), "`boolean`"),
            (.array(.int), "`int[]`"),
            (.template(.array(.string)), "`template[string[]]`"),
            (.any, "`any`"),
        ]
    )
    func types(type: AttributeType, expected: String) {
        var comment = DocComment()
        comment.type(type)
        #expect(comment.text == "/// - Type: \(expected)")
    }

    @Test("an enumeration shows its type and its first values")
    func enumeration() {
        var comment = DocComment()
        let few = ["GET", "_OTHER"].map { EnumMember(id: $0, value: .string($0)) }
        comment.type(.enumeration(Enumeration(members: few)), enumeration: "HTTPRequestMethod")
        let many = (0..<17).map { EnumMember(id: "m\($0)", value: .int($0)) }
        comment.type(.enumeration(Enumeration(members: many)))
        #expect(
            comment.text == """
                /// - Type: enumeration of `string`, ``HTTPRequestMethod``
                /// - Values: `GET`, `_OTHER`
                /// - Type: enumeration of `int`
                /// - Values: `0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11` and 5 more
                """
        )
    }

    @Test(
        "deprecation is told in the author's words, or in ours where there are none",
        arguments: [
            (Deprecation.renamed(to: "a.b", note: ""), "renamed to `a.b`"),
            (.renamed(to: "a.b", note: "Replaced by `a.b`."), "Replaced by `a.b`."),
            (.obsoleted(note: ""), "it has no successor"),
            (.uncategorized(note: "Split in two."), "Split in two."),
            (.unspecified(note: "Old."), "Old."),
        ]
    )
    func deprecation(deprecated: Deprecation, expected: String) {
        var comment = DocComment()
        comment.deprecation(deprecated)
        #expect(comment.text == "/// - Deprecated: \(expected)")
    }
}
