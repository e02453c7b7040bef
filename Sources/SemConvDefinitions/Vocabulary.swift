/// How firm a definition is (OpenTelemetry specification, "Versioning and stability").
package enum Stability: String, Hashable, Sendable, CaseIterable {
    /// `experimental` in registries before 1.30 reads as this.
    case development
    case alpha
    case beta
    case releaseCandidate = "release_candidate"
    case stable
    /// Only in registries before 1.25; deprecation has had a key of its own since.
    case deprecated

    /// From 1 (development) to 5 (stable). The old `deprecated` ranks with development.
    package var rank: Int {
        switch self {
        case .development, .deprecated: 1
        case .alpha: 2
        case .beta: 3
        case .releaseCandidate: 4
        case .stable: 5
        }
    }
}

/// That something should no longer be used, and what to use in its place.
package enum Deprecation: Hashable, Sendable {
    /// Another id of the same kind took its place. For an enum member, the other member's id.
    case renamed(to: String, note: String)
    case obsoleted(note: String)
    case uncategorized(note: String)
    /// The old form, a plain string.
    case unspecified(note: String)

    /// The spelling of a registry.
    package var reason: String {
        switch self {
        case .renamed: "renamed"
        case .obsoleted: "obsoleted"
        case .uncategorized: "uncategorized"
        case .unspecified: "unspecified"
        }
    }

    /// The text that the author wrote; empty where there is none.
    package var note: String {
        switch self {
        case .renamed(_, let note), .obsoleted(let note), .uncategorized(let note), .unspecified(let note): note
        }
    }

    package var renamedTo: String? {
        if case .renamed(let target, _) = self { return target }
        return nil
    }
}

/// How strongly a signal asks for an attribute (OpenTelemetry specification, "Attribute requirement levels").
package enum RequirementLevel: Hashable, Sendable {
    case required
    /// With the condition.
    case conditionallyRequired(String)
    /// With a remark, or empty.
    case recommended(String)
    /// With a remark, or empty.
    case optIn(String)

    package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        case required
        case conditionallyRequired = "conditionally_required"
        case recommended
        case optIn = "opt_in"

        package static func < (left: Kind, right: Kind) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .required: 0
            case .conditionallyRequired: 1
            case .recommended: 2
            case .optIn: 3
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .required: .required
        case .conditionallyRequired: .conditionallyRequired
        case .recommended: .recommended
        case .optIn: .optIn
        }
    }

    /// The condition or remark; empty where there is none.
    package var text: String {
        switch self {
        case .required: ""
        case .conditionallyRequired(let text), .recommended(let text), .optIn(let text): text
        }
    }
}

/// What an attribute does for an entity (OpenTelemetry specification, "Entity data model").
package enum AttributeRole: String, Hashable, Sendable, CaseIterable {
    case identifying
    case descriptive
}

/// The kind of a span (OpenTelemetry specification, "SpanKind").
package enum SpanKind: String, Hashable, Sendable, CaseIterable {
    case `internal`
    case client
    case server
    case producer
    case consumer
}

/// The kind of instrument that records a metric.
package enum Instrument: String, Hashable, Sendable, CaseIterable {
    case counter
    case upDownCounter = "updowncounter"
    case gauge
    case histogram
}

/// Whether a group may be used by other registries.
package enum Visibility: String, Hashable, Sendable, CaseIterable {
    case `public`
    case `internal`
}
