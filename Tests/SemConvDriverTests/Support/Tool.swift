import Foundation

/// Runs programs of the system that a test needs, where there are some.
enum Tool {
    /// Where a program is; `nil` where there is none.
    static func path(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// - Returns: the exit status; `nil` where the program could not be run.
    @discardableResult
    static func run(_ name: String, _ arguments: [String]) -> Int32? {
        guard let path = path(name) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            return nil
        }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}

/// A small file system of its own, to be full or read-only. Only root can make one.
final class SmallFileSystem {
    let path: String

    /// Whether this process may mount.
    static let isAvailable: Bool = {
        guard let probe = try? TemporaryFolder() else { return false }
        return (try? SmallFileSystem(below: probe)) != nil
    }()

    /// Thrown where mounting is not possible.
    struct Unavailable: Error {}

    init(below folder: TemporaryFolder, kilobytes: Int = 64) throws {
        path = folder["small"]
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let options = "size=\(kilobytes)k"
        guard Tool.run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]) == 0 else { throw Unavailable() }
    }

    func makeReadOnly() throws {
        guard Tool.run("mount", ["-o", "remount,ro", path]) == 0 else { throw Unavailable() }
    }

    deinit {
        Tool.run("umount", [path])
    }
}
