import Testing

@testable import SemConvRendering

@Suite("Texts as messages")
struct DocPlainTextTests {
    @Test(
        "a message is one line without links",
        arguments: [
            ("Replaced by `x`.", "Replaced by `x`."),
            ("  Two\n  lines\tand  blanks \n", "Two lines and blanks"),
            ("See [the page](/docs/x.md#y) and [b](z).", "See the page and b."),
            ("[x] and [y][z] and a[0](1", "[x] and [y][z] and a[0](1"),
            ("", ""),
        ]
    )
    func messages(markdown: String, expected: String) {
        #expect(DocPlainText.of(markdown) == expected)
    }
}
