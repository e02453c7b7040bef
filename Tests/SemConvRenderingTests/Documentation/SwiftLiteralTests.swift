import SemConvYAML
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
        #expect(SwiftLiteral.escaped(text) == String(expected.dropFirst().dropLast()))
        var buffer = ByteBuffer(capacity: 1)
        buffer.append(utf8: "x")
        SwiftLiteral.append(text, to: &buffer)
        let written = buffer.text(from: 0)
        #expect(written == "x" + expected.dropFirst().dropLast())
    }

    @Test(
        "a text becomes one line",
        arguments: [
            ("A brief of several words.", "A brief of several words."),
            ("A brief with a line end behind it.\n", "A brief with a line end behind it."),
            ("Two\nlines of it,\r\n  and blanks \t ", "Two lines of it, and blanks"),
            (" first", "first"),
            ("a say \"x\" in it\n", #"a say \"x\" in it"#),
            ("Caché 57°F", "Caché 57°F"),
            ("", ""),
            ("\n", ""),
        ]
    )
    func lines(text: String, expected: String) {
        #expect(line(text) == expected)
    }

    private func line(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: 16)
        SwiftLiteral.appendLine(text, to: &buffer)
        return buffer.text(from: 0)
    }

    @Test("two blanks become one wherever they stand")
    func blanks() {
        for place in 1..<30 {
            let (start, end) = (String(repeating: "a", count: place), String(repeating: "b", count: 30 - place))
            #expect(line("\(start)  \(end)") == "\(start) \(end)")
            #expect(SwiftLiteral.singleLine("\(start)  \(end)") == "\(start) \(end)")
            #expect(SwiftLiteral.singleLine("\(start)\"\(end)") == "\(start)\"\(end)")
        }
    }

    @Test(
        "a double is never an integer literal",
        arguments: [(0.005, "0.005"), (1, "1.0"), (-2.5, "-2.5"), (10000, "10000.0"), (1e300, "1e+300"), (0, "0.0")]
    )
    func doubles(value: Double, expected: String) {
        #expect(SwiftLiteral.number(value) == expected)
    }
}
