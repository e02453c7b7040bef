import Foundation

/// Where the tests find what they compare.
enum Places {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let model = package.appending(path: "model")
    static let boundaries = model.appending(path: "boundaries.json")

    /// The version whose facts the model has; `FormTests` sees to it that the manifest names the same.
    static let version = "1.44.0"

    private static let shared = package.deletingLastPathComponent().appending(path: "shared")
    static let expectation = shared.appending(path: "oracle/\(version).json")
    static let advisedBoundaries = shared.appending(path: "facts/histogram-boundaries.json")

    /// The official registries by version, such as `v1.44.0`; none where the shared folder is missing.
    static let officialVersions: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: officialRegistries.path)) ?? []
        return names.filter { $0.hasPrefix("v") }.sorted()
    }()

    private static let officialRegistries = shared.appending(path: "registries/otel-semconv")

    static func officialRegistry(_ version: String) -> URL {
        officialRegistries.appending(path: version).appending(path: "model")
    }

    static var haveExpectation: Bool { FileManager.default.fileExists(atPath: expectation.path) }
}
