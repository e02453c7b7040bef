import Foundation
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// Registries that tests write down as text.
enum SampleRegistry {
    /// Loads a registry of one file. An error of the registry is a mistake of the test.
    static func load(_ yaml: String, manifest: String? = nil) throws -> Registry {
        try load(manifest.map { ["registry.yaml": yaml, "manifest.yaml": $0] } ?? ["registry.yaml": yaml])
    }

    /// Loads a registry of several files, given by their paths.
    static func load(_ files: [String: String]) throws -> Registry {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rendering-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        return try load(folder: folder.path)
    }

    static func load(folder: String, options: RegistryOptions = RegistryOptions()) throws -> Registry {
        var diagnostics = DiagnosticCollector()
        let registry = RegistryLoader(options: options).load(path: folder, diagnostics: &diagnostics)
        let errors = diagnostics.sorted.filter { $0.severity == .error }
        try #require(errors.isEmpty, "\(errors.map(\.message))")
        return try #require(registry)
    }
}
