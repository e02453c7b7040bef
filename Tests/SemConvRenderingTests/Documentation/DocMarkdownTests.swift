import Testing

@testable import SemConvRendering

@Suite("Texts made fit for documentation comments")
struct DocMarkdownTests {
    private static let links = DocLinks(
        root: "https://github.com/org/conventions/blob/v1/",
        folder: "https://github.com/org/conventions/blob/v1/docs/http"
    )

    private func safe(_ text: String, links: DocLinks = links) -> String {
        var comment = DocComment(links: links)
        comment.paragraph(text)
        return comment.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("/// ") ? String($0.dropFirst(4)) : String($0.dropFirst(3)) }.joined(separator: "\n")
    }

    @Test(
        "Markdown that means the same to DocC stays as it is",
        arguments: [
            "A plain brief.",
            "InterSystems Caché, 57°F, ←, — and ’.",
            "- one\n- two\n  with more\n\n* three",
            "1. first\n2. second\n\n   more of it",
            "| a | b |\n| --- | :-: |\n| `x\\|y` | z |",
            "> A quotation\n> of two lines.",
            "**bold**, *slanted*, `code` and ``` a`b ```.",
            "```json\n{\"a\": [1]}\n@x <y> # z\n```",
            "~~~sh\nls\n~~~",
            "See [it](https://a.b/c_(d)?e#f \"title\") and <https://a.b> and <mailto:a@b.c>.",
            "`scheme://host[:port][path][?query][#fragment]` and scheme://host[:port][path]",
            "the [`faas` resource][faasres] and [FaaS resource attributes][]",
            "PHP: `GuzzleHttp\\Client::transfer`, [\"Disk\\% Idle Time\"](https://a.b)",
            "a < b, a <= b, 1 <2, x<-y",
            "escaped \\<br>, \\[x\\] and \\`tick",
            "* Elixir: `OpenTelemetry.Ctx.new`\n- Linux: the `drop` column",
            "above\n\n---\n\nbelow",
            "a\ttab, a ^caret, an _underscore_ and 100 é in a line that is long enough for several words",
            "an @mention inside and mail a@b.c",
            "#hashtag and issue #12",
            "    indented code",
            "C:\\Program Files\\MyApp",
        ]
    )
    func unchanged(text: String) {
        #expect(safe(text) == text)
    }

    @Test(
        "what could break out of a line comment goes",
        arguments: [
            ("a\r\nb\rc", "a\nb\nc"),
            ("a\u{2028}b\u{2029}c", "a b c"),
            ("a\u{0}b\u{7}c\u{1B}d\u{7F}e\u{85}f\u{B}g\u{C}h", "a b c d e f g h"),
            ("safe\u{202E}evil\u{2066}x\u{200F}", "safeevilx"),
            ("trailing  \nblanks\t\n \t \nhere ", "trailing\nblanks\n\nhere"),
            ("\n\n a\n\n\n\nb\n\n", " a\n\nb"),
            ("", ""),
            (" \n\t\n", ""),
        ]
    )
    func breakouts(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test(
        "what DocC would take for itself is text",
        arguments: [
            ("@Metadata {\n}", "\\@Metadata {\n}"),
            ("  @Comment", "  \\@Comment"),
            ("- Note: x", "- *Note*: x"),
            ("* Returns: x", "* *Returns*: x"),
            ("+ seealso: x", "+ *seealso*: x"),
            ("- Parameter name: x", "- *Parameter* name: x"),
            ("- Parameters:\n  - a: x", "- *Parameters*:\n  - a: x"),
            ("- Parameter is a word", "- *Parameter* is a word"),
            ("- Notes: x", "- Notes: x"),
            ("- Note x: y", "- Note x: y"),
            ("a ``Symbol`` b", "a `Symbol` b"),
            ("a ``x`y`` b", "a ```x`y``` b"),
            ("# Topics\n## See Also ##\n#", "**Topics**\n**See Also**"),
            ("Topics\n---\n===", "Topics\n\\---\n\\==="),
            ("Topics\n-", "Topics\n\\-"),
            ("<doc:Other> and <Word>", "\\<doc:Other> and \\<Word>"),
            ("a <key> and </b> and <!-- c -->", "a \\<key> and \\</b> and \\<!-- c -->"),
            ("`<key>` and ``<key>``", "`<key>` and `<key>`"),
        ]
    )
    func directives(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test(
        "a line break of HTML becomes one of Markdown, and a blank where there is none",
        arguments: [
            ("a<br>b", "a\\\nb"),
            ("  a<BR/> `b`", "  a\\\n  `b`"),
            ("a<br />- b", "a - b"),
            ("| a <br> b |", "| a b |"),
            ("> a<br>b", "> a b"),
            ("a<br>", "a"),
        ]
    )
    func lineBreaks(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test(
        "alerts become asides",
        arguments: [
            ("> [!WARNING]\n> Sensitive\n> data.", "> Warning: Sensitive\n> data."),
            ("> [!Warning]\n>\n> This", "> Warning: This"),
            ("Text.\n\n> [!NOTE]\n> A `note`.\n\nMore.", "Text.\n\n> Note: A `note`.\n\nMore."),
            ("Text.\n> [!CAUTION]\n> Hot.", "Text.\n\n> Warning: Hot."),
            ("> [!TIP]\n> a\n\n> [!IMPORTANT]\n> b", "> Tip: a\n\n> Important: b"),
            ("> [!NOTE]\n\nnot in it", "not in it"),
            ("> [!OTHER]\n> x", "> [!OTHER]\n> x"),
            ("> [!NOTE] text", "> [!NOTE] text"),
        ]
    )
    func alerts(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test(
        "links become whole",
        arguments: [
            ("[a](/docs/x.md#y)", "[a](https://github.com/org/conventions/blob/v1/docs/x.md#y)"),
            ("[a](y.md)", "[a](https://github.com/org/conventions/blob/v1/docs/http/y.md)"),
            ("[a](./y.md)", "[a](https://github.com/org/conventions/blob/v1/docs/http/y.md)"),
            ("[a](../db/y.md \"t\")", "[a](https://github.com/org/conventions/blob/v1/docs/db/y.md \"t\")"),
            ("[a](//host/x)", "[a](https://host/x)"),
            ("[`a` and [b]](/x)", "[`a` and [b]](https://github.com/org/conventions/blob/v1/x)"),
            ("[a\nb](/x)", "[a\nb](https://github.com/org/conventions/blob/v1/x)"),
            // Where a link leads nowhere its text stays.
            ("see [the rules](#rules).", "see the rules."),
            ("[a]()", "a"),
            // A URL has only ASCII, and a title only what can be printed.
            ("[a](https://c/é?x=\u{7F})", "[a](https://c/%C3%A9?x=%7F)"),
            ("[a](/é \"t\")", "[a](https://github.com/org/conventions/blob/v1/%C3%A9 \"t\")"),
            ("[a](/x \"é\") b", "[a](https://github.com/org/conventions/blob/v1/x) b"),
            ("[a](https://c \"é\") b", "[a](https://c) b"),
            ("![a](/x)[b](/y)", "a[b](https://github.com/org/conventions/blob/v1/y)"),
            ("[a](../../../../../../../x)", "a"),
            ("![Stable](https://badge)", "Stable"),
            ("[![alt](/i.png)](/x)", "[alt](https://github.com/org/conventions/blob/v1/x)"),
            // Code is not a link.
            ("`[a](/x)`", "`[a](/x)`"),
            ("[a](unclosed", "[a](unclosed"),
            ("a](/x)", "a](/x)"),
        ]
    )
    func wholeLinks(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test("without a base a relative link is its text")
    func noBase() {
        #expect(safe("[a](/docs/x.md), [b](y.md), [c](https://c)", links: DocLinks()) == "a, b, [c](https://c)")
    }

    @Test(
        "fenced code has a language and an end",
        arguments: [
            ("```\nlet x = <y>\n```", "```text\nlet x = <y>\n```"),
            ("~~~~ \n```\n~~~~", "~~~~text\n```\n~~~~"),
            ("```\nopen", "```text\nopen\n```"),
            ("> ```\n> <x>\nafter <y>", "> ```text\n> <x>\n> ```\nafter \\<y>"),
            ("- a\n  ```\n  @x\n  ```\n- Note: b", "- a\n  ```text\n  @x\n  ```\n- *Note*: b"),
            ("```\na\n\n\nb\u{0}c\n```", "```text\na\n\n\nb c\n```"),
            ("````\n```\n````\n<x>", "````text\n```\n````\n\\<x>"),
        ]
    )
    func fences(text: String, expected: String) {
        #expect(safe(text) == expected)
    }

    @Test(
        "a code span may run over a line end, but not over a block",
        arguments: [
            ("a `b\nc` <d>", "a `b c` \\<d>"),
            ("a `b\n\n<c>` d", "a `b\n\n\\<c>` d"),
            ("a `b\n- <c>` d", "a `b\n- \\<c>` d"),
            ("a ` b <c>", "a ` b \\<c>"),
            ("`@\n@x`", "`@ @x`"),
            ("# a `b\nc` d", "**a `b c`** d"),
        ]
    )
    func codeSpans(text: String, expected: String) {
        // The last row: a heading with an open code span is not one that anybody writes; it must only stay sound.
        #expect(safe(text).filter { $0 != "*" } == expected.filter { $0 != "*" })
    }

    @Test(
        "hostile texts take time in proportion to their length",
        arguments: ["<", "[", "](", "`", "` `` ``` ", "<br>", "![", "> ", "| <br>", "\\", "- Note: ", "```\n", "[a](("]
    )
    func hostile(piece: String) {
        let clock = ContinuousClock()
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let time = clock.measure { _ = safe(text) }
        #expect(time < .seconds(10))
    }
}
