internal import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvRegistry
internal import SemConvTemplateEngine

/// Turns a registry into files, in memory: views of the registry go through the templates of a pack.
package struct Renderer {
    let registry: Registry
    let pack: TemplatePack
    let options: RenderOptions

    package init(registry: Registry, pack: TemplatePack, options: RenderOptions = RenderOptions()) {
        self.registry = registry
        self.pack = pack
        self.options = options
    }

    /// Renders every entry of the pack.
    ///
    /// - Returns: the files sorted by path in byte order, or `nil` when an error was reported. All errors of a run are
    ///   gathered: each rendering stops at its first one, and the next goes on.
    package func render(diagnostics: inout DiagnosticCollector) -> [RenderedFile]? {
        var own = DiagnosticCollector(future: diagnostics.future)
        defer { diagnostics.append(contentsOf: own) }
        guard let configuration = pack.configuration(options.templateParameters, diagnostics: &own) else { return nil }
        guard let environment = environment(configuration, diagnostics: &own) else { return nil }
        OptionChecks(options: options, registry: registry).report(to: &own)
        if own.hasErrors { return nil }
        let use = FieldUse(
            scanning: pack.templates.map(\.contents),
            expressions: configuration.expressions,
            syntax: configuration.templateOptions.syntax
        )
        var run = DiagnosticCollector(future: diagnostics.future)
        var files = render(configuration, environment, use, &run)
        if run.hasErrors {
            // Once more with every field, so that a message can name the fields that a template could have meant.
            run = DiagnosticCollector(future: diagnostics.future)
            files = render(configuration, environment, .all, &run)
        }
        own.append(contentsOf: run)
        return own.hasErrors ? nil : files
    }

    private func render(
        _ configuration: PackConfiguration,
        _ environment: TemplateEnvironment,
        _ use: FieldUse,
        _ diagnostics: inout DiagnosticCollector
    ) -> [RenderedFile] {
        var swift: SwiftViews?
        if use.contains("swift") || configuration.entries.contains(where: { $0.query.name.isSwift }) {
            let plan = ModulePlan(
                registry: registry,
                options: options,
                acronyms: configuration.acronyms,
                diagnostics: &diagnostics
            )
            if diagnostics.hasErrors { return [] }
            swift = SwiftViews(plan: plan, pack: pack.name, use: use)
        }
        var run = RenderRun(
            environment: environment,
            configuration: configuration,
            views: Views(registry: registry, options: options, swift: swift, use: use),
            output: OutputCollector()
        )
        run.renderAll(diagnostics: &diagnostics)
        return run.output.files
    }

    /// The engine with our filters and the pack's templates.
    private func environment(
        _ configuration: PackConfiguration,
        diagnostics: inout DiagnosticCollector
    ) -> TemplateEnvironment? {
        var environment = TemplateEnvironment(options: configuration.templateOptions)
        ConventionFilters.register(in: &environment, configuration)
        var isGood = true
        for file in pack.templates {
            let added = environment.addTemplate(
                name: file.name,
                file: file.displayPath,
                source: file.contents,
                diagnostics: &diagnostics
            )
            isGood = isGood && added
        }
        return isGood ? environment : nil
    }
}

extension PackConfiguration {
    /// The templates and expressions that stand in the configuration itself.
    var expressions: [String] {
        entries.flatMap { [$0.fileName?.value, $0.condition?.value].compactMap { $0 } }
    }
}

extension RenderOptions {
    /// The parameters of the run as templates see them.
    var templateParameters: TemplateMap { TemplateMap(parameters.map { ($0.key, TemplateValue($0.value)) }) }
}
