import Foundation
import Testing

/// Texts that were looked over once and are compared from then on.
///
/// With `RECORD_SNAPSHOTS=1` in the environment they are written anew, and the test fails so that nobody takes such a
/// run for a passed one.
enum Recording {
    static var isOn: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }

    static func expect(_ text: String, equals file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let recorded = try? String(contentsOf: file, encoding: .utf8)
        if recorded == text { return }
        if isOn || recorded == nil {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent): look it over", sourceLocation: sourceLocation)
            return
        }
        #expect(recorded == text, sourceLocation: sourceLocation)
    }
}
