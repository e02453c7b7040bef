import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@testable import SemConvRendering

/// Runs the texts of real registries through documentation comments.
@Suite("Texts of real registries")
struct RegistryTextTests {
    private static let registries = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/registries/otel-semconv")
    private static let exists = FileManager.default.fileExists(atPath: registries.path)

    @Test(
        "every text stays inside its comment, and needs nothing more when it comes again",
        .enabled(if: exists, "there is no folder ../shared/registries beside the package"),
        arguments: ["v1.26.0", "v1.44.0"]
    )
    func texts(version: String) throws {
        var diagnostics = DiagnosticCollector()
        let path = Self.registries.appending(path: "\(version)/model").path
        let registry = try #require(RegistryLoader().load(path: path, diagnostics: &diagnostics))
        var headers = registry.metrics.map(\.header) + registry.spans.map(\.header) + registry.events.map(\.header)
        headers += registry.entities.map(\.header) + registry.attributeGroups.map(\.header)
        var texts = registry.attributes.flatMap { [$0.brief, $0.note, $0.deprecated?.note ?? ""] }
        texts += headers.flatMap { [$0.brief, $0.note] }
        texts += headers.flatMap { $0.attributes.flatMap { [$0.brief, $0.note, $0.requirementLevel.text] } }
        #expect(texts.count > 3000)
        let links = DocLinks(root: "https://example.org/v1", folder: "https://example.org/v1/docs")
        for text in Set(texts) {
            var comment = DocComment(indentation: 4, links: links)
            comment.paragraph(text)
            comment.item("Again", text)
            let lines = comment.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(
                lines.allSatisfy { ($0.hasPrefix("    /// ") || $0 == "    ///") && !$0.hasSuffix(" ") } || text.isEmpty
            )
            #expect(!comment.text.unicodeScalars.contains { $0.breaksSource && $0 != "\n" && $0 != "\t" })
            #expect(!comment.text.contains("](/"), "\(comment.text)")
            let once = plain(text, links)
            #expect(plain(once, links) == once)
        }
    }

    private func plain(_ text: String, _ links: DocLinks) -> String {
        var comment = DocComment(links: links)
        comment.paragraph(text)
        return comment.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(4) }
            .joined(separator: "\n")
    }
}
