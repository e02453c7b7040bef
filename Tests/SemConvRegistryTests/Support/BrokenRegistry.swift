import Foundation
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// A folder below `Fixtures/Broken`: a registry with something wrong in it. With a folder `main` inside, that is the
/// registry, and the others are what it depends on.
struct BrokenRegistry: CustomTestStringConvertible, Sendable {
    let name: String
    var testDescription: String { name }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Broken")

    static let all: [BrokenRegistry] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { BrokenRegistry(name: $0) }
    }()

    var folder: URL { Self.root.appending(path: name) }

    /// The texts of all files, by their paths below the folder.
    func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".yaml") {
            files[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        return files
    }

    /// What the comments in the files say.
    func expected() throws -> [ExpectedFindings] {
        try files().sorted { $0.key < $1.key }.map { ExpectedFindings(in: $0.value, of: $0.key) }
    }

    func load(future: Bool, place: RegistryPlace = .disk) throws -> [Diagnostic] {
        var options = RegistryOptions()
        options.future = future
        options.place = place
        for override in try expected().flatMap(\.overrides) {
            options.dependencyOverrides[override.source] = folder.path + "/" + override.folder
        }
        let main = folder.appending(path: "main")
        let path = FileManager.default.fileExists(atPath: main.path) ? main.path : folder.path
        var diagnostics = DiagnosticCollector(future: future)
        let registry = RegistryLoader(options: options).load(path: path, diagnostics: &diagnostics)
        #expect((registry == nil) == diagnostics.hasErrors, "a registry comes out exactly where there is no error")
        return diagnostics.sorted
    }
}
