import Foundation
import SemConvYAML
import Testing

#if canImport(Musl)
import Musl
#elseif canImport(Glibc)
import Glibc
#endif

@Suite("Files below a folder") struct FolderListingTests {
    private func makeFolder(_ names: [String]) throws -> String {
        let folder = NSTemporaryDirectory() + "/semconv-yaml-" + UUID().uuidString
        for name in names {
            let url = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data().write(to: url)
        }
        return folder
    }

    @Test("accepted files come in the order of their paths' bytes, hidden ones not at all")
    func listing() throws {
        let folder = try makeFolder([
            "b.yaml", "a/z.yaml", "a/b/c.yaml", "a.yaml", "Z.yaml", "ä.yaml", "x.txt",
            ".hidden.yaml", ".git/a.yaml", "a-b/a.yaml",
        ])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let found = FolderListing.files(below: folder) { $0.hasSuffix(".yaml") }
        #expect(
            found.files == ["Z.yaml", "a-b/a.yaml", "a.yaml", "a/b/c.yaml", "a/z.yaml", "b.yaml", "ä.yaml"]
        )
        #expect(found.unreadable.isEmpty)
    }

    @Test("links to files are listed, links to folders are not followed")
    func links() throws {
        let folder = try makeFolder(["a/a.yaml"])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(unsafe symlink("..", folder + "/a/circle") == 0)
        #expect(unsafe symlink("a.yaml", folder + "/a/link.yaml") == 0)
        #expect(FolderListing.files(below: folder) { _ in true }.files == ["a/a.yaml", "a/link.yaml"])
    }

    @Test("a folder that cannot be read is named with the reason")
    func unreadable() throws {
        let found = FolderListing.files(below: "/nowhere/at/all") { _ in true }
        #expect(found.files.isEmpty)
        #expect(found.unreadable.map(\.folder) == ["/nowhere/at/all"])
        #expect(found.unreadable.map(\.reason) == ["it does not exist"])
    }

    @Test("what a path leads to")
    func kinds() throws {
        let folder = try makeFolder(["a.yaml"])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(unsafe symlink("a.yaml", folder + "/link") == 0)
        #expect(FolderListing.kind(of: folder) == .folder)
        #expect(FolderListing.kind(of: folder + "/a.yaml") == .file)
        #expect(FolderListing.kind(of: folder + "/link") == .file)
        #expect(FolderListing.kind(of: folder + "/none") == .missing)
        #expect(FolderListing.kind(of: "/dev/null") == .other)
    }
}
