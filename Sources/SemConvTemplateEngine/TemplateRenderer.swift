internal import SemConvYAML

/// What a rendering leaves.
package struct TemplateOutcome: Hashable, Sendable {
    package var contents: [UInt8]
    /// What the template gave to `template.set_file_name`, the last time it did.
    package var fileName: String?
}

/// Renders templates one after the other, in the buffers of one machine: a pack renders hundreds of small files.
package struct TemplateRenderer: ~Copyable {
    private var machine: TemplateMachine

    package init(_ environment: TemplateEnvironment) {
        machine = TemplateMachine(environment)
    }

    /// Renders a template that was compiled for the environment.
    ///
    /// - Throws: An error with the place in the template, and notes on how it came there.
    package mutating func render(
        _ template: CompiledTemplate,
        context: TemplateObject
    ) throws(TemplateError) -> TemplateOutcome {
        try machine.run(template, context: context)
        return TemplateOutcome(contents: machine.output.bytes, fileName: machine.fileName)
    }

    /// The same for a short text, such as the path of a file.
    package mutating func text(of template: CompiledTemplate, context: TemplateObject) throws(TemplateError) -> String {
        try machine.run(template, context: context)
        return machine.output.text(from: 0)
    }
}
