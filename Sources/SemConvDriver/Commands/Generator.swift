package import SemConvDiagnostics
package import SemConvRegistry
package import SemConvRendering

/// The step from a registry to files in memory.
package struct Generator: Sendable {
    /// What a generator made.
    package struct Result: Sendable {
        package var files: [OutputFile]
        /// Who made them, kept for as long as they are: to free what it holds serves nobody where the process ends next.
        package var renderer: Renderer?
    }

    /// Makes the files; `nil` when an error was reported.
    package var files: @Sendable (Registry, Settings, inout DiagnosticCollector) -> Result?

    package init(files: @escaping @Sendable (Registry, Settings, inout DiagnosticCollector) -> Result?) {
        self.files = files
    }

    /// The templates of the tool, with those of the user's in their place.
    package static let standard = Generator(files: render)

    private static func render(
        _ registry: Registry,
        _ settings: Settings,
        _ diagnostics: inout DiagnosticCollector
    ) -> Result? {
        guard let pack = pack(settings, &diagnostics) else { return nil }
        var options = settings.rendering
        if let file = settings.boundaries {
            guard let boundaries = BoundariesReader.read(path: file, diagnostics: &diagnostics) else { return nil }
            BoundariesReader.check(boundaries, file: file, registry: registry, diagnostics: &diagnostics)
            options.boundaries = boundaries
        }
        var renderer = Renderer(registry: registry, pack: pack, options: options)
        guard let files = renderer.render(diagnostics: &diagnostics) else { return nil }
        return Result(files: files.map { OutputFile(path: $0.path, bytes: $0.contents) }, renderer: renderer)
    }

    /// The tool's templates with those of the user's in their place; `nil` when an error was reported.
    static func pack(_ settings: Settings, _ diagnostics: inout DiagnosticCollector) -> TemplatePack? {
        guard let pack = TemplatePack.builtin("swift", diagnostics: &diagnostics) else { return nil }
        guard let folder = settings.templates else { return pack }
        return TemplateFolder.read(path: folder, diagnostics: &diagnostics).map { pack.overlaid(with: $0) }
    }
}
