internal import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvRegistry
internal import SemConvTemplateEngine

/// Turns a registry into files, in memory: views of the registry go through the templates of a pack.
package struct Renderer {
    let registry: Registry
    let pack: TemplatePack
    let options: RenderOptions
    /// The last run: what the files were made of. Kept as long as the renderer, so that a tool that ends with it need
    /// not take the plan of the module apart.
    private var run: RenderRun?

    package init(registry: Registry, pack: TemplatePack, options: RenderOptions = RenderOptions()) {
        self.registry = registry
        self.pack = pack
        self.options = options
    }

    /// Renders every entry of the pack.
    ///
    /// - Returns: the files sorted by path in byte order, or `nil` when an error was reported. All errors of a run are
    ///   gathered: each rendering stops at its first one, and the next goes on.
    package mutating func render(diagnostics: inout DiagnosticCollector) -> [RenderedFile]? {
        var own = DiagnosticCollector(future: diagnostics.future)
        defer { diagnostics.append(contentsOf: own) }
        guard let configuration = pack.configuration(options.templateParameters, diagnostics: &own) else { return nil }
        guard let environment = environment(configuration, diagnostics: &own) else { return nil }
        OptionChecks(options: options, registry: registry).report(to: &own)
        if own.hasErrors { return nil }
        let files = render(configuration, environment, &own)
        return own.hasErrors ? nil : files
    }

    private mutating func render(
        _ configuration: PackConfiguration,
        _ environment: TemplateEnvironment,
        _ diagnostics: inout DiagnosticCollector
    ) -> [RenderedFile] {
        var module: SwiftModule?
        if asksForSwift(configuration) {
            let plan = ModulePlan(
                registry: registry,
                options: options,
                acronyms: configuration.acronyms,
                diagnostics: &diagnostics
            )
            if diagnostics.hasErrors { return [] }
            module = SwiftModule(plan: plan, pack: pack.name)
        }
        var run = RenderRun(
            environment: environment,
            configuration: configuration,
            views: Views(registry: registry, options: options, module: module)
        )
        run.renderAll(diagnostics: &diagnostics)
        self.run = run
        return run.output.files
    }

    /// Whether a template can see anything that knows Swift, which the module has to be planned for.
    private func asksForSwift(_ configuration: PackConfiguration) -> Bool {
        if configuration.entries.contains(where: { $0.query.name.isSwift }) { return true }
        let use = FieldUse(
            scanning: pack.templates.map(\.contents),
            expressions: configuration.expressions,
            syntax: configuration.templateOptions.syntax
        )
        return use.contains("swift")
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
