internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// One file to render.
struct RenderTask: Sendable {
    let job: RenderJob
    /// What the template calls `ctx`.
    let value: TemplateValue

    func render(_ renderer: inout TemplateRenderer, _ shape: TemplateShape, future: Bool) -> RenderResult {
        var result = RenderResult(
            writer: OutputCollector.Writer(template: job.name.value, location: job.pathLocation),
            diagnostics: DiagnosticCollector(future: future)
        )
        let context = TemplateObject(shape: shape, values: [value, job.parameters])
        do throws(TemplateError) {
            let path = try job.path(context, &renderer)
            let outcome = try renderer.render(job.template, context: context)
            result.path = outcome.fileName ?? path
            result.contents = outcome.contents
        } catch {
            result.diagnostics.report(error.diagnostic)
        }
        return result
    }
}

/// What became of a task.
struct RenderResult: Sendable {
    /// Where the file goes; `nil` when the rendering failed.
    var path: String?
    var contents: [UInt8] = []
    let writer: OutputCollector.Writer
    var diagnostics: DiagnosticCollector

    init(writer: OutputCollector.Writer, diagnostics: DiagnosticCollector) {
        self.writer = writer
        self.diagnostics = diagnostics
    }
}
