import Foundation
import SemConvDiagnostics
import SemConvRegistry

/// A folder with files that a test makes up, removed with the value.
final class TemporaryRegistry {
    let folder: URL

    /// - Parameter files: texts by their paths below the folder.
    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "registry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Makes a symbolic link.
    func link(_ path: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: path).path,
            withDestinationPath: destination
        )
    }

    /// Loads the registry in a folder below, or all of it.
    func load(
        _ path: String = "",
        options: RegistryOptions = RegistryOptions()
    ) -> (registry: Registry?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticCollector(future: options.future)
        let full = path.isEmpty ? folder.path : folder.path + "/" + path
        let registry = RegistryLoader(options: options).load(path: full, diagnostics: &diagnostics)
        return (registry, diagnostics.sorted)
    }

    /// A diagnostic's place and rule, with paths below the folder.
    func findings(_ diagnostics: [Diagnostic]) -> [Finding] {
        diagnostics.map { Finding($0, below: folder.path) }.sorted()
    }
}
