import Foundation
import SemConvDiagnostics
import SemConvRegistry
import SemConvTestSupport
import Testing

@Suite("Real registries", .enabled(if: SharedRegistries.exist, Comment(rawValue: SharedRegistries.reason)))
struct OracleTests {
    /// A registry that someone published, and what it has to resolve to.
    struct Case: CustomTestStringConvertible {
        let oracle: String
        let path: String
        var testDescription: String { path }
    }

    static let cases: [Case] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: SharedRegistries.oracle.path)) ?? []
        return names.sorted().map { name in
            let stem = String(name.dropLast(".json".count))
            let path = stem.hasPrefix("real-") ? "real/" + stem.dropFirst(5) : "otel-semconv/v\(stem)/model"
            return Case(oracle: name, path: path)
        }
    }()

    /// The folders in place of the addresses that the manifests name.
    static func overrides() -> [String: String] {
        var overrides: [String: String] = [
            "./.build/sc-upstream-filtered":
                SharedRegistries.registries.appending(path: "deps/sc-upstream-1.41.0-filtered-mainframe").path
        ]
        let versions = SharedRegistries.registries.appending(path: "otel-semconv")
        for name in (try? FileManager.default.contentsOfDirectory(atPath: versions.path)) ?? [] {
            let folder = versions.appending(path: name).appending(path: "model").path
            let repository = "https://github.com/open-telemetry/semantic-conventions"
            overrides["\(repository)/archive/refs/tags/\(name).zip[model]"] = folder
            overrides["\(repository)@\(name)[model]"] = folder
        }
        return overrides
    }

    @Test("there is an oracle for every official version and every registry of others")
    func casesAreThere() throws {
        let official = Self.cases.filter { $0.path.hasPrefix("otel-semconv/") }
        let others = Self.cases.filter { $0.path.hasPrefix("real/") }
        print("oracles: \(official.count) official versions, \(others.count) other registries")
        for (folder, cases) in [("otel-semconv", official), ("real", others)] {
            let path = SharedRegistries.registries.appending(path: folder).path
            let registries = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(!registries.isEmpty && cases.count == registries.count, "\(folder)")
        }
    }

    @Test("resolves to what independent code found", arguments: cases)
    func resolves(_ item: Case) throws {
        var options = RegistryOptions()
        options.dependencyOverrides = Self.overrides()
        var diagnostics = DiagnosticCollector()
        let registry = RegistryLoader(options: options).load(
            path: SharedRegistries.registries.appending(path: item.path).path,
            diagnostics: &diagnostics
        )
        let errors = diagnostics.sorted.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.prefix(10).map(\.message))")
        let oracle = try SharedRegistries.json(SharedRegistries.oracle.appending(path: item.oracle))
        let facts = RegistryFacts(try #require(registry))
        let differences = facts.differences(from: try Self.withLocalGroupNames(oracle, of: item))
        #expect(differences.isEmpty, "\(differences.prefix(12).joined(separator: "\n"))")
    }

    /// The group for the loose attributes of a `definition/2` file is named after the file's path. The oracle took the
    /// path from the root of its own machine, we take it from the root of the registry.
    private static func withLocalGroupNames(_ oracle: Any, of item: Case) throws -> Any {
        var oracle = try #require(oracle as? [String: Any])
        let groups = try #require(oracle["attribute_groups"] as? [String: Any])
        let stems = item.path.split(separator: "/").map {
            $0.contains(".") ? $0.prefix(upTo: $0.lastIndex(of: ".") ?? $0.endIndex) : $0
        }
        let inside = stems.joined(separator: ".") + "."
        var renamed: [String: Any] = [:]
        for (name, group) in groups {
            var name = name
            for prefix in ["registry.tmp.registries." + inside, "registry." + inside] where name.hasPrefix(prefix) {
                name = "registry." + name.dropFirst(prefix.count)
            }
            renamed[name] = group
        }
        oracle["attribute_groups"] = renamed
        return oracle
    }
}
