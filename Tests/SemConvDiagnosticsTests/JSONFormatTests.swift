import Foundation
import SemConvDiagnostics
import Testing

/// What Foundation reads out of a document, so that the writer is not compared with itself.
func foundationObject(
    _ format: DiagnosticFormatter.Format,
    _ diagnostics: [Diagnostic]
) throws -> NSDictionary {
    let text = DiagnosticFormatter(format).string(for: diagnostics)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
}

@Suite("Diagnostics as JSON") struct JSONFormatTests {
    @Test("every part of a diagnostic is there")
    func full() throws {
        let first: NSDictionary = [
            "severity": "error", "rule": "duplicate-key", "message": "the key 'a' stands twice",
            "location": ["file": "model/a.yaml", "line": 3, "column": 7] as NSDictionary,
            "subject": "http.request.method", "help": "remove one of the two",
            "notes": [
                [
                    "message": "first here",
                    "location": ["file": "model/b.yaml", "line": 1, "column": 2] as NSDictionary,
                ] as NSDictionary,
                ["message": "and nowhere else"] as NSDictionary,
            ] as NSArray,
        ]
        let second: NSDictionary = [
            "severity": "warning", "rule": "empty-file", "message": "nothing in it",
            "location": ["file": "/srv/model/ä b%.yaml"] as NSDictionary,
        ]
        let third: NSDictionary = [
            "severity": "warning", "rule": "old-key", "message": "http.route has an old key",
            "location": ["file": "a.yaml", "line": 1, "column": 1] as NSDictionary, "subject": "http.route",
        ]
        let document = try foundationObject(.json, [Samples.full, Samples.wholeFile, Samples.named])
        #expect(
            document == ["version": 1, "errors": 1, "warnings": 2, "diagnostics": [first, second, third] as NSArray]
        )
    }

    @Test("any text comes back as it was")
    func hostile() throws {
        let document = try foundationObject(.json, [Samples.hostile])
        let read = try #require((document["diagnostics"] as? [NSDictionary])?.first)
        #expect(read["message"] as? String == Samples.hostile.message)
        #expect(read["subject"] as? String == "a\u{0}b")
        #expect((read["location"] as? NSDictionary)?["file"] as? String == Samples.hostile.location?.file)
        // Every scalar that JSON has to escape or a terminal would obey, and many that neither cares about.
        let scalars =
            (0...0x2FFF).compactMap { Unicode.Scalar($0 as UInt32) } + ["\u{FEFF}", "\u{1F600}", "\u{10FFFF}"]
        let message = String(String.UnicodeScalarView(scalars))
        let all = try foundationObject(.json, [Diagnostic(.error, "r", message)])
        #expect((all["diagnostics"] as? [NSDictionary])?.first?["message"] as? String == message)
    }

    @Test("the layout is fixed: two spaces a level, keys in this order")
    func layout() {
        #expect(
            DiagnosticFormatter(.json).string(for: [Samples.wholeFile]) == #"""
                {
                  "version": 1,
                  "errors": 0,
                  "warnings": 1,
                  "diagnostics": [
                    {
                      "severity": "warning",
                      "rule": "empty-file",
                      "message": "nothing in it",
                      "location": {
                        "file": "/srv/model/ä b%.yaml"
                      }
                    }
                  ]
                }

                """#
        )
        #expect(
            DiagnosticFormatter(.json).string(for: [])
                == "{\n  \"version\": 1,\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"diagnostics\": []\n}\n"
        )
    }

    @Test("nothing that does not show is written as it is")
    func visible() {
        let text = DiagnosticFormatter(.json).string(for: [Samples.hostile])
        #expect(text.contains(#"\"x\"\\\n::error::fake {0} 100%\r\t\u001b[31m\u202e\u0085\u2028"#))
    }
}
