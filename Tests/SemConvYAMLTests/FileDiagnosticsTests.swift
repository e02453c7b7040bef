import Foundation
import SemConvDiagnostics
import Testing

@testable import SemConvYAML

#if canImport(Musl)
import Musl
#elseif canImport(Glibc)
import Glibc
#endif

@Suite("A path that is no readable file is a diagnostic") struct FileDiagnosticsTests {
    /// A folder for one test, removed with it.
    final class Folder {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "/semconv-yaml-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func file(_ name: String, _ bytes: [UInt8]) throws -> String {
            let path = path + "/" + name
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return path
        }
    }

    private func rules(_ parsed: Parsed) -> [String] { parsed.diagnostics.map(\.rule.rawValue) }

    /// A file is parsed where it lies in memory, bytes of others in a copy.
    @Test("a file says the same as its bytes, whatever its size", arguments: 0..<40)
    func sizes(size: Int) throws {
        let folder = try Folder()
        for end in ["", "\n", ":", ": \"", " #", ": |\n  ", "\r", ": é"] {
            let bytes = Array((String(repeating: "a", count: size) + end).utf8)
            let fromFile = read(try folder.file("a.yaml", bytes), displayName: "test.yaml")
            let fromMemory = parse(bytes)
            #expect(fromFile.found == fromMemory.found)
            #expect(fromFile.root?.structure == fromMemory.root?.structure)
        }
    }

    @Test("a file is read, and diagnostics call it by its display name")
    func displayName() throws {
        let folder = try Folder()
        let path = try folder.file("a.yaml", Array("a: 1\na: 2\n".utf8))
        let parsed = read(path, displayName: "model/a.yaml")
        #expect(parsed.root?.count == 2)
        #expect(parsed.document?.file == "model/a.yaml")
        #expect(parsed.root?.location.file == "model/a.yaml")
        #expect(parsed.diagnostics.first?.location?.description == "model/a.yaml:2:1")
        #expect(read(path).document?.file == path)
    }

    @Test("a missing file, a folder and a name within a file")
    func missing() throws {
        let folder = try Folder()
        let path = try folder.file("a.yaml", [])
        #expect(rules(read(folder.path + "/none.yaml")) == ["yaml-file-missing"])
        #expect(rules(read("")) == ["yaml-file-missing"])
        #expect(rules(read(folder.path)) == ["yaml-file-is-folder"])
        #expect(rules(read(path + "/b.yaml")) == ["yaml-file-missing"])
        // The system would stop at the zero and open a.yaml.
        #expect(rules(read(path + "\0.txt")) == ["yaml-file-missing"])
        #expect(read(folder.path).diagnostics.first?.location == SourceLocation(file: folder.path))
        #expect(read(folder.path).document == nil)
    }

    @Test("a file without the right to read it", .enabled(if: geteuid() != 0, "the superuser may read every file"))
    func unreadable() throws {
        let folder = try Folder()
        let path = try folder.file("a.yaml", Array("a: 1\n".utf8))
        #expect(unsafe chmod(path, 0) == 0)
        #expect(rules(read(path)) == ["yaml-file-unreadable"])
    }

    @Test(
        "an error of the system becomes a rule",
        arguments: [
            (EACCES, "yaml-file-unreadable"), (EPERM, "yaml-file-unreadable"), (EIO, "yaml-file-unreadable"),
            (ENOENT, "yaml-file-missing"), (ENOTDIR, "yaml-file-missing"), (EISDIR, "yaml-file-is-folder"),
            (ENXIO, "yaml-file-not-regular"),
        ]
    )
    func systemError(code: Int32, rule: String) {
        let diagnostic = FileError(code).diagnostic(for: "a.yaml", limit: 1)
        #expect(diagnostic.rule.rawValue == rule)
        #expect(diagnostic.location == SourceLocation(file: "a.yaml"))
    }

    @Test("a pipe, a socket and a device are refused at once", .timeLimit(.minutes(10)))
    func notRegular() throws {
        let folder = try Folder()
        #expect(unsafe mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(rules(read(folder.path + "/pipe")) == ["yaml-file-not-regular"])
        #expect(rules(read("/dev/null")) == ["yaml-file-not-regular"])
        #expect(rules(read("/dev/zero")) == ["yaml-file-not-regular"])
    }

    @Test("links are followed; a circle of links ends")
    func links() throws {
        let folder = try Folder()
        _ = try folder.file("a.yaml", Array("a: 1\n".utf8))
        #expect(unsafe symlink("a.yaml", folder.path + "/link.yaml") == 0)
        #expect(read(folder.path + "/link.yaml").root?["a"]?.scalar == .int(1))
        #expect(unsafe symlink("circle", folder.path + "/circle") == 0)
        let parsed = read(folder.path + "/circle")
        #expect(rules(parsed) == ["yaml-file-unreadable"])
        #expect(parsed.diagnostics.first?.message == "cannot read the file: too many symbolic links")
        #expect(unsafe symlink("nowhere", folder.path + "/broken") == 0)
        #expect(rules(read(folder.path + "/broken")) == ["yaml-file-missing"])
    }

    @Test("a file of the limit's size is read, one byte more is refused")
    func size() throws {
        let folder = try Folder()
        var limits = YAMLReader.Limits()
        limits.fileSize = 5
        let path = try folder.file("a.yaml", Array("a: 1\n".utf8))
        let larger = try folder.file("b.yaml", Array("a: 12\n".utf8))
        #expect(read(path, limits: limits).root?["a"]?.scalar == .int(1))
        #expect(rules(read(larger, limits: limits)) == ["yaml-file-too-large"])
        #expect(rules(parse("a: 12\n", limits: limits)) == ["yaml-file-too-large"])
        #expect(parse("a: 1\n", limits: limits).root?["a"]?.scalar == .int(1))
        #expect(
            read(larger, limits: limits).diagnostics.first?.message == "the file is larger than the limit of 5 bytes"
        )
    }

    @Test("a file over 64 MiB is refused before it is read")
    func hugeFile() throws {
        let folder = try Folder()
        let path = try folder.file("a.yaml", [])
        #expect(unsafe truncate(path, (64 << 20) + 1) == 0)
        #expect(rules(read(path)) == ["yaml-file-too-large"])
    }

    @Test("an empty file is a warning")
    func emptyFile() throws {
        let folder = try Folder()
        let parsed = read(try folder.file("a.yaml", []))
        #expect(rules(parsed) == ["yaml-empty-file"])
        #expect(parsed.document != nil)
    }

    @Test(
        "a file that grows while it is read, as those of /proc do, which have no size",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "this system has no /proc")
    )
    func sizeless() throws {
        // Lines of `name:\tvalue`, which are YAML.
        let parsed = read("/proc/self/status")
        #expect(parsed.root?["Pid"]?.scalar == .int(Int(getpid())))
    }

    @Test("every descriptor is closed, whatever came of the file")
    func descriptors() throws {
        let folder = try Folder()
        let path = try folder.file("a.yaml", Array("a: [".utf8))
        // More files than a process may hold open.
        for _ in 0..<3000 {
            #expect(rules(read(path)) == ["yaml-syntax"])
            #expect(rules(read(folder.path)) == ["yaml-file-is-folder"])
        }
        #expect(rules(read("/dev/null")) == ["yaml-file-not-regular"])
    }
}
