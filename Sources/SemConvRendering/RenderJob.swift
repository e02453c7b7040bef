internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// An entry of a pack, ready to render.
struct RenderJob: Sendable {
    let name: Located<String>
    let template: CompiledTemplate
    let parameters: TemplateValue
    /// The path of the file, as a template of its own; `nil` takes the template's own name.
    private let path: (source: Located<String>, template: CompiledTemplate)?

    init?(
        _ entry: PackConfiguration.Entry,
        _ template: CompiledTemplate,
        _ environment: TemplateEnvironment,
        _ parameters: TemplateMap,
        diagnostics: inout DiagnosticCollector
    ) {
        name = entry.template
        self.template = template
        self.parameters = .map(parameters)
        guard let fileName = entry.fileName else {
            path = nil
            return
        }
        var own = DiagnosticCollector(future: diagnostics.future)
        let compiled = environment.compile(
            name: "file_name",
            file: fileName.location.file,
            source: Array(fileName.value.utf8),
            diagnostics: &own
        )
        for diagnostic in own.diagnostics { diagnostics.report(diagnostic.moved(into: fileName)) }
        guard let compiled else { return nil }
        path = (fileName, compiled)
    }

    var pathLocation: SourceLocation { path?.source.location ?? name.location }

    func path(_ context: TemplateObject, _ renderer: inout TemplateRenderer) throws(TemplateError) -> String {
        guard let path else { return name.value.hasSuffix(".j2") ? String(name.value.dropLast(3)) : name.value }
        do throws(TemplateError) {
            return try renderer.text(of: path.template, context: context)
        } catch {
            throw TemplateError(diagnostic: error.diagnostic.moved(into: path.source))
        }
    }
}

extension Diagnostic {
    /// The diagnostic of a text that stands inside another file, with its place there.
    func moved(into text: Located<String>) -> Diagnostic {
        var moved = self
        guard let location, location.file == text.location.file else { return moved }
        moved.location = SourceLocation(
            file: text.location.file,
            line: text.location.line + max(0, location.line - 1),
            column: location.line <= 1 ? text.location.column + max(0, location.column - 1) : location.column
        )
        return moved
    }
}
