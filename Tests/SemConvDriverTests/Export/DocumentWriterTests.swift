import SemConvDefinitions
import SemConvDiagnostics
import SemConvYAML
import Testing

@testable import SemConvDriver

/// Texts that writers get wrong: each has to come back exactly as it went in.
enum HardText {
    static let all: [String] = [
        "", " ", "  lead", "trail ", "\n", "\n\n", "a\n", "a\n\n", "a\nb", "a\nb\n", "a\n\nb\n\n\n", " a\nb", "\na\nb",
        "a \nb", "a\n b", "a\n  b\n c", "a\n\tb", "\ta", "a\tb", "a\rb", "a\r\nb", "- a", "a: b", "a #b", "#a", "a:",
        ":a",
        "null", "Null", "~", "true", "True", "YES", "no", "on", "OFF", "y", "N", "nan", ".nan", ".inf", "-.inf", "Inf",
        "1", "-1", "+1", "0x1F", "0o17", "017", "1e5", "1.0", "1_000", "12:30:45", "2001-01-01", "0b11", "1.5e+3", "=",
        "<<", "a-b", "a/b", "a.b.c", "-", "?", "? a", "!tag", "&a", "*a", "%a", "@a", "`a", "{a", "[a", "]", "}", ",",
        "'", "\"", "\\", "\\n", "it's", "say \"x\"", "---", "...", "--- a\n...\n", "a\n---\nb", "é", "日本語", "🎉",
        "e\u{301}",
        "\u{0}", "\u{7}\u{8}\u{C}\u{1B}", "\u{7F}", "\u{85}", "a\u{85}b", "\u{A0}", "\u{2028}a\u{2029}", "\u{FEFF}x",
        "\u{FFFE}", "\u{10FFFF}", "a\u{2028}\nb", "x\n\u{FEFF}\n",
        "very " + String(repeating: "long ", count: 60) + "x",
        "key: |\n  block\n", "a\n#b", "| a", "> a", "https://a.b/c?d=e#f", "{http.method}", "a, b", "100%", "a'b\nc\"d",
    ]
}

@Suite("Writing documents")
struct DocumentWriterTests {
    /// Every hard text as a value, as a key, in a list, and deeper down.
    private static func document(_ texts: [String] = HardText.all) -> FreeValue {
        let strings = texts.map { FreeValue.string($0) }
        return .map([
            .init(key: "list", value: .list(strings)),
            .init(key: "keys", value: .map(texts.enumerated().map { .init(key: $1, value: .int($0)) })),
            .init(
                key: "nested",
                value: .list(
                    strings.map {
                        .map([.init(key: "a", value: .list([.list([$0]), $0])), .init(key: "b", value: $0)])
                    }
                )
            ),
            .init(
                key: "values",
                value: .list([
                    .null, .bool(true), .bool(false), .int(0), .int(.min), .int(.max), .double(0.5), .double(1),
                    .double(1e16), .double(1.5e300), .double(-2.5e-7), .double(0.1), .list([]), .map([]),
                    .list([.list([]), .map([]), .list([.int(1), .int(2)])]), .map([.init(key: "e", value: .map([]))]),
                ])
            ),
        ])
    }

