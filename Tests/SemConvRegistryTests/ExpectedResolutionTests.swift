import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// Fixtures of the reference tool that come with what it resolves them to: each attribute of each group, with all that
/// is said of it there.
@Suite(
    "What the reference tool resolves its fixtures to",
    .enabled(if: SharedRegistries.exist, Comment(rawValue: SharedRegistries.reason))
)
struct ExpectedResolutionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        /// The folder, with `expected-registry.json` in it.
        let name: String
        let fixture: FixtureTests.Fixture
        var testDescription: String { name }
    }

    private static let data = "weaver/crates/weaver_resolver/data"

    static let cases: [Case] = {
        let folder = SharedRegistries.registries.appending(path: data)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            let expected = folder.appending(path: "\(name)/expected-registry.json").path
            let fixture = FixtureTests.fixtures.first { $0.path == "\(data)/\(name)/registry" && $0.unit == "dir" }
            guard FileManager.default.fileExists(atPath: expected), let fixture else { return nil }
            return Case(name: name, fixture: fixture)
        }
    }()

    /// Where the two differ on purpose, with the reason.
    static let exceptions: [String: [(difference: String, reason: String)]] = [
        "registry-test-published-1":
            ["entity", "event", "metric"].flatMap { kind in
                let reason =
                    "ids of imports from published registries carry their kind, as all ids of the second format do"
                return [
                    ("group \(kind).imported.\(kind).a", reason), ("group imported.\(kind).a", reason),
                ]
            } + [
                (
                    "span.my-span/a/requirement_level: recommended in place of required",
                    "the catalog of a published registry gives no level, and the level that nobody gives is recommended"
                )
            ]
    ]

    @Test("are all compared")
    func counts() throws {
        let counts = try Self.cases.map { try Self.expected($0).map { $0.value.uses.count } }
        print(
            "resolved fixtures: \(counts.count), groups: \(counts.joined().count), attributes: \(counts.joined().reduce(0, +))"
        )
        #expect(counts.count >= 11)
        #expect(counts.joined().reduce(0, +) > 100)
    }

    @Test("agree in every attribute of every group", arguments: cases)
    func agree(_ item: Case) throws {
        var diagnostics = DiagnosticCollector()
        let registry = try FixtureTests.load(folder: item.fixture, future: false, &diagnostics)
        let actual = ResolvedGroupFacts.all(of: try #require(registry, "\(diagnostics.sorted)"))
        let expected = try Self.expected(item)
        var differences = Set(expected.keys).symmetricDifference(actual.keys).map { "group \($0)" }
        for (id, group) in expected { differences += actual[id]?.differences(from: group, in: id) ?? [] }
        let explained = Set((Self.exceptions[item.name] ?? []).map(\.difference))
        #expect(Set(differences).subtracting(explained).sorted() == [])
        #expect(explained.subtracting(differences).sorted() == [], "no longer differs")
    }

    static let publications: [FixtureTests.Fixture] = FixtureTests.fixtures.filter {
        $0.expected?.hasSuffix("/expected-schema.yaml") ?? false
    }

    /// The tool publishes a registry as one file, which we can read as a registry of its own.
    @Test("publishes what it resolves, and that reads as what we resolve", arguments: publications)
    func published(_ fixture: FixtureTests.Fixture) throws {
        var diagnostics = DiagnosticCollector()
        let registry = try #require(try FixtureTests.load(folder: fixture, future: false, &diagnostics))
        let file = SharedRegistries.registries.appending(path: try #require(fixture.expected))
        let text = try String(contentsOf: file, encoding: .utf8)
        let publication = try Resolved([
            "manifest.yaml":
                "file_format: manifest/2.0\nschema_url: https://example.com/x/1.0.0\nresolved_registry_uri: resolved.yaml\n",
            "resolved.yaml": text,
        ])
        let expected = ResolvedGroupFacts.all(of: try #require(publication.registry, "\(publication.findings)"))
        let actual = ResolvedGroupFacts.all(of: registry)
        for (id, group) in expected.sorted(by: { $0.key < $1.key }) where !id.hasPrefix("registry.") {
            let own = actual[id]
            #expect(own?.differences(from: group, in: id).sorted() == [], "\(fixture.path)")
        }
        let surplus = Set(actual.keys).subtracting(expected.keys).filter { !$0.hasPrefix("registry.") }
        // The tool drops a group that it was asked to import; it is a public one, so we keep it.
        #expect(surplus.subtracting(["imported.group.a"]) == [])
        // What signals of others carry is listed as the registry's own there, with its provenance.
        #expect(Set(registry.attributes.map(\.id)).isSubset(of: publication.registry?.attributes.map(\.id) ?? []))
    }

    private static func expected(_ item: Case) throws -> [String: ResolvedGroupFacts] {
        let folder = SharedRegistries.registries.appending(path: data).appending(path: item.name)
        let registry = try SharedRegistries.json(folder.appending(path: "expected-registry.json"))
        let catalog = try SharedRegistries.json(folder.appending(path: "expected-attribute-catalog.json"))
        return try ResolvedGroupFacts.all(
            ofRegistry: try #require(registry as? [String: Any]),
            catalog: try #require(catalog as? [[String: Any]]),
            // The reference tool calls the group of loose attributes after the path from where it was started.
            withoutPrefix: "registry.data.\(item.name).registry."
        )
    }
}
