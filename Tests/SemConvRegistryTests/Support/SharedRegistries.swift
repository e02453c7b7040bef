import Foundation

/// Real registries and fixtures of the reference tools, where this machine has them.
enum SharedRegistries {
    /// The root of the package, found from this file.
    static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let folder = packageRoot.deletingLastPathComponent().appending(path: "shared")

    static let registries = folder.appending(path: "registries")
    static let oracle = folder.appending(path: "oracle")

    static var exist: Bool {
        FileManager.default.fileExists(atPath: registries.appending(path: "fixtures.json").path)
    }

    static let reason = "the real registries are not on this machine: ../shared/registries is missing"

    static func json(_ url: URL) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(contentsOf: url), options: [.fragmentsAllowed])
    }
}
