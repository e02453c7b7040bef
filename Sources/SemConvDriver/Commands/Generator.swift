package import SemConvDiagnostics
package import SemConvRegistry

/// The step from a registry to files in memory, and from an id to its generated name.
package struct Generator: Sendable {
    /// Makes the files; `nil` when an error was reported.
    package var files: @Sendable (Registry, Settings, inout DiagnosticCollector) -> [OutputFile]?
    /// Finds the generated name of an id, such as `Attributes.HTTP.Request.method`.
    package var symbols: @Sendable (Registry, Settings, inout DiagnosticCollector) -> SymbolTable

    package init(
        files: @escaping @Sendable (Registry, Settings, inout DiagnosticCollector) -> [OutputFile]?,
        symbols: @escaping @Sendable (Registry, Settings, inout DiagnosticCollector) -> SymbolTable
    ) {
        self.files = files
        self.symbols = symbols
    }

    package static let standard = Generator(
        files: { _, _, _ in [] },
        symbols: { _, _, _ in SymbolTable() }
    )
}

/// The generated names of a registry's definitions.
package struct SymbolTable: Sendable {
    /// The name by the kind and the id of the definition.
    package var names: [Key: String] = [:]

    package struct Key: Hashable, Sendable {
        package var kind: DefinitionKind
        package var id: String
    }

    package init() {}
}

/// The kinds of definitions that a registry has.
package enum DefinitionKind: String, Hashable, Sendable, CaseIterable {
    case attribute
    case metric
    case metricRefinement = "metric refinement"
    case span
    case spanRefinement = "span refinement"
    case event
    case entity
    case attributeGroup = "attribute group"
    case otherGroup = "other group"
}
