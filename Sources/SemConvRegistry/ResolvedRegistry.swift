internal import SemConvDefinitions
internal import SemConvDiagnostics

/// A registry whose references have all been followed, as other registries see it.
final class ResolvedRegistry: Sendable {
    /// The schema URL, or the name where there is none: what diagnostics and provenance say.
    let identity: String?
    /// Its own groups, and those that it imported.
    let groups: [ResolvedGroup]
    /// The first group of each id.
    let groupIndex: [String: Int]
    /// What it defines, and what its signals carry: what a dependent may refer to.
    let attributes: [String: AttributeSlot]
    /// Attributes of its own that a dependent may not refer to.
    let hiddenAttributes: [String: Attribute]
    /// What it defines, hidden or not.
    let ownAttributes: [Attribute]

    init(
        identity: String?,
        groups: [ResolvedGroup],
        groupIndex: [String: Int],
        attributes: [String: AttributeSlot],
        hiddenAttributes: [String: Attribute],
        ownAttributes: [Attribute]
    ) {
        self.identity = identity
        self.groups = groups
        self.groupIndex = groupIndex
        self.attributes = attributes
        self.hiddenAttributes = hiddenAttributes
        self.ownAttributes = ownAttributes
    }
}

/// An attribute that can be referred to.
struct AttributeSlot: Sendable {
    let attribute: Attribute
    /// The group that defines it.
    let group: Int
}

/// A group with the attributes that it has in the end, and with what it inherits.
///
/// A class, because many stages hand groups on and each is large; immutable once resolved, hence `Sendable`.
final class ResolvedGroup: Sendable {
    let definition: GroupDefinition
    let uses: [AttributeUse]
    /// What a refinement takes over from its base where it says nothing itself.
    /// `nil` for all others.
    private let inherited: SignalFacts?
    /// The id of the group that it refines or extends as a signal of its own kind.
    let baseID: String?
    /// The registry that it was imported from; `nil` for the registry at hand.
    let origin: String?

    init(
        _ definition: GroupDefinition,
        uses: [AttributeUse],
        inherited: SignalFacts? = nil,
        baseID: String?,
        origin: String? = nil
    ) {
        self.definition = definition
        self.uses = uses
        self.inherited = inherited
        self.baseID = baseID
        self.origin = origin
    }

    var isHidden: Bool { definition.annotations.isExcludedFromDependencyResolution }
    /// Whether other registries never see it, so that what is hidden may be in it.
    var isSheltered: Bool { definition.isSheltered }
    var name: String? {
        guard let inherited else { return definition.metricName ?? definition.name }
        return inherited.metricName ?? inherited.name
    }

    // MARK: - Properties of the signal, what it takes over included

    var brief: String { if let inherited { inherited.brief } else { definition.brief } }
    var note: String { if let inherited { inherited.note } else { definition.note } }
    var stability: Stability? { if let inherited { inherited.stability } else { definition.stability } }
    var deprecated: Deprecation? { if let inherited { inherited.deprecated } else { definition.deprecated } }
    var annotations: AnnotationMap { if let inherited { inherited.annotations } else { definition.annotations } }
    var requirementLevel: RequirementLevel? {
        if let inherited { inherited.requirementLevel } else { definition.requirementLevel }
    }
    var metricName: String? { if let inherited { inherited.metricName } else { definition.metricName } }
    var instrument: Instrument? { if let inherited { inherited.instrument } else { definition.instrument } }
    var unit: String? { if let inherited { inherited.unit } else { definition.unit } }
    var spanKind: SpanKind? { if let inherited { inherited.spanKind } else { definition.spanKind } }
    var spanNameNote: String? { if let inherited { inherited.spanNameNote } else { definition.spanNameNote } }
    /// The name of an event, entity or scope.
    var ownName: String? { if let inherited { inherited.name } else { definition.name } }

    func imported(from origin: String) -> ResolvedGroup {
        ResolvedGroup(definition, uses: uses, inherited: inherited, baseID: baseID, origin: self.origin ?? origin)
    }
}

/// The properties of a refinement, with what it takes over from its base. Immutable; few groups have them.
final class SignalFacts: Sendable {
    let brief: String
    let note: String
    let stability: Stability?
    let deprecated: Deprecation?
    let annotations: AnnotationMap
    let requirementLevel: RequirementLevel?
    let metricName: String?
    let instrument: Instrument?
    let unit: String?
    let spanKind: SpanKind?
    let spanNameNote: String?
    let name: String?

    init(_ definition: GroupDefinition, over base: ResolvedGroup) {
        metricName = base.metricName
        instrument = base.instrument
        unit = base.unit
        spanKind = base.spanKind
        name = base.ownName
        requirementLevel = base.requirementLevel
        annotations = base.annotations.merged(with: definition.annotations)
        stability = definition.stability ?? base.stability
        deprecated = definition.deprecated ?? base.deprecated
        brief = definition.hasBrief ? definition.brief : base.brief
        note = definition.hasNote ? definition.note : base.note
        spanNameNote = definition.spanNameNote ?? base.spanNameNote
    }
}

extension GroupDefinition {
    /// Whether other registries never see the group: it is excluded, or a group of attributes that is not public.
    var isSheltered: Bool {
        kind == .attributeGroup && visibility != .public || annotations.isExcludedFromDependencyResolution
    }
}
