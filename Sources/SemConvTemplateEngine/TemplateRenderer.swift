/// What a rendering leaves.
package struct TemplateOutcome: Hashable, Sendable {
    package var contents: [UInt8]
    /// What the template gave to `template.set_file_name`, the last time it did.
    package var fileName: String?
}

/// Renders templates one after the other, in the buffers of one machine: a pack renders hundreds of small files.
package struct TemplateRenderer: Sendable {
    private let environment: TemplateEnvironment
    private var machine: TemplateMachine?

    package init(_ environment: TemplateEnvironment) {
        self.environment = environment
    }

    /// Renders a template that was compiled for the environment.
    ///
    /// - Throws: An error with the place in the template, and notes on how it came there.
    package mutating func render(
        _ template: CompiledTemplate,
        context: TemplateObject
    ) throws(TemplateError) -> TemplateOutcome {
        if machine == nil {
            machine = TemplateMachine(template, environment: environment, context: context)
        } else {
            machine?.restart(template, context: context)
        }
        try machine?.run()
        var outcome = TemplateOutcome(contents: [], fileName: machine?.fileName)
        // A copy is as large as what it holds; the machine's buffer, which goes on to the next, as the largest file.
        if let output = machine?.output {
            outcome.contents.reserveCapacity(output.count)
            outcome.contents += output
        }
        return outcome
    }
}
