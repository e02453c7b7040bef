internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// An entry of a pack, ready to render.
struct RenderJob: Sendable {
    let template: Located<String>
    let parameters: TemplateMap
    /// The path of the file, as a template of its own; `nil` takes the template's own name.
    private let fileName: Located<String>?
    private let fileNameTemplate: TemplateEnvironment?

    /// What the environment of the path calls its only template.
    private static let pathTemplateName = "file_name"

    init?(
        _ entry: PackConfiguration.Entry,
        _ environment: TemplateEnvironment,
        _ parameters: TemplateMap,
        diagnostics: inout DiagnosticCollector
    ) {
        template = entry.template
        self.parameters = parameters
        fileName = entry.fileName
        guard let fileName = entry.fileName else {
            fileNameTemplate = nil
            return
        }
        var copy = environment
        var own = DiagnosticCollector(future: diagnostics.future)
        let isGood = copy.addTemplate(
            name: Self.pathTemplateName,
            file: fileName.location.file,
            source: Array(fileName.value.utf8),
            diagnostics: &own
        )
        for diagnostic in own.diagnostics { diagnostics.report(diagnostic.moved(into: fileName)) }
        guard isGood else { return nil }
        fileNameTemplate = copy
    }

    var pathLocation: SourceLocation { fileName?.location ?? template.location }

    func path(_ context: TemplateObject, _ environment: TemplateEnvironment) throws(TemplateError) -> String {
        guard let fileName, let fileNameTemplate else {
            return template.value.hasSuffix(".j2") ? String(template.value.dropLast(3)) : template.value
        }
        var path: [UInt8] = []
        do throws(TemplateError) {
            try fileNameTemplate.render(Self.pathTemplateName, context: context, into: &path)
        } catch {
            throw TemplateError(diagnostic: error.diagnostic.moved(into: fileName))
        }
        return String(decoding: path, as: UTF8.self)
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
