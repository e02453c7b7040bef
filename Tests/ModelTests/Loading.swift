import Foundation
import SemConvDiagnostics
import SemConvRegistry

/// Registries as the generator reads them.
enum Loading {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The registry in a folder with all that there was to say about it.
    static func load(_ folder: URL) -> (registry: Registry?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let registry = RegistryLoader().load(path: folder.path, diagnostics: &diagnostics)
        return (registry, diagnostics.sorted)
    }

    static func registry(_ folder: URL) throws -> Registry {
        let (registry, diagnostics) = load(folder)
        guard let registry else {
            let errors = diagnostics.filter { $0.severity == .error }.map(\.message)
            throw Failure(
                description: "\(folder.pathComponents.suffix(2).joined(separator: "/")) does not load: \(errors)"
            )
        }
        return registry
    }

    /// A JSON file whose top is an object.
    static func object(_ file: URL) throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
            throw Failure(description: "\(file.lastPathComponent) holds no object")
        }
        return object
    }
}
