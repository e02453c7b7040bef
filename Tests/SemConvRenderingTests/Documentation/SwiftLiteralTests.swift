import Testing

@testable import SemConvRendering

@Suite("Literals of Swift")
struct SwiftLiteralTests {
    @Test(
        "a string literal holds any text",
        arguments: [
            ("http.request.method", #""http.request.method""#),
            ("", #""""#),
            (#"say "x""#, #""say \"x\"""#),
            (#"C:\x"#, #""C:\\x""#),
            (#"\(evil)"#, #""\\(evil)""#),
            ("a\nb\rc\td", #""a\nb\rc\td""#),
            ("a\u{0}b\u{1B}c\u{7F}", #""a\u{0}b\u{1B}c\u{7F}""#),
            ("Caché 57°F ← —", #""Caché 57°F ← —""#),
            ("a\u{2028}b\u{85}c\u{202E}d", #""a\u{2028}b\u{85}c\u{202E}d""#),
            (#"""" and """#, #""\"\"\" and \"\"""#),
        ]
    )
    func strings(text: String, expected: String) {
        #expect(SwiftLiteral.string(text) == expected)
        #expect(SwiftLiteral.content(text) == String(expected.dropFirst().dropLast()))
    }

    @Test(
        "a double is never an integer literal",
        arguments: [
            (0.005, "0.005"), (1, "1.0"), (-2.5, "-2.5"), (10000, "10000.0"), (1e300, "1e+300"), (0, "0.0"),
            (.infinity, "Double.infinity"), (-.infinity, "-Double.infinity"), (.nan, "Double.nan"),
        ]
    )
    func doubles(value: Double, expected: String) {
        #expect(SwiftLiteral.double(value) == expected)
    }

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
        #expect(SwiftLiteral.messageText(markdown) == expected)
    }
}
