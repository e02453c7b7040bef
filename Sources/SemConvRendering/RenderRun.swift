internal import SemConvDiagnostics
internal import SemConvParallel
internal import SemConvTemplateEngine
internal import Synchronization

/// One run over the entries of a pack.
struct RenderRun {
    private static let contextShape = TemplateShape(["ctx", "params"], name: "context")

    let environment: TemplateEnvironment
    let configuration: PackConfiguration
    let views: Views
    var output: OutputCollector

    /// Renders every entry: first what each has to render, then all of that on all processors. Files and diagnostics
    /// come in the order of the entries, whatever was done first.
    mutating func renderAll(diagnostics: inout DiagnosticCollector) {
        var tasks: [RenderTask] = []
        for entry in configuration.entries { addTasks(of: entry, to: &tasks, diagnostics: &diagnostics) }
        let future = diagnostics.future
        let results = Mutex([RenderResult?](repeating: nil, count: tasks.count))
        concurrentForEach(count: tasks.count) { [self, tasks] index in
            let result = tasks[index].render(views, environment, Self.contextShape, future: future)
            results.withLock { $0[index] = result }
        }
        for case let result? in results.withLock({ $0 }) {
            diagnostics.append(contentsOf: result.diagnostics)
            guard let path = result.path else { continue }
            output.add(path: path, contents: result.contents, by: result.writer, diagnostics: &diagnostics)
        }
    }

    private func addTasks(
        of entry: PackConfiguration.Entry,
        to tasks: inout [RenderTask],
        diagnostics: inout DiagnosticCollector
    ) {
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
            if !value.isNone { tasks.append(RenderTask(job: job, subject: .value(value))) }
        case .each:
            tasks += views.subjects(of: entry.query).map { RenderTask(job: job, subject: $0) }
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
