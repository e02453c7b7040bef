internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry

/// A definition that can become a declaration.
protocol PlannedDefinition: Sendable {
    var outline: DefinitionOutline { get }
}

/// What decides about the declaration of a definition: small, since signals themselves are costly to copy.
struct DefinitionOutline {
    /// What the declaration is named after: the name on the wire, or for a refinement its id.
    let name: String
    /// What tells the definition from others of its name.
    let id: String
    let stability: Stability?
    let isDeprecated: Bool
    let isExcluded: Bool
    let location: SourceLocation

    func item(key: String) -> SwiftNameTable.Item {
        SwiftNameTable.Item(
            key: key,
            path: name,
            isDeprecated: isDeprecated,
            isExcluded: isExcluded,
            location: location
        )
    }
}

extension DefinitionOutline {
    /// Inlined, so that only these fields of a header are copied: each of them has a reference count to pay for.
    @inline(__always)
    fileprivate init(_ header: SignalHeader, name: String) {
        self.name = name
        id = header.id
        stability = header.stability
        isDeprecated = header.deprecated != nil
        isExcluded = header.annotations.isExcludedFromCodeGeneration
        location = header.location
    }
}

extension Attribute: PlannedDefinition {
    var outline: DefinitionOutline {
        DefinitionOutline(
            name: id,
            id: id,
            stability: stability,
            isDeprecated: deprecated != nil,
            isExcluded: annotations.isExcludedFromCodeGeneration,
            location: location
        )
    }
}

extension Metric: PlannedDefinition {
    /// Refinements of metrics are no declarations, so that the name is always that of the metric.
    var outline: DefinitionOutline { DefinitionOutline(header, name: name) }
}

extension Span: PlannedDefinition {
    var outline: DefinitionOutline { DefinitionOutline(header, name: declaredName) }
}

extension Event: PlannedDefinition {
    var outline: DefinitionOutline { DefinitionOutline(header, name: declaredName) }
}

extension Entity: PlannedDefinition {
    var outline: DefinitionOutline { DefinitionOutline(header, name: declaredName) }
}

extension GroupModel {
    /// What a declaration is named after: the name on the wire, or for a refinement its id.
    var declaredName: String { isRefinement ? idWithoutKind : publicName }
}
