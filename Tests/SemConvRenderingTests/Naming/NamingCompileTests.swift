import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import Testing

@testable import SemConvRendering

/// Lets the compiler judge the names: it declares every one of them the way generated code does, and uses it.
@Suite("Names under the compiler")
struct NamingCompileTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let oracle = root.appending(path: "../shared/oracle")
    private static let registries: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: oracle.path)) ?? []).filter { $0.hasSuffix(".json") }
        .sorted()
    private static let swiftc: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(filePath: String($0)).appending(path: "swiftc") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Identifiers of the wild that go further than the official ones.
    private static let hazards = NamedModel(
        attributes: [
            "forge.self.current.version", "forge.self", "is.dropped", "destination.as.number", "protocol.name.2",
            "lifecycle:transition", "ai.toolCall.name", "app.ads.contextKeys.count", "action", "type", "type.name",
            "error.type.name", "network.protocol.name", "a.string.b", "string.b", "a.any.b", "a.init", "a.class",
            "a.1", "a.1.b", "a.404", "日本", "日本.x", "größe", "x.a_b", "x.aB", "x.a-b", "a..b", "a.attribute_key.x",
            "a.enum_value.x", "a.swift.x", "swift.x", "a.optional.none", "a.Array.x", "attributes.x", "metrics.x",
            String(repeating: "long_", count: 2000), "a.default", "a.init.b", "a.self.b", "a.Type", "a.Protocol.x",
            "a.double.x", "a.bool.x", "a.int.x", "a.metric_descriptor.x", "a.\u{301}b", "a.b😀c",
        ],
        metrics: ["jvm.memory.init", "hw.battery.charge", "hw.battery.charge.limit", "a.b.c.d.e", "uptime"],
        enumerations: [
            "error.type": ["_OTHER"], "state": ["none", "custom", "init", "self", "static", "default", "in", "as"],
            "a.b": ["Not Run", "Non-Compliant", "url-forward", "notifications/cancelled", "1.0", "http_1_0", "😀x"],
            "a.b_tag": ["a.b", "a_b", "a-b", "description", "hash", "raw_value", "hash_value", "some", "type", "Type"],
            "os.type": ["zos", "z_os", "attribute_value", "tag", "custom", "subscript", "await", "any", "open"],
            "result": [], "process": ["get", "set"], "a.attribute_key": ["x"], "a.string": ["String", "Int", "Self"],
        ]
    )

    @Test("identifiers of the wild compile", .enabled(if: swiftc != nil, "there is no swiftc in PATH"))
    func wildIdentifiers() throws {
        try compile(Self.hazards)
    }

    @Test(
        "every identifier of all known registries compiles, all of them in one module",
        .enabled(if: swiftc != nil, "there is no swiftc in PATH"),
        .enabled(if: !registries.isEmpty, "there is no folder ../shared/oracle beside the package")
    )
    func allRegistries() throws {
        var model = NamedModel()
        for file in Self.registries {
            let data = try Data(contentsOf: Self.oracle.appending(path: file))
            model.add(facts: try JSONSerialization.jsonObject(with: data))
        }
        #expect(model.attributes.count > 940)
        try compile(model)
    }

    private func compile(_ model: NamedModel) throws {
        let swiftc = try #require(Self.swiftc)
        let folder = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let api = try FileManager.default.contentsOfDirectory(
            at: Self.root.appending(path: "Sources/TelemetryAPI"),
            includingPropertiesForKeys: nil
        )
        let module = folder.appending(path: "TelemetryAPI.swiftmodule").path
        try run(
            swiftc,
            ["-swift-version", "6", "-parse-as-library", "-module-name", "TelemetryAPI", "-emit-module", "-o", module]
                + api.map(\.path).filter { $0.hasSuffix(".swift") }.sorted()
        )
        let source = folder.appending(path: "SemanticConventions.swift")
        try model.source().write(to: source, atomically: true, encoding: .utf8)
        // Everything at once: what declares, and in the same module, what uses.
        try run(
            swiftc,
            ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name", "SemanticConventions"]
                + ["-parse-as-library", "-I", folder.path, source.path]
        )
    }

    private func run(_ program: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: output.prefix(4000), as: UTF8.self))")
    }
}
