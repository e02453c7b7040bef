import Foundation
import SemConvDiagnostics
import Testing

@Suite("Diagnostics as SARIF 2.1.0") struct SARIFFormatTests {
    private func run(_ diagnostics: [Diagnostic]) throws -> NSDictionary {
        let log = try foundationObject(.sarif, diagnostics)
        #expect(log["version"] as? String == "2.1.0")
        return try #require((log["runs"] as? [NSDictionary])?.first)
    }

    private func results(_ diagnostics: [Diagnostic]) throws -> [NSDictionary] {
        try #require(try run(diagnostics)["results"] as? [NSDictionary])
    }

    @Test("the driver lists each rule once, in order, and results refer to it")
    func rules() throws {
        let run = try run([Samples.full, Samples.nowhere, Samples.full, Samples.hostile])
        let driver = try #require((run["tool"] as? NSDictionary)?["driver"] as? NSDictionary)
        #expect(driver["name"] as? String == "codegen")
        let rules = try #require(driver["rules"] as? [NSDictionary])
        #expect(rules == [["id": "bad-name"], ["id": "duplicate-key"], ["id": "no-registry"]])
        let results = try #require(run["results"] as? [NSDictionary])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 2, 1, 0])
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }

    @Test("a result has its place, its definition and the places of its notes")
    func full() throws {
        func place(_ uri: String, _ line: Int, _ column: Int) -> NSDictionary {
            [
                "artifactLocation": ["uri": uri] as NSDictionary,
                "region": ["startLine": line, "startColumn": column] as NSDictionary,
            ]
        }
        let location: NSDictionary = [
            "physicalLocation": place("model/a.yaml", 3, 7),
            "logicalLocations": [["fullyQualifiedName": "http.request.method"] as NSDictionary] as NSArray,
        ]
        let first: NSDictionary = [
            "id": 1, "message": ["text": "first here"] as NSDictionary,
            "physicalLocation": place("model/b.yaml", 1, 2),
        ]
        let second: NSDictionary = ["id": 2, "message": ["text": "and nowhere else"] as NSDictionary]
        let expected: NSDictionary = [
            "ruleId": "duplicate-key", "ruleIndex": 0, "level": "error",
            "message": ["text": "the key 'a' stands twice\nhelp: remove one of the two"] as NSDictionary,
            "locations": [location] as NSArray,
            "relatedLocations": [first, second] as NSArray,
        ]
        #expect(try results([Samples.full]).first == expected)
    }

    @Test("a whole file has no region, a result without a place no location")
    func short() throws {
        let results = try results([Samples.wholeFile, Samples.nowhere])
        let locations = try #require(results.first?["locations"] as? [NSDictionary])
        let artifact: NSDictionary = ["uri": "file:///srv/model/%C3%A4%20b%25.yaml"]
        #expect(locations == [["physicalLocation": ["artifactLocation": artifact] as NSDictionary]])
        #expect(results.last?["locations"] == nil)
    }

    @Test("paths are URI references, and braces are doubled")
    func escapes() throws {
        let result = try #require(try results([Samples.hostile]).first)
        let text = (result["message"] as? NSDictionary)?["text"] as? String
        #expect(text?.contains("fake {{0}} 100%\r") == true)
        let locations = try #require(result["locations"] as? [NSDictionary])
        let physical = locations.first?["physicalLocation"] as? NSDictionary
        #expect(
            (physical?["artifactLocation"] as? NSDictionary)?["uri"] as? String
                == "a%0A%3Ab%2Cc%25%07%EF%BB%BF.yaml"
        )
    }

    @Test("no diagnostics are a run without results")
    func none() throws {
        #expect(try results([]).isEmpty)
    }
}

@Suite("Other programs read the formats") struct ForeignReaderTests {
    static let schema = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/SARIF/rules.json")

    /// Runs Python on a program and its arguments; `true` where it ends with success.
    static func python(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    static let hasPython = python("import json", [])
    static let hasSchemas = python("import jsonschema", [])

    @Test("Python reads both JSON formats", .enabled(if: hasPython, "python3 is not there"))
    func json() {
        for format in [DiagnosticFormatter.Format.json, .sarif] {
            let text = DiagnosticFormatter(format).string(for: Samples.all)
            #expect(Self.python("import json, sys; json.loads(sys.argv[1])", [text]))
        }
        #expect(!Self.python("import json, sys; json.loads(sys.argv[1])", ["{"]))
    }

    @Test(
        "SARIF keeps the rules of its schema",
        .enabled(if: hasSchemas, "python3 with jsonschema is not there"),
        arguments: [[], Samples.all]
    )
    func sarif(diagnostics: [Diagnostic]) {
        let program =
            "import json, sys, jsonschema; "
            + "jsonschema.validate(json.loads(sys.argv[2]), json.load(open(sys.argv[1])))"
        let text = DiagnosticFormatter(.sarif).string(for: diagnostics)
        #expect(Self.python(program, [Self.schema.path, text]))
        #expect(!Self.python(program, [Self.schema.path, text.replacing("codegen", with: "other")]))
    }
}
