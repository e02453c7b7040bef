internal import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvRendering

/// The names that definitions have in generated code, those included that the settings leave out: a name does not
/// depend on what else is generated.
struct GeneratedNames {
    private var symbols: [String: [SymbolIndex.Symbol]] = [:]
    /// What the settings select.
    private var generated: Set<SymbolIndex.Symbol> = []

    init(_ all: [SymbolIndex.Symbol], generated: [SymbolIndex.Symbol]) {
        symbols = Dictionary(grouping: all, by: \.id)
        self.generated = Set(generated)
    }

    /// - Parameter pack: the templates that the code is generated with; they can spell words in their own way.
    init(_ registry: Registry, pack: TemplatePack? = nil, options: RenderOptions) {
        var everything = options
        everything.stability = .all
        everything.namespaces = NamespaceSelection()
        // What is wrong with a name is told by the run that generates it.
        var ignored = DiagnosticCollector()
        let all = SymbolIndex(registry: registry, pack: pack, options: everything, diagnostics: &ignored)
        let selected = SymbolIndex(registry: registry, pack: pack, options: options, diagnostics: &ignored)
        self.init(all.symbols, generated: selected.symbols)
    }

    /// The declarations of a definition; a metric has two, its descriptor and its view preset.
    func symbols(of definition: Definition) -> [SymbolIndex.Symbol] {
        let kinds = definition.kind.declarations
        return (symbols[definition.id] ?? []).filter { kinds.contains($0.kind) }
    }

    func isGenerated(_ symbol: SymbolIndex.Symbol) -> Bool {
        generated.contains(symbol)
    }
}
