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
            ("a\u{1B}c\u{7F}", #""a\u{1b}c\u{7f}""#),
            ("Caché 57°F ← —", #""Caché 57°F ← —""#),
            ("a\u{2028}b\u{85}c\u{202E}d", #""a\u{2028}b\u{85}c\u{202e}d""#),
            (#"""" and """#, #""\"\"\" and \"\"""#),
        ]
    )
    func strings(text: String, expected: String) {
        #expect(SwiftLiteral.quoted(text) == expected)
    }

    @Test(
        "a double is never an integer literal",
        arguments: [(0.005, "0.005"), (1, "1.0"), (-2.5, "-2.5"), (10000, "10000.0"), (1e300, "1e+300"), (0, "0.0")]
    )
    func doubles(value: Double, expected: String) {
        #expect(SwiftLiteral.number(value) == expected)
    }
}
