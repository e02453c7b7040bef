internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry

/// Something of a registry that has an id, seen from outside: what all kinds have in common.
struct Definition {
    let kind: DefinitionKind
    let id: String
    /// Other names by which a user may know it, such as a metric's name on the wire.
    let names: [String]
    let brief: String
    let note: String
    let stability: Stability?
    let deprecated: Deprecation?
    let location: SourceLocation
    let dependency: String?
    /// What only this kind has, as label and text.
    let details: [(label: String, text: String)]
    let uses: [AttributeUse]
    /// The id of what it refines.
    let refines: String?
    let associations: [EntityAssociation]

    init(_ attribute: Attribute) {
        kind = .attribute
        id = attribute.id
        names = []
        brief = attribute.brief
        note = attribute.note
        stability = attribute.stability
        deprecated = attribute.deprecated
        location = attribute.location
        dependency = attribute.dependency
        uses = []
        refines = nil
        associations = []
        var details = [(label: "type", text: attribute.type.spelling)]
        if case .enumeration(let enumeration) = attribute.type {
            let members = enumeration.members.map { member in
                let text = FreeValue(member.value).plainText
                return (text == member.id ? text : "\(member.id) = \(text)")
                    + (member.deprecated == nil ? "" : " (deprecated)")
            }
            details.append(("members", members.joined(separator: "\n")))
        }
        if !attribute.examples.isEmpty {
            details.append(("examples", attribute.examples.map(\.plainText).joined(separator: ", ")))
        }
        self.details = details
    }

    private init(
        _ kind: DefinitionKind,
        _ header: SignalHeader,
        names: [String] = [],
        refines: String? = nil,
        details: [(label: String, text: String)] = []
    ) {
        self.kind = kind
        id = header.id
        self.names = names
        brief = header.brief
        note = header.note
        stability = header.stability
        deprecated = header.deprecated
        location = header.location
        dependency = header.dependency
        uses = header.attributes
        self.refines = refines
        associations = header.entityAssociations
        self.details = details
    }

    init(_ metric: Metric) {
        self.init(
            metric.refines == nil ? .metric : .metricRefinement,
            metric.header,
            names: metric.refines == nil ? [metric.name] : [],
            refines: metric.refines,
            details: [("name", metric.name), ("instrument", metric.instrument.rawValue), ("unit", metric.unit)]
        )
    }

    init(_ span: Span) {
        var details: [(label: String, text: String)] = []
        if let kind = span.kind { details.append(("span kind", kind.rawValue)) }
        if let note = span.nameNote { details.append(("naming", note)) }
        if !span.events.isEmpty { details.append(("events", span.events.joined(separator: ", "))) }
        self.init(
            span.refines == nil ? .span : .spanRefinement,
            span.header,
            names: Self.bare(span.header.id, "span."),
            refines: span.refines,
            details: details
        )
    }

    init(_ event: Event) {
        var details = [(label: "name", text: event.name)]
        if let body = event.body { details.append(("body", body.type)) }
        self.init(.event, event.header, names: [event.name], refines: event.refines, details: details)
    }

    init(_ entity: Entity) {
        let details = [(label: "name", text: entity.name)]
        self.init(.entity, entity.header, names: [entity.name], refines: entity.refines, details: details)
    }

    init(_ group: AttributeGroup) {
        var details: [(label: String, text: String)] = []
        if let visibility = group.visibility { details.append(("visibility", visibility.rawValue)) }
        self.init(.attributeGroup, group.header, details: details)
    }

    init(_ group: OtherGroup) {
        self.init(.otherGroup, group.header, details: [("type", group.type)])
    }

    /// The type of a span is its id without the prefix that the second format puts before it.
    private static func bare(_ id: String, _ prefix: String) -> [String] {
        id.hasPrefix(prefix) ? [String(id.dropFirst(prefix.count))] : []
    }

    /// Every definition of a registry.
    static func all(of registry: Registry) -> [Definition] {
        registry.attributes.map { Definition($0) } + registry.metrics.map { Definition($0) }
            + registry.metricRefinements.map { Definition($0) } + registry.spans.map { Definition($0) }
            + registry.events.map { Definition($0) } + registry.entities.map { Definition($0) }
            + registry.attributeGroups.map { Definition($0) } + registry.otherGroups.map { Definition($0) }
    }
}

extension FreeValue {
    /// The value in one line, as a person would write it.
    var plainText: String {
        switch self {
        case .null: "null"
        case .bool(let bool): String(bool)
        case .int(let int): String(int)
        case .double(let double): String(double)
        case .string(let string): string
        case .list(let elements): "[" + elements.map(\.plainText).joined(separator: ", ") + "]"
        case .map(let entries): "{" + entries.map { "\($0.key): \($0.value.plainText)" }.joined(separator: ", ") + "}"
        }
    }
}
