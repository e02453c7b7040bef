package import SemConvDiagnostics

/// An expression that was compiled on its own, such as the name of an output file.
package struct CompiledExpression: Sendable {
    let template: CompiledTemplate
}

extension TemplateEnvironment {
    /// Renders one template to the end of `output`. After an error, `output` is as it was.
    ///
    /// - Throws: An error with the place in the template, and notes on how it came there.
    @discardableResult
    package func render(
        _ name: String,
        context: TemplateObject,
        into output: inout [UInt8]
    ) throws(TemplateError) -> TemplateOutcome {
        guard let template = template(named: name) else {
            throw TemplateError(
                .templateUnknownName,
                "there is no template '\(name)'",
                help: Suggestion.didYouMean(name, in: templateNames)
            )
        }
        var renderer = TemplateRenderer(self)
        let outcome = try renderer.render(template, context: context)
        output += outcome.contents
        return outcome
    }

    /// Compiles an expression, for `evaluate`.
    ///
    /// - Parameter file: What diagnostics call the place where the expression stands.
    package func compileExpression(
        _ expression: String,
        file: String,
        diagnostics: inout DiagnosticCollector
    ) -> CompiledExpression? {
        compile(expression: expression, file: file, diagnostics: &diagnostics).map { CompiledExpression(template: $0) }
    }

    /// The value of a compiled expression.
    package func evaluate(
        _ expression: CompiledExpression,
        context: TemplateObject
    ) throws(TemplateError) -> TemplateValue {
        var machine = TemplateMachine(self)
        try machine.run(expression.template, context: context)
        return machine.stack.popLast() ?? .undefined
    }

    /// The value of an expression that is evaluated once.
    package func evaluate(
        expression: String,
        file: String = "<expression>",
        context: TemplateObject
    ) throws(TemplateError) -> TemplateValue {
        var diagnostics = DiagnosticCollector()
        guard let compiled = compileExpression(expression, file: file, diagnostics: &diagnostics) else {
            throw TemplateError(
                diagnostic: diagnostics.sorted.first
                    ?? Diagnostic(.error, .templateSyntax, "the expression cannot be read")
            )
        }
        return try evaluate(compiled, context: context)
    }
}
