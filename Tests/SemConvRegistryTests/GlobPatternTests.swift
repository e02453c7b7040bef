import Testing

@testable import SemConvRegistry

@Suite("Patterns of imports")
struct GlobPatternTests {
    static let rows: [(String, [String], [String])] = [
        ("a.b", ["a.b"], ["a", "a.b.c", "aXb", ""]),
        ("*", ["a", "a.b.c", "ä/b"], []),
        ("a.*", ["a.", "a.b", "a.b.c"], ["a", "b.a."]),
        ("*.a", ["b.a", ".a"], ["a", "b.a.c"]),
        ("a*b*c", ["abc", "aXbYc", "abbc", "abcbc"], ["ab", "acb", "abcd"]),
        ("**", ["a", "a.b"], []),
        ("a**b", ["ab", "aXb"], ["a"]),
        ("?", ["a", "ä", "€"], ["", "ab"]),
        ("a?c", ["abc", "a.c"], ["ac", "abbc"]),
        ("[abc]", ["a", "b", "c"], ["d", "ab", ""]),
        ("[a-c]x", ["ax", "cx"], ["dx", "-x"]),
        ("[!a-c]", ["d", "-", "ä"], ["a", "b"]),
        ("[^a]", ["b"], ["a"]),
        ("[]a]", ["]", "a"], ["b"]),
        ("[!]a]", ["b"], ["]", "a"]),
        ("[a-]", ["a", "-"], ["b"]),
        ("[-a]", ["-", "a"], ["b"]),
        ("[a-cx-z]", ["b", "y"], ["d"]),
        ("[ä-ö]", ["ä", "ö"], ["a"]),
        ("[*?]", ["*", "?"], ["a"]),
        ("{a,b}", ["a", "b"], ["c", "ab", "{a,b}"]),
        ("{a,b}.{c,d}", ["a.c", "b.d"], ["a.b", "a."]),
        ("{,a}b", ["b", "ab"], ["a"]),
        ("{}a", ["a"], ["{}a"]),
        ("{a*,b?}", ["a", "abc", "bc"], ["b", "bcd"]),
        ("*{a,b}", ["a", "xb", "ab"], ["c", ""]),
        ("*{*a,b}", ["a", "xa", "xb"], ["c"]),
        ("{a,{b,c}}", ["a", "b", "c"], ["{b"]),
        ("{a,b}*{c,d}", ["ac", "bXd"], ["ab"]),
        ("a,b", ["a,b"], ["a", "b"]),
        ("\\*", ["*"], ["a"]),
        ("a\\{b", ["a{b"], ["ab"]),
        ("[\\]", ["\\"], ["]"]),
        ("{a\\,b,c}", ["a,b", "c"], ["a"]),
        ("http.{client,server}.*", ["http.client.x", "http.server.a.b"], ["http.client", "http.x.y"]),
    ]

    @Test("what matches, and what does not", arguments: rows)
    func matches(text: String, yes: [String], no: [String]) throws {
        let pattern = try GlobPattern(text)
        for name in yes { #expect(pattern.matches(name), "\(name)") }
        for name in no { #expect(!pattern.matches(name), "\(name)") }
    }

    @Test(
        "a pattern for one text knows that text",
        arguments: [
            ("a.b", "a.b"), ("a\\*", "a*"), ("ä", "ä"), ("a*", nil), ("a?", nil), ("[a]", nil), ("{a}", nil),
            ("a,b", "a,b"),
        ]
    )
    func literal(text: String, literal: String?) throws {
        #expect(try GlobPattern(text).literal == literal)
    }

    @Test(
        "what is no pattern",
        arguments: [
            ("[", GlobPattern.Problem.unclosedSet), ("[a", .unclosedSet), ("[]", .unclosedSet), ("[!]", .unclosedSet),
            ("[b-a]", .emptyRange), ("{", .unclosedChoice), ("{a,b", .unclosedChoice), ("{a,{b}", .unclosedChoice),
            ("}", .unopenedChoice), ("a}", .unopenedChoice), ("{a}}", .unopenedChoice), ("\\", .danglingEscape),
            ("a\\", .danglingEscape), ("{a\\", .danglingEscape), ("{[}", .unclosedSet),
            (String(repeating: "a", count: 1_001), .tooLong), (String(repeating: "{", count: 17), .nestedTooDeep),
            (String(repeating: "{a,", count: 200) + String(repeating: "}", count: 200), .nestedTooDeep),
        ]
    )
    func problem(text: String, problem: GlobPattern.Problem) {
        #expect(throws: problem) { try GlobPattern(text) }
    }

    /// A pattern that would take other matchers years.
    struct Hostile: CustomTestStringConvertible, Sendable {
        let piece: String
        let count: Int
        var end = ""
        /// Whether it matches letters a, and letters a and b with a c at the end.
        var matches = (false, false)
        var testDescription: String { "\(count) times \(piece)\(end)" }
    }

    @Test(
        "hostile patterns end soon",
        arguments: [
            Hostile(piece: "*a", count: 150, matches: (true, false)), Hostile(piece: "a*", count: 499, end: "b"),
            Hostile(piece: "{a,aa,*}", count: 120, end: "b"),
            Hostile(piece: "{*,*}", count: 180, end: "c", matches: (false, true)),
            Hostile(piece: "{a*,{a*,{a*,a*}}}", count: 50, end: "b"),
            Hostile(piece: "?*", count: 150, end: "c", matches: (false, true)),
            Hostile(piece: "[!b]*", count: 190, end: "b"),
            Hostile(piece: "*", count: 990, end: "c", matches: (false, true)),
        ]
    )
    func hostile(_ hostile: Hostile) throws {
        let pattern = try GlobPattern(String(repeating: hostile.piece, count: hostile.count) + hostile.end)
        #expect(pattern.matches(String(repeating: "a", count: 200)) == hostile.matches.0)
        #expect(pattern.matches(String(repeating: "ab", count: 100) + "c") == hostile.matches.1)
    }

    @Test("a long text needs no deep stack")
    func longText() throws {
        let name = String(repeating: "a", count: 300_000)
        #expect(try GlobPattern("*a").matches(name))
        #expect(try !GlobPattern("*b").matches(name))
    }
}
