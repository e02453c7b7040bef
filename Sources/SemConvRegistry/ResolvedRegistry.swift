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
    let signal: SignalFacts
    /// The id of the group that it refines or extends as a signal of its own kind.
    let baseID: String?
    /// The registry that it was imported from; `nil` for the registry at hand.
    let origin: String?

    init(
        _ definition: GroupDefinition,
        uses: [AttributeUse],
        signal: SignalFacts,
        baseID: String?,
        origin: String? = nil
    ) {
        self.definition = definition
        self.uses = uses
        self.signal = signal
        self.baseID = baseID
        self.origin = origin
    }

    var isHidden: Bool { definition.annotations.isExcludedFromDependencyResolution }
    /// Whether other registries never see it, so that what is hidden may be in it.
    var isSheltered: Bool { definition.isSheltered }
    var name: String? { signal.metricName ?? signal.name }

    func imported(from origin: String) -> ResolvedGroup {
        ResolvedGroup(definition, uses: uses, signal: signal, baseID: baseID, origin: self.origin ?? origin)
    }
}

/// The properties of a signal that a refinement of it shares.
struct SignalFacts: Sendable {
    var brief: String
    var note: String
    var stability: Stability?
    var deprecated: Deprecation?
    var annotations: AnnotationMap
    var requirementLevel: RequirementLevel?
    var metricName: String?
    var instrument: Instrument?
    var unit: String?
    var spanKind: SpanKind?
    var spanNameNote: String?
    var name: String?

    init(_ definition: GroupDefinition) {
        brief = definition.brief
        note = definition.note
        stability = definition.stability
        deprecated = definition.deprecated
        annotations = definition.annotations
        requirementLevel = definition.requirementLevel
        metricName = definition.metricName
        instrument = definition.instrument
        unit = definition.unit
        spanKind = definition.spanKind
        spanNameNote = definition.spanNameNote
        name = definition.name
    }

    /// What a refinement takes over from its base.
    mutating func inherit(from base: SignalFacts, unlessSaidBy definition: GroupDefinition) {
        metricName = base.metricName
        instrument = base.instrument
        unit = base.unit
        spanKind = base.spanKind
        name = base.name
        requirementLevel = base.requirementLevel
        annotations = base.annotations.merged(with: annotations)
        if stability == nil { stability = base.stability }
        if deprecated == nil { deprecated = base.deprecated }
        if !definition.hasBrief { brief = base.brief }
        if !definition.hasNote { note = base.note }
        if spanNameNote == nil { spanNameNote = base.spanNameNote }
    }
}

extension GroupDefinition {
    /// Whether other registries never see the group: it is excluded, or a group of attributes that is not public.
    var isSheltered: Bool {
        kind == .attributeGroup && visibility != .public || annotations.isExcludedFromDependencyResolution
    }
}
