import Foundation
import Testing

/// A folder that is gone when the test is.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "semconv-driver-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    subscript(relative: String) -> String { path + "/" + relative }

    /// Writes a file, making its folders.
    func write(_ text: String, to relative: String) throws {
        let file = URL(fileURLWithPath: self[relative])
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file; `nil` where there is none.
    func text(_ relative: String) -> String? {
        FileManager.default.contents(atPath: self[relative]).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file and folder below `relative`, sorted; folders end in `/`.
    func listing(_ relative: String = "") -> [String] {
        let top = relative.isEmpty ? path : self[relative]
        let names = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
        return names.map { name in
            let type = try? FileManager.default.attributesOfItem(atPath: top + "/" + name)[.type] as? FileAttributeType
            return type == .typeDirectory ? name + "/" : name
        }.sorted()
    }

    /// When a file was modified last.
    func modificationTime(_ relative: String) throws -> Date {
        let attributes = try FileManager.default.attributesOfItem(atPath: self[relative])
        return try #require(attributes[.modificationDate] as? Date)
    }

    /// Sets the time of modification far back, so that a file that is written again stands out.
    func age(_ relative: String) throws {
        let past = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: self[relative])
    }
}
