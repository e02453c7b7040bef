internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry

/// The commands that print something about the registry.
extension Session {
    mutating func resolve(_ registry: Registry, _ format: Request.ResolveFormat) -> ExitStatus {
        switch format {
        case .facts: printResult(FactsDocument(registry).bytes)
        case .json: printResult(JSONWriter().document(RegistryDocument(registry).value))
        case .yaml: printResult(YAMLWriter().document(RegistryDocument(registry).value))
        }
    }

    mutating func stats(_ registry: Registry, _ settings: Settings, _ format: Request.StatsFormat) -> ExitStatus {
        let statistics = RegistryStatistics(registry)
        switch format {
        case .text: return printResult(Array(statistics.text(title: settings.registry).utf8))
        case .json: return printResult(JSONWriter().document(statistics.value))
        }
    }

    mutating func explain(_ id: String, _ registry: Registry, _ settings: Settings) -> ExitStatus {
        guard let pack = Generator.pack(settings, &diagnostics) else { return .failure }
        let names = GeneratedNames(registry, pack: pack, options: settings.rendering)
        let explainer = Explainer(registry, names: names)
        let text = explainer.explain(id)
        if text.isEmpty {
            diagnostics.report(explainer.unknown(id))
            return .failure
        }
        return printResult(Array(text.utf8))
    }
}
