package import SemConvDiagnostics

/// A group or signal as a file defines it, before anything that it refers to is known.
package struct GroupDefinition: Sendable {
    /// The format that the definition was written in.
    package enum Format: Hashable, Sendable {
        /// `groups:`, alias `definition/1`.
        case groups
        /// `definition/2`.
        case signals
    }

    package internal(set) var id: String
    package internal(set) var kind: GroupKind
    package internal(set) var format: Format
    package internal(set) var location: SourceLocation
    package internal(set) var brief = ""
    package internal(set) var note = ""
    /// Whether brief and note were given; a refinement inherits those that were not.
    package internal(set) var hasBrief = false
    package internal(set) var hasNote = false
    package internal(set) var stability: Stability?
    package internal(set) var deprecated: Deprecation?
    package internal(set) var annotations = AnnotationMap()
    package internal(set) var attributes: [AttributeEntry] = []
    /// The group whose attributes this one takes over.
    package internal(set) var extends: Reference?
    /// The signal that this one refines (`definition/2`), by its name without the kind's prefix.
    package internal(set) var refines: Reference?
    package internal(set) var spanKind: SpanKind?
    /// In words, how to name such a span (`definition/2`).
    package internal(set) var spanNameNote: String?
    package internal(set) var spanEvents: [Reference] = []
    package internal(set) var metricName: String?
    package internal(set) var instrument: Instrument?
    package internal(set) var unit: String?
    /// The name of an event, entity or scope.
    package internal(set) var name: String?
    package internal(set) var displayName: String?
    package internal(set) var body: BodyDefinition?
    package internal(set) var entityAssociations: [AssociationDefinition] = []
    package internal(set) var visibility: Visibility?
    package internal(set) var requirementLevel: RequirementLevel?
    /// Made by the reader to hold the loose attributes of a `definition/2` file.
    package internal(set) var isSynthetic = false
    /// Its attributes are there for the signals of the same registry only; other registries cannot refer to them.
    package internal(set) var definesOnlyForItself = false

    init(id: String, kind: GroupKind, format: Format, location: SourceLocation) {
        self.id = id
        self.kind = kind
        self.format = format
        self.location = location
    }

    /// The id without the prefix of its kind: what imports and `definition/2` references say.
    package var bareID: String {
        let prefix = kind.idPrefix
        return !prefix.isEmpty && id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }
}

/// An entry of a group's `attributes`.
package enum AttributeEntry: Sendable {
    /// `id` or `key`: a new attribute.
    case definition(AttributeDefinition)
    /// `ref`: an attribute defined elsewhere.
    case reference(AttributeReference)
    /// `ref_group`: all attributes of a group.
    case group(Reference)
}

/// What both a definition and a reference may say of an attribute. `nil` means that nothing was said, which never
/// resets what is inherited.
package struct AttributeFields: Sendable {
    package internal(set) var brief: String?
    package internal(set) var note: String?
    package internal(set) var examples: [FreeValue]?
    package internal(set) var requirementLevel: RequirementLevel?
    package internal(set) var stability: Stability?
    package internal(set) var deprecated: Deprecation?
    package internal(set) var annotations: AnnotationMap?
    package internal(set) var isSamplingRelevant: Bool?
    package internal(set) var role: AttributeRole?

    package init(
        brief: String? = nil,
        note: String? = nil,
        examples: [FreeValue]? = nil,
        requirementLevel: RequirementLevel? = nil,
        stability: Stability? = nil,
        deprecated: Deprecation? = nil,
        annotations: AnnotationMap? = nil,
        isSamplingRelevant: Bool? = nil,
        role: AttributeRole? = nil
    ) {
        self.brief = brief
        self.note = note
        self.examples = examples
        self.requirementLevel = requirementLevel
        self.stability = stability
        self.deprecated = deprecated
        self.annotations = annotations
        self.isSamplingRelevant = isSamplingRelevant
        self.role = role
    }

    /// Lays `upper` over these fields: what it says wins, field by field.
    package mutating func override(by upper: AttributeFields) {
        if let value = upper.brief { brief = value }
        if let value = upper.note { note = value }
        if let value = upper.examples { examples = value }
        if let value = upper.requirementLevel { requirementLevel = value }
        if let value = upper.stability { stability = value }
        if let value = upper.deprecated { deprecated = value }
        if let value = upper.annotations { annotations = value }
        if let value = upper.isSamplingRelevant { isSamplingRelevant = value }
        if let value = upper.role { role = value }
    }
}

package struct AttributeDefinition: Sendable {
    package internal(set) var id: String
    package internal(set) var type: AttributeType
    package internal(set) var fields: AttributeFields
    package internal(set) var location: SourceLocation
}

package struct AttributeReference: Sendable {
    package internal(set) var id: String
    package internal(set) var fields: AttributeFields
    package internal(set) var location: SourceLocation
    /// `prefix: true` (before 1.26): the reference makes a new attribute of this id, the group's prefix in front.
    package internal(set) var newID: String?
}

/// A node of the body of an event, as written.
package struct BodyDefinition: Sendable {
    package internal(set) var id: String
    package internal(set) var type: String
    package internal(set) var brief = ""
    package internal(set) var note = ""
    package internal(set) var stability: Stability?
    package internal(set) var requirementLevel: RequirementLevel?
    package internal(set) var fields: [BodyDefinition] = []
    package internal(set) var members: [EnumMember] = []
    package internal(set) var location: SourceLocation
}

/// Which entities a signal belongs to, as written.
package indirect enum AssociationDefinition: Sendable {
    case entity(Reference)
    case oneOf([AssociationDefinition])
    case allOf([AssociationDefinition])
}
