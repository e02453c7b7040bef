package import SemConvDiagnostics

/// A group or signal as a file defines it, before anything that it refers to is known.
///
/// A class, because a group is large and all stages of resolution hand it on; immutable.
package final class GroupDefinition: Sendable {
    /// The format that the definition was written in.
    package enum Format: Hashable, Sendable {
        /// `groups:`, alias `definition/1`.
        case groups
        /// `definition/2`.
        case signals
    }

    private let fields: GroupFields
    // Stored apart, since they are asked for most, and across modules only stored properties are read without a call.
    package let id: String
    package let kind: GroupKind
    package var format: Format { fields.format }
    package var location: SourceLocation { fields.location }
    package var brief: String { fields.brief }
    package var note: String { fields.note }
    /// Whether brief and note were given; a refinement inherits those that were not.
    package var hasBrief: Bool { fields.hasBrief }
    package var hasNote: Bool { fields.hasNote }
    package var stability: Stability? { fields.stability }
    package var deprecated: Deprecation? { fields.deprecated }
    package var annotations: AnnotationMap { fields.annotations }
    package var attributes: [AttributeEntry] { fields.attributes }
    /// The group whose attributes this one takes over.
    package var extends: Reference? { fields.extends }
    /// The signal that this one refines (`definition/2`), by its name without the kind's prefix.
    package var refines: Reference? { fields.refines }
    package var spanKind: SpanKind? { fields.spanKind }
    /// In words, how to name such a span (`definition/2`).
    package var spanNameNote: String? { fields.spanNameNote }
    package var spanEvents: [Reference] { fields.spanEvents }
    package var metricName: String? { fields.metricName }
    package var instrument: Instrument? { fields.instrument }
    package var unit: String? { fields.unit }
    /// The name of an event, entity or scope.
    package var name: String? { fields.name }
    package var displayName: String? { fields.displayName }
    package var body: BodyDefinition? { fields.body }
    package var entityAssociations: [AssociationDefinition] { fields.entityAssociations }
    package var visibility: Visibility? { fields.visibility }
    package var requirementLevel: RequirementLevel? { fields.requirementLevel }
    /// Made by the reader to hold the loose attributes of a `definition/2` file.
    package var isSynthetic: Bool { fields.isSynthetic }
    /// Its attributes are there for the signals of the same registry only; other registries cannot refer to them.
    package var definesOnlyForItself: Bool { fields.definesOnlyForItself }
    /// Out of a published registry: a refinement has all of its base already, which may not be there to look up.
    package var isComplete: Bool { fields.isComplete }
    /// Whether it takes over anything: with `extends`, as a refinement or by references to groups.
    package let buildsOnOthers: Bool
    package let isRefinement: Bool

    init(_ fields: GroupFields) {
        id = fields.id
        kind = fields.kind
        isRefinement = fields.refines != nil
        buildsOnOthers =
            fields.extends != nil || fields.refines != nil
            || fields.attributes.contains { if case .group = $0 { true } else { false } }
        self.fields = fields
    }

    /// The id without the prefix of its kind: what imports and `definition/2` references say.
    package var bareID: String {
        let prefix = kind.idPrefix
        return !prefix.isEmpty && id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }
}

/// The properties of a group while it is being decoded.
struct GroupFields: Sendable {
    var id: String
    var kind: GroupKind
    var format: GroupDefinition.Format
    var location: SourceLocation
    var brief: String = ""
    var note: String = ""
    var hasBrief: Bool = false
    var hasNote: Bool = false
    var stability: Stability?
    var deprecated: Deprecation?
    var annotations: AnnotationMap = AnnotationMap()
    var attributes: [AttributeEntry] = []
    var extends: Reference?
    var refines: Reference?
    var spanKind: SpanKind?
    var spanNameNote: String?
    var spanEvents: [Reference] = []
    var metricName: String?
    var instrument: Instrument?
    var unit: String?
    var name: String?
    var displayName: String?
    var body: BodyDefinition?
    var entityAssociations: [AssociationDefinition] = []
    var visibility: Visibility?
    var requirementLevel: RequirementLevel?
    var isSynthetic: Bool = false
    var definesOnlyForItself: Bool = false
    var isComplete: Bool = false

    init(id: String, kind: GroupKind, format: GroupDefinition.Format, location: SourceLocation) {
        self.id = id
        self.kind = kind
        self.format = format
        self.location = location
    }
}

/// An entry of a group's `attributes`.
package enum AttributeEntry: Sendable {
    /// `id` or `key`: a new attribute.
    case definition(AttributeDefinition)
    /// `ref`: an attribute defined elsewhere.
    case reference(AttributeReference)
    /// `ref_group`: all attributes of a group. Indirect, so that an entry is one reference and cheap to hand on.
    indirect case group(Reference)
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

    /// Says nothing.
    init() {}

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

/// Fields that many uses share; immutable.
package final class SharedFields: Sendable {
    package let fields: AttributeFields

    package init(_ fields: AttributeFields) {
        self.fields = fields
    }

    /// What both say, `upper` first. Nothing is made where one of them says nothing.
    package static func merged(_ lower: SharedFields?, _ upper: SharedFields?) -> SharedFields? {
        guard let lower else { return upper }
        guard let upper, upper !== lower else { return lower }
        var fields = lower.fields
        fields.override(by: upper.fields)
        return SharedFields(fields)
    }
}

package final class AttributeDefinition: Sendable {
    package let id: String
    package let type: AttributeType
    package let fields: AttributeFields
    package let location: SourceLocation

    /// Other registries cannot see the attribute.
    package var isExcludedFromDependencyResolution: Bool {
        fields.annotations?.isExcludedFromDependencyResolution ?? false
    }

    init(id: String, type: AttributeType, fields: AttributeFields, location: SourceLocation) {
        self.id = id
        self.type = type
        self.fields = fields
        self.location = location
    }
}

package final class AttributeReference: Sendable {
    package let id: String
    /// What the reference says otherwise; `nil` where it says nothing.
    package let fields: SharedFields?
    package let location: SourceLocation
    /// `prefix: true` (before 1.26): the reference makes a new attribute of this id, the group's prefix in front.
    package let newID: String?

    init(id: String, fields: SharedFields?, location: SourceLocation, newID: String?) {
        self.id = id
        self.fields = fields
        self.location = location
        self.newID = newID
    }

    package var role: AttributeRole? { fields?.fields.role }
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
package enum AssociationDefinition: Sendable {
    case entity(Reference)
    case oneOf([AssociationDefinition])
    case allOf([AssociationDefinition])
}
