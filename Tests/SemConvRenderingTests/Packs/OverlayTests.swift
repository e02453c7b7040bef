import Foundation
import SemConvDiagnostics
import Testing

@testable import SemConvRendering

@Suite("Overlays of template packs")
struct OverlayTests {
    private static let registry = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: Shop.
            attributes:
              - {id: shop.total, type: double, stability: stable, brief: The sum.}
        """

    @Test("a user's file takes the place of the one of its name, and the others stay")
    func oneFile() throws {
        let registry = try SampleRegistry.load(Self.registry)
        let plain = try Rendering(registry)
        let changed = try Rendering(registry, overlay: ["attributes.swift.j2": "// mine: {{ ctx.file_name }}\n"])
        #expect(changed.files["Shop+Attributes.swift"] == "// mine: Shop+Attributes.swift\n")
        #expect(changed.files["SemanticConventions.swift"] == plain.files["SemanticConventions.swift"])
        #expect(changed.paths == plain.paths)
    }

    @Test("a configuration under either name replaces the built-in one, whose templates can still be included")
    func configuration() throws {
        let registry = try SampleRegistry.load(Self.registry)
        for name in TemplatePack.configurationNames {
            let rendering = try Rendering(
                registry,
                overlay: [
                    name: "templates: [{template: list.md.j2, query: semconv_attributes}]",
                    "list.md.j2": "{% import 'declarations.swift.j2' as d %}{% for a in ctx %}{{ a.name }}{% endfor %}",
                ]
            )
            #expect(rendering.diagnostics.isEmpty)
            #expect(rendering.files == ["list.md": "shop.total"])
        }
    }

    @Test(
        "only templates and configurations count as files of a pack",
        arguments: [
            ("a.swift.j2", true), ("pack.yaml", true), ("weaver.yaml", true), ("README.md", false), ("a.j2.bak", false),
        ]
    )
    func files(name: String, isTaken: Bool) {
        #expect(TemplatePack.takes(fileName: name) == isTaken)
    }

    @Test("the built-in pack has every file of its folder, and no two")
    func builtinFiles() throws {
        var diagnostics = DiagnosticCollector()
        let pack = try #require(TemplatePack.builtin("swift", diagnostics: &diagnostics))
        let folder = Snapshot.packageRoot.appending(path: "Templates/swift")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(pack.files.map(\.name) == names.sorted())
        for file in pack.files {
            let contents = try Data(contentsOf: folder.appending(path: file.name))
            #expect(Array(contents) == file.contents, "\(file.name)")
        }
    }

    @Test("a pack that does not exist is reported with the nearest name")
    func unknownPack() {
        var diagnostics = DiagnosticCollector()
        #expect(TemplatePack.builtin("swfit", diagnostics: &diagnostics) == nil)
        #expect(diagnostics.sorted.first?.rule == .unknownTemplatePack)
        #expect(diagnostics.sorted.first?.help == "did you mean 'swift'?")
    }
}
