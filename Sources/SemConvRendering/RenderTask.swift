internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// One file to render.
struct RenderTask: Sendable {
    let job: RenderJob
    let subject: RenderSubject

    func render(
        _ views: Views,
        _ environment: TemplateEnvironment,
        _ shape: TemplateShape,
        future: Bool
    ) -> RenderResult {
        var result = RenderResult(
            writer: OutputCollector.Writer(template: job.template.value, location: job.pathLocation),
            diagnostics: DiagnosticCollector(future: future)
        )
        let context = TemplateObject(shape: shape, values: [subject.value(views), .map(job.parameters)])
        do throws(TemplateError) {
            let path = try job.path(context, environment)
            let outcome = try environment.render(job.template.value, context: context, into: &result.contents)
            result.path = outcome.fileName ?? path
        } catch {
            result.diagnostics.report(error.diagnostic)
        }
        return result
    }
}

/// What a template renders.
enum RenderSubject: Sendable {
    case value(TemplateValue)
    /// A Swift file, whose views are made when it is its turn, so that never more than a few files' are in memory.
    case swiftFile(SwiftFilePlan)

    func value(_ views: Views) -> TemplateValue {
        switch self {
        case .value(let value): value
        case .swiftFile(let plan): views.swift?.file.object(plan, views) ?? .none
        }
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
