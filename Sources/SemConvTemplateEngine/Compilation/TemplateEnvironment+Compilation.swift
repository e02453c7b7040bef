package import SemConvDiagnostics

extension TemplateEnvironment {
    /// Compiles a template that others cannot include. All that is wrong with it is reported; `nil` if anything is.
    package func compile(
        name: String,
        file: String,
        source: [UInt8],
        diagnostics: inout DiagnosticCollector
    ) -> CompiledTemplate? {
        guard check(source, file: file, diagnostics: &diagnostics) else { return nil }
        var parser = TemplateParser(source: source, options: options)
        let body = parser.parseTemplate()
        var compiler = TemplateCompiler(environment: self, source: source, words: parser.words)
        compiler.compileTemplate(body)
        return finish(parser, compiler, name: name, file: file, diagnostics: &diagnostics)
    }

    /// Compiles an expression alone.
    func compile(
        expression: String,
        file: String,
        diagnostics: inout DiagnosticCollector
    ) -> CompiledTemplate? {
        let source = Array(expression.utf8)
        guard check(source, file: file, diagnostics: &diagnostics) else { return nil }
        var parser = TemplateParser(expression: source, options: options)
        let parsed = parser.parseLoneExpression()
        var compiler = TemplateCompiler(environment: self, source: source, words: parser.words)
        if let parsed { compiler.compileLone(parsed) }
        return finish(parser, compiler, name: file, file: file, diagnostics: &diagnostics)
    }

    private func finish(
        _ parser: TemplateParser,
        _ compiler: TemplateCompiler,
        name: String,
        file: String,
        diagnostics: inout DiagnosticCollector
    ) -> CompiledTemplate? {
        let problems = (parser.problems + compiler.problems).sorted { $0.offset < $1.offset }
        for problem in problems.prefix(100) {
            diagnostics.report(
                Diagnostic(
                    .error,
                    problem.isUnknownName ? .templateUnknownName : .templateSyntax,
                    problem.message,
                    at: CompiledTemplate.location(of: problem.offset, in: parser.source, file: file),
                    help: problem.help
                )
            )
        }
        guard problems.isEmpty else { return nil }
        return CompiledTemplate(
            name: name,
            file: file,
            source: parser.source,
            code: compiler.code,
            functions: compiler.functions,
            signatures: compiler.signatures,
            variables: compiler.variables,
            exports: compiler.variableNames.map { compiler.assigned.contains($0) }
        )
    }

    /// Refuses a source that is no text, or that offsets of 32 bits cannot address.
    private func check(_ source: [UInt8], file: String, diagnostics: inout DiagnosticCollector) -> Bool {
        if source.count > 1 << 30 {
            diagnostics.report(
                Diagnostic(.error, .templateLimit, "the template is larger than 1 GiB", at: SourceLocation(file: file))
            )
            return false
        }
        if String(validating: source, as: UTF8.self) == nil {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .templateSyntax,
                    "the template is not UTF-8",
                    at: CompiledTemplate.location(of: Self.validPrefix(of: source), in: source, file: file)
                )
            )
            return false
        }
        return true
    }

    /// How many bytes at the start are sound.
    private static func validPrefix(of source: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = source.makeIterator()
        var count = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): count += UTF8.width(scalar)
            case .emptyInput, .error: return count
            }
        }
    }
}
