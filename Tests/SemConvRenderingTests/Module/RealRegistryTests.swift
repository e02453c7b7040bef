import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@testable import SemConvRendering

/// The registries of OpenTelemetry and of others, where this machine has them.
@Suite(
    "Real registries",
    .enabled(if: Snapshot.hasSharedRegistries, "the real registries are not on this machine: ../shared is missing")
)
struct RealRegistryTests {
    private static let paths: [String] = ["otel-semconv", "real"].flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: Snapshot.sharedRegistries.appending(path: folder).path))
            ?? []).sorted().map { folder == "real" ? "real/\($0)" : "otel-semconv/\($0)/model" }
    }

    private static func load(_ path: String) throws -> Registry {
        var options = RegistryOptions()
        let versions = Snapshot.sharedRegistries.appending(path: "otel-semconv")
        for name in try FileManager.default.contentsOfDirectory(atPath: versions.path) {
            let folder = versions.appending(path: "\(name)/model").path
            let repository = "https://github.com/open-telemetry/semantic-conventions"
            options.dependencyOverrides["\(repository)/archive/refs/tags/\(name).zip[model]"] = folder
            options.dependencyOverrides["\(repository)@\(name)[model]"] = folder
        }
        options.dependencyOverrides["./.build/sc-upstream-filtered"] = versions.appending(path: "v1.41.0/model").path
        return try SampleRegistry.load(folder: Snapshot.sharedRegistries.appending(path: path).path, options: options)
    }

    @Test("every registry renders without an error, and twice to the same bytes", arguments: paths)
    func renders(path: String) throws {
        let registry = try Self.load(path)
        let first = try Rendering(registry)
        let errors = first.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map(\.message))")
        #expect(!first.files.isEmpty)
        #expect(first.files == (try Rendering(registry)).files)
    }

    /// What a module of 1.44 declares of each kind.
    private struct Counts: Equatable {
        var attributes: Int
        var enumerations: Int
        var members: Int
        var metrics: Int
        /// Refinements too.
        var spans = 78 + 35
        var events = 32
        var entities = 64
    }

    private func counts(_ stability: StabilitySelection) throws -> Counts {
        let rendering = try Rendering(try Self.load("otel-semconv/v1.44.0/model")) { $0.stability = stability }
        #expect(rendering.diagnostics.isEmpty)
        let text = rendering.files
        func count(_ kind: String, _ line: String) -> Int {
            text.filter { $0.key.hasSuffix("\(kind).swift") }.values.reduce(0) { sum, text in
                sum + text.split(separator: "\n").filter { $0.contains(line) }.count
            }
        }
        return Counts(
            attributes: count("Attributes", ": AttributeKey"),
            enumerations: count("EnumValues", "typealias "),
            members: count("EnumValues", ": Self { "),
            metrics: count("Metrics", ": MetricDescriptor {"),
            spans: count("Spans", ": SpanDescriptor {"),
            events: count("Events", ": EventDescriptor {"),
            entities: count("Entities", ": EntityDescriptor {")
        )
    }

    @Test("the module of 1.44 has the whole registry, or all that is not excluded from code")
    func isWhole() throws {
        #expect(try counts(.all) == Counts(attributes: 940, enumerations: 171, members: 989, metrics: 541))
        // The registry excludes 3 attributes and 2 metrics because of their names. One of the attributes is an enumeration
        // with 2 members, and 7 members of others are excluded.
        #expect(
            try counts(StabilitySelection(levels: Stability.allCases))
                == Counts(attributes: 937, enumerations: 170, members: 980, metrics: 539)
        )
    }

    @Test("what 1.44 excludes from code takes no name away")
    func excludedNames() throws {
        let registry = try Self.load("otel-semconv/v1.44.0/model")
        func index(_ stability: StabilitySelection) -> SymbolIndex {
            var options = RenderOptions()
            options.stability = stability
            var diagnostics = DiagnosticCollector()
            defer { #expect(diagnostics.diagnostics.isEmpty) }
            return SymbolIndex(registry: registry, options: options, diagnostics: &diagnostics)
        }
        let all = index(.all)
        let others = index(StabilitySelection(levels: Stability.allCases))
        #expect(Set(others.symbols).isSubset(of: all.symbols))
        #expect(
            Set(all.symbols).subtracting(others.symbols).map(\.path).sorted() == [
                "Attributes.FeatureFlag.providerName", "Attributes.Messaging.clientID",
                "Attributes.Process.contextSwitchType", "Metrics.K8s.Container.cpuLimitUtilization_",
                "Metrics.K8s.Container.cpuRequestUtilization_", "ViewPresets.K8s.containerCPULimitUtilization_",
                "ViewPresets.K8s.containerCPURequestUtilization_",
            ]
        )
    }

    @Test("every id of 1.44 has a Swift name of its own, and a file that was made")
    func symbols() throws {
        let registry = try Self.load("otel-semconv/v1.44.0/model")
        var options = RenderOptions()
        options.stability = .all
        options.gate = "UnstableConventions"
        var diagnostics = DiagnosticCollector()
        let index = SymbolIndex(registry: registry, options: options, diagnostics: &diagnostics)
        let files = try Rendering(registry) { $0 = options }.files
        #expect(Set(index.symbols.map(\.path)).count == index.symbols.count)
        for symbol in index.symbols {
            let text = try #require(files[symbol.file], "\(symbol)")
            let member = symbol.path.split(separator: ".").last.map(String.init) ?? ""
            let declarations = ["static var \(member):", "static var `\(member)`:"]
            #expect(declarations.contains { text.contains($0) }, "\(symbol)")
            #expect(text.contains("\n#if UnstableConventions\n") == (symbol.trait != nil), "\(symbol)")
        }
        let method = try #require(index.symbols(for: "http.request.method").first)
        #expect(method.path == "Attributes.HTTP.Request.method")
        #expect(method.type == "AttributeKey<HTTPRequestMethod>")
        #expect(method.file == "HTTP+Attributes.swift")
        #expect(method.trait == nil)
        let duration = index.symbols(for: "metric.http.server.request.duration").map(\.path)
        #expect(duration == ["Metrics.HTTP.Server.requestDuration", "ViewPresets.HTTP.serverRequestDuration"])
    }
}
