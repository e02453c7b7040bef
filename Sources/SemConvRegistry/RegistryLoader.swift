internal import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvYAML

/// How to read a registry.
package struct RegistryOptions: Sendable {
    /// What newer versions of the rules refuse is refused now.
    package var future = false
    /// Folders to read in place of what a manifest names: the manifest's `registry_path`, or without one its
    /// `schema_url`, to a local folder.
    package var dependencyOverrides: [String: String] = [:]
    package var limits = YAMLReader.Limits()
    /// Where all paths lead, those of dependencies too.
    package var place = RegistryPlace.disk
    /// The most attributes that all groups of a registry together may have, with those that they take over.
    package var attributeUses = 1_000_000

    package init() {}
}

/// Reads, resolves and checks a registry: a folder, or one file.
package struct RegistryLoader: Sendable {
    package var options: RegistryOptions

    package init(options: RegistryOptions = RegistryOptions()) {
        self.options = options
    }

    /// - Parameters:
    ///   - path: a folder with `*.yaml` and `*.yml` files at any depth, or a single file.
    ///   - diagnostics: receives all problems of the registry, and the errors of its dependencies.
    /// - Returns: the registry, or `nil` when an error was reported.
    package func load(path: String, diagnostics: inout DiagnosticCollector) -> Registry? {
        var collector = DiagnosticCollector(future: options.future)
        defer { diagnostics.append(contentsOf: collector) }
        guard let graph = DependencyGraph.load(path: path, options: options, &collector) else { return nil }
        // Without a dependency every reference into it would be one more error that says nothing new.
        let isGraphWhole = !collector.hasErrors
        var finished: [Int: ResolvedRegistry?] = [:]
        let main = resolve(0, graph, isGraphWhole: isGraphWhole, &finished, &collector)
        guard let main, !collector.hasErrors else { return nil }
        return RegistryBuilder(main).build(schemaURL: graph.sources[0].schemaURL)
    }

    private func resolve(
        _ index: Int,
        _ graph: DependencyGraph,
        isGraphWhole: Bool,
        _ finished: inout [Int: ResolvedRegistry?],
        _ collector: inout DiagnosticCollector
    ) -> ResolvedRegistry? {
        if let known = finished[index] { return known }
        let source = graph.sources[index]
        var dependencies: [ResolvedRegistry] = []
        var isWhole = isGraphWhole
        if isGraphWhole {
            for dependency in source.dependencies {
                if let registry = resolve(dependency, graph, isGraphWhole: true, &finished, &collector) {
                    if !dependencies.contains(where: { $0 === registry }) { dependencies.append(registry) }
                } else {
                    isWhole = false
                }
            }
        }
        var own = DiagnosticCollector(future: options.future)
        let content = source.read(RegistryReader(options), &own)
        guard isWhole, content.isWhole else {
            keep(own, isMain: index == 0, &collector)
            finished.updateValue(nil, forKey: index)
            return nil
        }
        var resolver = Resolver(
            identity: source.identity,
            isMain: index == 0,
            files: content.files,
            dependencies: dependencies,
            useLimit: options.attributeUses,
            diagnostics: own
        )
        let registry = resolver.resolve()
        keep(resolver.diagnostics, isMain: index == 0, &collector)
        finished[index] = registry
        return registry
    }

    /// Warnings about registries of others are not for this user to mend.
    private func keep(_ diagnostics: DiagnosticCollector, isMain: Bool, _ collector: inout DiagnosticCollector) {
        for diagnostic in diagnostics.diagnostics where isMain || diagnostic.severity == .error {
            collector.report(diagnostic)
        }
    }
}
