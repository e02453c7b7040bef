import Foundation
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Registries in memory")
struct MemoryTests {
    @Test("have the same problems at the same places as on disk", arguments: BrokenRegistry.all)
    func problems(_ registry: BrokenRegistry) throws {
        var files: [String: [UInt8]] = [:]
        for (path, text) in try registry.files() { files["\(registry.folder.path)/\(path)"] = Array(text.utf8) }
        #expect(try registry.load(future: false, place: .memory(files)) == registry.load(future: false))
    }

    @Test("are folders where a path leads through them, and nothing from the disk is among them")
    func folders() {
        let group = """
            groups:
              - {id: registry.shop, type: attribute_group, brief: Shops., attributes: [
                  {id: shop.id, type: int, brief: The shop., stability: stable}]}
            """
        let files = [
            "a/shop.yaml": group, "a/b/.hidden/c.yaml": "wrong", "a/d/notes.txt": "wrong", "ab/e.yaml": "wrong",
        ]
        .mapValues { Array($0.utf8) }
        for path in ["a", "./a/", "x/../a", "a/shop.yaml"] { #expect(load(path, files).ids == ["shop.id"], "\(path)") }
        for path in ["b", "/", "/tmp"] { #expect(load(path, files).rules == ["registry-not-found"], "\(path)") }
    }

    @Test("lack what a publication names and memory does not have, be it on the disk")
    func missing() {
        let manifest = """
            file_format: manifest/2.0
            schema_url: https://example.com/a/1.0.0
            resolved_registry_uri: ../../../../../../../../etc/passwd
            """
        #expect(load("a", ["a/manifest.yaml": Array(manifest.utf8)]).rules == ["yaml-file-missing"])
    }

    private func load(_ path: String, _ files: [String: [UInt8]]) -> (ids: [String]?, rules: [String]) {
        var options = RegistryOptions()
        options.place = .memory(files)
        var diagnostics = DiagnosticCollector()
        let registry = RegistryLoader(options: options).load(path: path, diagnostics: &diagnostics)
        return (registry?.attributes.map(\.id), diagnostics.sorted.map(\.rule.rawValue))
    }
}
