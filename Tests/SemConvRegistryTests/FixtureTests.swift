import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import SemConvYAML
import Testing

/// The fixtures of the reference tools, each with the verdict that its tool's rules give.
@Suite(
    "Fixtures of the reference tools",
    .serialized,
    .enabled(if: SharedRegistries.exist, Comment(rawValue: SharedRegistries.reason))
)
struct FixtureTests {
    struct Fixture: Decodable, CustomTestStringConvertible, Sendable {
        let path: String
        let unit: String
        let kind: String
        let expects: String
        let codes: [String]?
        let root: String?
        let files: [String]?
        let needs: [String]?
        let expected: String?
        var testDescription: String { path }
    }

    static let fixtures: [Fixture] = {
        let file = SharedRegistries.registries.appending(path: "fixtures.json")
        return (try? JSONDecoder().decode([Fixture].self, from: Data(contentsOf: file))) ?? []
    }()

    @Test("the list of fixtures can be read")
    func listIsReadable() {
        let counts = Dictionary(grouping: Self.fixtures) { "\($0.unit) \($0.kind)" }.mapValues(\.count)
        print(
            "fixtures: \(Self.fixtures.count) (\(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")))"
        )
        #expect(Self.fixtures.count >= 180)
    }

    @Test("has the verdict of the reference tool", arguments: fixtures)
    func verdict(_ fixture: Fixture) throws {
        var diagnostics = DiagnosticCollector(future: true)
        let isAccepted: Bool
        switch fixture.unit {
        case "dir": isAccepted = try Self.load(folder: fixture, future: true, &diagnostics) != nil
        case "file", "files": isAccepted = try load(files: fixture, &diagnostics)
        case "parse": isAccepted = parse(fixture, &diagnostics)
        case "manifest": isAccepted = readManifest(fixture, &diagnostics)
        default:
            Issue.record("unknown unit \(fixture.unit)")
            return
        }
        #expect(
            isAccepted == (fixture.kind == "ok"),
            """
            \(fixture.unit) \(fixture.kind) \(fixture.expects)
            \(diagnostics.sorted.filter { $0.severity == .error }.prefix(6).map { "\($0.location?.description ?? "") [\($0.rule.rawValue)] \($0.message)" }.joined(separator: "\n"))
            """
        )
    }

    // MARK: - Units

    private static func url(_ path: String) -> URL { SharedRegistries.registries.appending(path: path) }

    /// Relative paths in manifests start from the fixture's root, which the reference tool has as current folder.
    static func load(
        folder fixture: Fixture,
        future: Bool,
        _ diagnostics: inout DiagnosticCollector
    ) throws -> Registry? {
        var options = RegistryOptions()
        options.future = future
        let root = url(fixture.root ?? "")
        for manifest in try manifests(below: root, needed: [fixture.path] + (fixture.needs ?? [])) {
            for path in manifest where FileManager.default.fileExists(atPath: root.appending(path: path).path) {
                options.dependencyOverrides[path] = root.appending(path: path).path
            }
        }
        return RegistryLoader(options: options).load(path: url(fixture.path).path, diagnostics: &diagnostics)
    }

    /// The `registry_path`s that the manifests of these folders name.
    private static func manifests(below root: URL, needed folders: [String]) throws -> [[String]] {
        try folders.flatMap { folder in
            try ["manifest.yaml", "registry_manifest.yaml"].compactMap { name -> [String]? in
                let file = url(folder).appending(path: name)
                guard FileManager.default.fileExists(atPath: file.path) else { return nil }
                return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                    guard let range = line.range(of: "registry_path:") else { return nil }
                    return line[range.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
                }
            }
        }
    }

    private func load(files fixture: Fixture, _ diagnostics: inout DiagnosticCollector) throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, file) in ((fixture.files ?? [fixture.path]) + (fixture.needs ?? [])).enumerated() {
            try FileManager.default.copyItem(
                at: Self.url(file),
                to: folder.appending(path: "\(index)-\(Self.url(file).lastPathComponent)")
            )
        }
        var options = RegistryOptions()
        options.future = true
        return RegistryLoader(options: options).load(path: folder.path, diagnostics: &diagnostics) != nil
    }

    private func parse(_ fixture: Fixture, _ diagnostics: inout DiagnosticCollector) -> Bool {
        let document = YAMLReader().read(path: Self.url(fixture.path).path, diagnostics: &diagnostics)
        if let document {
            _ = DefinitionReader().read(document, syntheticGroupID: "registry.file", diagnostics: &diagnostics)
        }
        return !diagnostics.hasErrors
    }

    private func readManifest(_ fixture: Fixture, _ diagnostics: inout DiagnosticCollector) -> Bool {
        let document = YAMLReader().read(path: Self.url(fixture.path).path, diagnostics: &diagnostics)
        if let document { _ = ManifestReader().read(document, diagnostics: &diagnostics) }
        return !diagnostics.hasErrors
    }
}
