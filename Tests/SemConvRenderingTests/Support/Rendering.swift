import SemConvDiagnostics
import SemConvRegistry
import Testing

@testable import SemConvRendering

/// A rendering of a test: the files as texts, and what was reported.
struct Rendering {
    let files: [String: String]
    let paths: [String]
    let diagnostics: [Diagnostic]

    /// Renders with the built-in pack, with files of the test's over it.
    init(
        _ registry: Registry,
        overlay: [String: String] = [:],
        _ change: (inout RenderOptions) -> Void = { _ in }
    ) throws {
        var collector = DiagnosticCollector()
        let builtin = try #require(TemplatePack.builtin("swift", diagnostics: &collector))
        self.init(registry, pack: builtin.overlaid(with: Self.packFiles(overlay)), change)
    }

    /// Renders with a pack of the test's alone.
    init(
        _ registry: Registry,
        pack files: [String: String],
        _ change: (inout RenderOptions) -> Void = { _ in }
    ) {
        self.init(registry, pack: TemplatePack(name: "test", files: Self.packFiles(files)), change)
    }

    private init(_ registry: Registry, pack: TemplatePack, _ change: (inout RenderOptions) -> Void) {
        var options = RenderOptions()
        options.stability = .all
        change(&options)
        var collector = DiagnosticCollector()
        var renderer = Renderer(registry: registry, pack: pack, options: options)
        let rendered = renderer.render(diagnostics: &collector) ?? []
        paths = rendered.map(\.path)
        files = Dictionary(
            rendered.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) },
            uniquingKeysWith: { $1 }
        )
        diagnostics = collector.sorted
    }

    private static func packFiles(_ files: [String: String]) -> [TemplatePack.File] {
        files.map { TemplatePack.File(name: $0.key, displayPath: $0.key, contents: Array($0.value.utf8)) }
    }

    /// The text of a file without its first lines, up to the imports.
    func body(_ path: String) throws -> String {
        let text = try #require(files[path], "there is no \(path), but \(paths)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasSuffix("import TelemetryAPI") }.map { $0 + 2 } ?? 3
        return lines.dropFirst(start).joined(separator: "\n")
    }

    /// The lines of a file that declare something, without documentation and blanks before them.
    func declarations(_ path: String) throws -> [String] {
        try body(path).split(separator: "\n").map { String($0.drop { $0 == " " }) }
            .filter { !$0.hasPrefix("///") && $0 != "}" }
    }
}
