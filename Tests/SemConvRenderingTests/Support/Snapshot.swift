import Foundation
import Testing

/// Files that hold what a test expects, for output too long to stand in the test.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter SemConvRenderingTests` writes them anew and fails, so that nobody takes the
/// run for a test; the difference is reviewed as code.
enum Snapshot {
    static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let fixtures = packageRoot.appending(path: "Tests/SemConvRenderingTests/Fixtures")

    /// Registries that are not part of the project.
    static let sharedRegistries = packageRoot.deletingLastPathComponent().appending(path: "shared/registries")
    static var hasSharedRegistries: Bool {
        FileManager.default.fileExists(atPath: sharedRegistries.appending(path: "otel-semconv").path)
    }
    static let noSharedRegistries = "the real registries are not on this machine: ../shared/registries is missing"

    private static var records: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }

    /// Compares files with those of a folder of fixtures, both ways: a file too many fails as well.
    ///
    /// Swift files are kept under another name, so that no tool takes them for sources of the project.
    static func compare(_ files: [String: String], with folder: String) throws {
        let files = Dictionary(
            files.map { ($0.key.hasSuffix(".swift") ? $0.key + ".txt" : $0.key, $0.value) },
            uniquingKeysWith: { $1 }
        )
        let directory = fixtures.appending(path: folder)
        let known = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
        if records || known == nil {
            try? FileManager.default.removeItem(at: directory)
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: directory.appending(path: name)) }
            Issue.record("wrote \(files.count) files to \(directory.path); review them, then run without recording")
            return
        }
        #expect(Set(known ?? []) == Set(files.keys))
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let expected = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
            #expect(text == expected, "\(name) differs:\n\(firstDifference(text, expected))")
        }
    }

    private static func firstDifference(_ text: String, _ expected: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let index =
            zip(lines, expectedLines).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(lines.count, expectedLines.count)
        let line = index < lines.count ? String(lines[index]) : "(end)"
        let expectedLine = index < expectedLines.count ? String(expectedLines[index]) : "(end)"
        return "line \(index + 1)\n  is:       \(line)\n  expected: \(expectedLine)"
    }
}
