internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// One run over the entries of a pack.
struct RenderRun {
    private static let contextShape = TemplateShape(["ctx", "params"], name: "context")

    let environment: TemplateEnvironment
    let configuration: PackConfiguration
    let views: Views
    var output: OutputCollector

    mutating func renderAll(diagnostics: inout DiagnosticCollector) {
        for entry in configuration.entries { render(entry, diagnostics: &diagnostics) }
    }

    private mutating func render(_ entry: PackConfiguration.Entry, diagnostics: inout DiagnosticCollector) {
        guard environment.hasTemplate(entry.template.value) else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .unknownTemplate,
                    "the pack has no template '\(entry.template.value)'",
                    at: entry.template.location,
                    help: Suggestion.didYouMean(entry.template.value, in: environment.templateNames)
                )
            )
            return
        }
        let parameters = parameters(of: entry)
        guard holds(entry.condition, parameters, diagnostics: &diagnostics) else { return }
        guard let job = RenderJob(entry, environment, parameters, diagnostics: &diagnostics) else { return }
        switch entry.mode {
        case .single:
            let value = views.answer(entry.query)
            if case .list(let elements) = value, elements.isEmpty { return }
            if !value.isNone { render(value, job, diagnostics: &diagnostics) }
        case .each:
            // One at a time, so that never more than one file's views are in memory.
            views.forEachElement(of: entry.query) { render($0, job, diagnostics: &diagnostics) }
        }
    }

    private mutating func render(_ value: TemplateValue, _ job: RenderJob, diagnostics: inout DiagnosticCollector) {
        let context = TemplateObject(shape: Self.contextShape, values: [value, .map(job.parameters)])
        var contents: [UInt8] = []
        do throws(TemplateError) {
            var path = try job.path(context, environment)
            let outcome = try environment.render(job.template.value, context: context, into: &contents)
            path = outcome.fileName ?? path
            output.add(
                path: path,
                contents: contents,
                by: OutputCollector.Writer(template: job.template.value, location: job.pathLocation),
                diagnostics: &diagnostics
            )
        } catch {
            diagnostics.report(error.diagnostic)
        }
    }

    /// Those of the run over those of the entry over those of the pack.
    private func parameters(of entry: PackConfiguration.Entry) -> TemplateMap {
        configuration.parameters.merging(entry.parameters).merging(views.options.templateParameters)
    }

    private func holds(
        _ condition: Located<String>?,
        _ parameters: TemplateMap,
        diagnostics: inout DiagnosticCollector
    ) -> Bool {
        guard let condition else { return true }
        // Weaver's conditions are JQ, where parameters have a dollar sign.
        let expression = condition.value.replacing("$params", with: "params")
        let context = TemplateObject(
            shape: Self.contextShape,
            values: [views.answer(Query(.registry)), .map(parameters)]
        )
        do throws(TemplateError) {
            return try environment.evaluate(expression: expression, file: condition.location.file, context: context)
                .isTrue
        } catch {
            diagnostics.report(error.diagnostic.moved(into: condition))
            return false
        }
    }
}

/// An entry of a pack, ready to render.
struct RenderJob {
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
