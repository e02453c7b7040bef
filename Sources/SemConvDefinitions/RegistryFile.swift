package import SemConvDiagnostics

/// What one file of a registry defines. Decoding alone can make one.
package struct RegistryFile: Sendable {
    /// The path, as diagnostics show it.
    package let path: String
    /// The groups of the file in its order; signals of `definition/2` are lowered to groups.
    package let groups: [GroupDefinition]
    package let imports: [ImportPattern]

    init(path: String, groups: [GroupDefinition], imports: [ImportPattern]) {
        self.path = path
        self.groups = groups
        self.imports = imports
    }
}

/// A wish to take definitions of a kind from a dependency.
package struct ImportPattern: Sendable {
    package let kind: GroupKind
    /// A glob: `*`, `?`, `[...]` and `{a,b}`.
    package let pattern: String
    package let location: SourceLocation
}

/// What a group describes.
package enum GroupKind: String, Hashable, Sendable, CaseIterable {
    case attributeGroup = "attribute_group"
    case span
    case event
    case metric
    case metricGroup = "metric_group"
    case entity
    case scope
    case undefined

    /// What `definition/2` puts before a name to make an id; empty for kinds that have no such prefix.
    package var idPrefix: String {
        switch self {
        case .span: "span."
        case .event: "event."
        case .metric: "metric."
        case .entity: "entity."
        case .attributeGroup, .metricGroup, .scope, .undefined: ""
        }
    }
}

/// An id in a file that names something else, with its place.
package struct Reference: Hashable, Sendable {
    package let id: String
    package let location: SourceLocation

    package init(id: String, location: SourceLocation) {
        self.id = id
        self.location = location
    }
}
