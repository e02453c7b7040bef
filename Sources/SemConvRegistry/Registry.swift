package import SemConvDefinitions
package import SemConvDiagnostics

/// A resolved registry. Only resolution can make one: every reference has been followed, every rule checked.
///
/// All lists are sorted by id (attribute definitions by attribute id, metrics and their refinements by group id), in
/// byte order; attributes of a signal are sorted by id. Nothing depends on the order of files.
package struct Registry: Sendable {
    /// The registry's own schema URL, such as `https://opentelemetry.io/schemas/1.44.0`; `nil` without a manifest.
    package let schemaURL: String?
    /// The attributes that this registry defines.
    package let attributes: [Attribute]
    package let metrics: [Metric]
    package let metricRefinements: [Metric]
    /// Refinements are here too, marked by `refines`.
    package let spans: [Span]
    package let events: [Event]
    package let entities: [Entity]
    package let attributeGroups: [AttributeGroup]
    /// Groups without a type, scopes and metric groups.
    package let otherGroups: [OtherGroup]
    /// What the registry was made of, kept to be freed with it. Most of its texts and lists are shared, so it takes little
    /// memory; to free the thousands of small objects beside them takes as long as it did to make the lists here.
    private let source: ResolvedRegistry?

    init(
        schemaURL: String? = nil,
        attributes: [Attribute] = [],
        metrics: [Metric] = [],
        metricRefinements: [Metric] = [],
        spans: [Span] = [],
        events: [Event] = [],
        entities: [Entity] = [],
        attributeGroups: [AttributeGroup] = [],
        otherGroups: [OtherGroup] = [],
        source: ResolvedRegistry? = nil
    ) {
        self.schemaURL = schemaURL
        self.attributes = attributes
        self.metrics = metrics
        self.metricRefinements = metricRefinements
        self.spans = spans
        self.events = events
        self.entities = entities
        self.attributeGroups = attributeGroups
        self.otherGroups = otherGroups
        self.source = source
    }
}

/// An attribute as its definition says. Immutable and shared: every use of the attribute points here.
package final class Attribute: Sendable {
    package let id: String
    package let type: AttributeType
    package let brief: String
    package let note: String
    package let examples: [FreeValue]
    package let stability: Stability?
    package let deprecated: Deprecation?
    package let annotations: AnnotationMap
    package let location: SourceLocation
    /// The registry it comes from, by its schema URL; `nil` for the registry at hand.
    package let dependency: String?
    /// What the definition says that is no property of an attribute but of its uses: a level, a role (old registries).
    let usage: SharedFields?
    /// The first bytes of the id.
    let order: IDOrder

    init(
        id: String,
        type: AttributeType,
        brief: String,
        note: String,
        examples: [FreeValue],
        stability: Stability?,
        deprecated: Deprecation?,
        annotations: AnnotationMap,
        location: SourceLocation,
        dependency: String?,
        usage: SharedFields? = nil
    ) {
        self.id = id
        self.type = type
        self.brief = brief
        self.note = note
        self.examples = examples
        self.stability = stability
        self.deprecated = deprecated
        self.annotations = annotations
        self.location = location
        self.dependency = dependency
        self.usage = usage
        self.order = IDOrder(id)
    }

    /// Whether the attribute's id comes before another one's.
    func precedes(_ other: Attribute) -> Bool {
        order == other.order ? id < other.id : order < other.order
    }
}

/// An attribute as one signal or group uses it: the definition, with what was said otherwise on the way to this use.
package struct AttributeUse: Sendable {
    package let attribute: Attribute
    /// Only what was said beside the definition; `nil` for the many uses that say nothing.
    var shared: SharedFields?

    package var id: String { attribute.id }
    package var type: AttributeType { attribute.type }
    package var requirementLevel: RequirementLevel {
        shared?.fields.requirementLevel ?? attribute.usage?.fields.requirementLevel ?? .recommended("")
    }
    /// The text of the definition, or the one that this use gives in its place. The same holds for those below.
    package var brief: String { shared?.fields.brief ?? attribute.brief }
    package var note: String { shared?.fields.note ?? attribute.note }
    package var examples: [FreeValue] { shared?.fields.examples ?? attribute.examples }
    package var stability: Stability? { shared?.fields.stability ?? attribute.stability }
    package var deprecated: Deprecation? { shared?.fields.deprecated ?? attribute.deprecated }
    package var annotations: AnnotationMap { shared?.fields.annotations ?? attribute.annotations }
    /// Whether a sampler should see the attribute when a span starts.
    package var isSamplingRelevant: Bool {
        shared?.fields.isSamplingRelevant ?? attribute.usage?.fields.isSamplingRelevant ?? false
    }
    /// Only for entities; `nil` where the registry gives none.
    package var role: AttributeRole? { shared?.fields.role ?? attribute.usage?.fields.role }
}

