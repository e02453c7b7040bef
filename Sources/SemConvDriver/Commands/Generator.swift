package import SemConvDiagnostics
package import SemConvRegistry
internal import SemConvRendering

/// The step from a registry to files in memory, and from an id to its generated name.
package struct Generator: Sendable {
    /// Makes the files; `nil` when an error was reported.
    package var files: @Sendable (Registry, Settings, inout DiagnosticCollector) -> [OutputFile]?
    /// Finds the generated name of an id, such as `Attributes.HTTP.Request.method`.
    package var symbols: @Sendable (Registry, Settings, inout DiagnosticCollector) -> SymbolTable

    package init(
        files: @escaping @Sendable (Registry, Settings, inout DiagnosticCollector) -> [OutputFile]?,
        symbols: @escaping @Sendable (Registry, Settings, inout DiagnosticCollector) -> SymbolTable
    ) {
        self.files = files
        self.symbols = symbols
    }

    /// The templates of the tool, with those of the user's in their place.
    package static let standard = Generator(files: render, symbols: { _, _, _ in SymbolTable() })

    private static func render(
        _ registry: Registry,
        _ settings: Settings,
        _ diagnostics: inout DiagnosticCollector
    ) -> [OutputFile]? {
        guard let pack = pack(settings, &diagnostics) else { return nil }
        var options = settings.rendering
        if let file = settings.boundaries {
            guard let boundaries = BoundariesReader.read(path: file, diagnostics: &diagnostics) else { return nil }
            BoundariesReader.check(boundaries, file: file, registry: registry, diagnostics: &diagnostics)
            options.boundaries = boundaries
        }
        let renderer = Renderer(registry: registry, pack: pack, options: options)
        return renderer.render(diagnostics: &diagnostics)?.map { OutputFile(path: $0.path, bytes: $0.contents) }
    }

    private static func pack(_ settings: Settings, _ diagnostics: inout DiagnosticCollector) -> TemplatePack? {
        guard let pack = TemplatePack.builtin("swift", diagnostics: &diagnostics) else { return nil }
        guard let folder = settings.templates else { return pack }
        return TemplateFolder.read(path: folder, diagnostics: &diagnostics).map { pack.overlaid(with: $0) }
    }
}

/// The generated names of a registry's definitions.
package struct SymbolTable: Sendable {
    /// The name by the kind and the id of the definition.
    package var names: [Key: String] = [:]

    package struct Key: Hashable, Sendable {
        package var kind: DefinitionKind
        package var id: String
    }

    package init() {}
}

/// The kinds of definitions that a registry has.
package enum DefinitionKind: String, Hashable, Sendable, CaseIterable {
    case attribute
    case metric
    case metricRefinement = "metric refinement"
    case span
    case spanRefinement = "span refinement"
    case event
    case entity
    case attributeGroup = "attribute group"
    case otherGroup = "other group"
}
