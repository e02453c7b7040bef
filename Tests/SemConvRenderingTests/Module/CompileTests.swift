import Foundation
import SemConvRegistry
import Testing

@testable import SemConvRendering

/// Lets the compiler judge generated files, with warnings as errors.
@Suite("Generated files under the compiler", .enabled(if: SwiftCompiler.path != nil, "there is no swiftc in PATH"))
struct CompileTests {
    @Test("the reference module compiles, with and without the trait", arguments: [[], ["-D", "UnstableConventions"]])
    func reference(flags: [String]) throws {
        let rendering = try Rendering(try ReferenceFilesTests.registry(), ReferenceFilesTests.configure)
        try SwiftCompiler.check(rendering.files, flags: flags)
    }

    @Test("every access level compiles, beside plain imports too", arguments: AccessLevel.allCases)
    func accessLevels(level: AccessLevel) throws {
        let rendering = try Rendering(try ReferenceFilesTests.registry()) { $0.accessLevel = level }
        let neighbour = ["Neighbour.swift": "import TelemetryAPI\nfunc neighbour() -> SpanKind { .client }\n"]
        for features in [[], ["-enable-upcoming-feature", "InternalImportsByDefault"]] {
            try SwiftCompiler.check(rendering.files.merging(neighbour) { $1 }, flags: features)
        }
    }

    @Test("texts that try to break out of literals and comments do not")
    func hostileTexts() throws {
        let text = #""\u2028*/ \\(x) \"\"\" \u0000\u202E`\n#endif\n/// ```\nlet x = \"""#
        let registry = try SampleRegistry.load(
            """
            groups:
              - id: registry.evil
                type: attribute_group
                brief: Evil.
                attributes:
                  - id: evil.kind
                    stability: stable
                    brief: \(text)
                    note: \(text)
                    deprecated: {reason: uncategorized, note: \(text)}
                    type:
                      members:
                        - {id: a, value: \(text), brief: \(text), stability: stable}
                        - {id: b, value: b, brief: x, stability: stable, deprecated: {reason: obsoleted, note: \(text)}}
                  - {id: evil.text, type: string, stability: stable, brief: \(text), examples: [\(text)]}
              - id: metric.evil
                type: metric
                metric_name: evil.metric
                brief: \(text)
                unit: \(text)
                instrument: counter
                stability: stable
                attributes:
                  - {ref: evil.text, requirement_level: {conditionally_required: \(text)}}
            """
        )
        let rendering = try Rendering(registry) { $0.gate = "UnstableConventions" }
        #expect(rendering.diagnostics.isEmpty)
        for (path, text) in rendering.files {
            #expect(
                !text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x2028 || $0.value == 0 },
                "\(path)"
            )
        }
        try SwiftCompiler.check(rendering.files, flags: [])
    }
}

/// The compiler of this machine, and a module of the runtime's types for it.
enum SwiftCompiler {
    static let path: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(filePath: String($0)).appending(path: "swiftc") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Type-checks files as one module of a user's package.
    static func check(_ files: [String: String], flags: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "compile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let api = Snapshot.packageRoot.appending(path: "Sources/TelemetryAPI")
        let sources = try FileManager.default.contentsOfDirectory(atPath: api.path).filter { $0.hasSuffix(".swift") }
        let module = folder.appending(path: "TelemetryAPI.swiftmodule").path
        try run(
            ["-emit-module", "-module-name", "TelemetryAPI", "-parse-as-library", "-swift-version", "6", "-o", module]
                + sources.map { api.appending(path: $0).path }
        )
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try run(
            [
                "-typecheck", "-module-name", "Generated", "-package-name", "user", "-parse-as-library",
                "-swift-version",
                "6", "-warnings-as-errors", "-I", folder.path,
            ] + flags + files.keys.sorted().map { folder.appending(path: $0).path }
        )
    }

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        let compiler: URL = try #require(Self.path)
        process.executableURL = compiler
        process.arguments = arguments
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self).prefix(3_000))")
    }
}