/// What every signal and group has.
package struct SignalHeader: Sendable {
    /// The group's id, such as `metric.http.server.request.duration`; ids of `definition/2` carry their kind too.
    package let id: String
    package let brief: String
    package let note: String
    package let stability: Stability?
    package let deprecated: Deprecation?
    package let annotations: AnnotationMap
    package let attributes: [AttributeUse]
    package let location: SourceLocation
    /// How strongly an instrumentation should emit the signal; only `definition/2` says so.
    package let requirementLevel: RequirementLevel?
    package let entityAssociations: [EntityAssociation]
    /// The registry it was imported from, by its schema URL; `nil` for the registry at hand.
    package let dependency: String?
}

/// Which entities a signal belongs to.
package enum EntityAssociation: Hashable, Sendable {
    case entity(String)
    case oneOf([EntityAssociation])
    case allOf([EntityAssociation])
}

/// A metric. Immutable, as the other signals are, and a class as each has a dozen texts and lists: whoever reads one field
/// of a struct in a list often gets a copy of it all.
package final class Metric: Sendable {
    package let header: SignalHeader
    /// The metric's name on the wire; a refinement has that of its base.
    package let name: String
    package let instrument: Instrument
    package let unit: String
    /// The id that a refinement refines; `nil` for a metric of its own.
    package let refines: String?

    init(
        header: SignalHeader,
        name: String,
        instrument: Instrument,
        unit: String,
        refines: String?
    ) {
        self.header = header
        self.name = name
        self.instrument = instrument
        self.unit = unit
        self.refines = refines
    }
}

package final class Span: Sendable {
    package let header: SignalHeader
    package let kind: SpanKind?
    /// How to name such a span, in words; `nil` where the registry does not say.
    package let nameNote: String?
    /// The ids of events that may occur on the span (registries before 1.39).
    package let events: [String]
    package let refines: String?

    init(
        header: SignalHeader,
        kind: SpanKind?,
        nameNote: String?,
        events: [String],
        refines: String?
    ) {
        self.header = header
        self.kind = kind
        self.nameNote = nameNote
        self.events = events
        self.refines = refines
    }
}

package final class Event: Sendable {
    package let header: SignalHeader
    /// The event's name on the wire; a refinement has that of its base.
    package let name: String
    package let body: EventBody?
    package let refines: String?

    init(
        header: SignalHeader,
        name: String,
        body: EventBody?,
        refines: String?
    ) {
        self.header = header
        self.name = name
        self.body = body
        self.refines = refines
    }
}

package final class Entity: Sendable {
    package let header: SignalHeader
    /// The entity's type; a refinement has that of its base.
    package let name: String
    /// Whether the registry names the entity; before 1.34 its group's id stood for that.
    package let hasName: Bool
    package let refines: String?

    init(
        header: SignalHeader,
        name: String,
        hasName: Bool,
        refines: String?
    ) {
        self.header = header
        self.name = name
        self.hasName = hasName
        self.refines = refines
    }
}

package struct AttributeGroup: Sendable {
    package let header: SignalHeader
    package let visibility: Visibility?
    package let displayName: String?
}

package struct OtherGroup: Sendable {
    package let header: SignalHeader
    /// `metric_group`, `scope` or `undefined`.
    package let type: String
}

/// A node of the body of an event.
package struct EventBody: Sendable {
    package let id: String
    package let type: String
    package let brief: String
    package let note: String
    package let stability: Stability?
    package let requirementLevel: RequirementLevel?
    package let fields: [EventBody]
}