    private func reread(_ bytes: [UInt8]) throws -> FreeValue {
        var diagnostics = DiagnosticCollector()
        let document = YAMLReader().read(bytes: bytes, file: "written", diagnostics: &diagnostics)
        #expect(diagnostics.diagnostics.map(\.message) == [])
        return FreeValue(try #require(document?.root))
    }

    /// Equal to the last byte: `==` of two strings passes over how an accent is composed.
    private func expectSame(_ left: FreeValue, _ right: FreeValue, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(JSONWriter().document(left) == JSONWriter().document(right), sourceLocation: sourceLocation)
    }

    typealias SourceLocation = Testing.SourceLocation

    @Test("YAML comes back as it went in")
    func yamlReread() throws {
        expectSame(try reread(YAMLWriter().document(Self.document())), Self.document())
    }

    @Test("JSON, which is YAML too, comes back as it went in")
    func jsonReread() throws {
        // YAML refuses a few characters that JSON takes, and version 1.1 ends lines at others.
        let refused: Set<Unicode.Scalar> = ["\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}"]
        let document = Self.document(HardText.all.filter { $0.unicodeScalars.allSatisfy { !refused.contains($0) } })
        expectSame(try reread(JSONWriter().document(document)), document)
    }

    @Test(
        "Python reads the same from YAML as from JSON",
        .enabled(if: Tool.run("python3", ["-c", "import yaml"]) == 0, "there is no python3 with a YAML module"),
        arguments: ["yaml.SafeLoader", "yaml.CSafeLoader"]
    )
    func pythonReread(loader: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.write(String(decoding: YAMLWriter().document(Self.document()), as: UTF8.self), to: "a.yaml")
        try temporary.write(String(decoding: JSONWriter().document(Self.document()), as: UTF8.self), to: "a.json")
        var writer = JSONWriter()
        writer.isASCII = true
        writer.sortsKeys = true
        writer.indentation = 0
        try temporary.write(String(decoding: writer.document(Self.document()), as: UTF8.self), to: "b.json")
        let script = """
            import json, sys, yaml
            name = sys.argv[1]
            a = yaml.load(open(name + "/a.yaml", encoding="utf-8", newline=""), Loader=getattr(yaml, "\(loader.dropFirst(5))", yaml.SafeLoader))
            b = json.load(open(name + "/a.json", encoding="utf-8"))
            c = json.load(open(name + "/b.json", encoding="ascii"))
            sys.exit(0 if a == b == c and repr(a) == repr(b) else 1)
            """
        #expect(Tool.run("python3", ["-c", script, temporary.path]) == 0)
    }

    @Test(
        "a string is as plain as it safely can be",
        arguments: [
            ("http.request.method", "http.request.method"),
            ("updowncounter", "updowncounter"),
            ("a/b-c_d", "a/b-c_d"),
            ("yes", "\"yes\""),
            ("Null", "\"Null\""),
            ("1.0", "\"1.0\""),
            ("{request}", "\"{request}\""),
            ("two words", "\"two words\""),
            ("", "\"\""),
            ("a\nb\n", "|\n  a\n  b"),
            ("a\n\nb", "|-\n  a\n\n  b"),
            ("a\n\n", "|+\n  a\n"),
            (" a\nb", "\" a\\nb\""),
            ("a\u{1}", "\"a\\x01\""),
            ("\u{2028}", "\"\\u2028\""),
        ]
    )
    func yamlString(string: String, expected: String) {
        let bytes = YAMLWriter().document(.map([.init(key: "k", value: .string(string))]))
        #expect(String(decoding: bytes, as: UTF8.self) == "k: \(expected)\n")
    }

    @Test(
        "numbers that are none in JSON",
        arguments: [(Double.infinity, ".inf"), (-.infinity, "-.inf"), (.nan, ".nan")]
    )
    func nonFinite(double: Double, expected: String) {
        #expect(String(decoding: YAMLWriter().document(.double(double)), as: UTF8.self) == expected + "\n")
        #expect(String(decoding: JSONWriter().document(.double(double)), as: UTF8.self) == "\"\(expected)\"\n")
    }

    @Test("keys are sorted by their bytes where that is asked for, and characters beyond ASCII escaped")
    func sortedASCII() {
        var writer = JSONWriter()
        writer.sortsKeys = true
        writer.isASCII = true
        writer.indentation = 1
        let keys = ["b", "a.b", "a", "B", "é", "🎉", "a_b", "e\u{301}"]
        let bytes = writer.document(.map(keys.map { .init(key: $0, value: .null) }))
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {
                 "B": null,
                 "a": null,
                 "a.b": null,
                 "a_b": null,
                 "b": null,
                 "e\u0301": null,
                 "\u00e9": null,
                 "\ud83c\udf89": null
                }

                """#
        )
    }
}
