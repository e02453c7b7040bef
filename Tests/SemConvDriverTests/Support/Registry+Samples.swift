import SemConvDefinitions
import SemConvDiagnostics

@testable import SemConvRegistry

/// A registry small enough to be read at a glance, with something of every kind.
enum Sample {
    static let method = attribute(
        "http.request.method",
        .enumeration(
            Enumeration(members: [
                EnumMember(id: "get", value: .string("GET"), stability: .stable),
                EnumMember(id: "old", value: .string("OLD"), deprecated: .obsoleted(note: "gone")),
            ])
        ),
        brief: "The method.",
        note: "First line.\n\nThird line.",
        stability: .stable,
        line: 3
    )
    static let status = attribute(
        "http.response.status_code",
        .primitive(.int),
        brief: "The \"code\" \\ of é.",
        examples: [.int(200), .int(404)],
        stability: .releaseCandidate,
        line: 20
    )
    static let old = attribute(
        "http.method",
        .primitive(.string),
        deprecated: .renamed(to: "http.request.method", note: "Use the new one."),
        line: 30
    )
    static let header = attribute(
        "http.request.header",
        .template(.array(.string)),
        examples: [.list([.string("a"), .string("b")])],
        stability: .development,
        deprecated: .unspecified(note: "old form"),
        line: 40
    )

    static var registry: Registry {
        Registry(
            schemaURL: "https://example.com/schemas/1.0.0",
            attributes: [old, header, method, status],
            metrics: [
                metric(
                    "metric.http.duration",
                    "http.duration",
                    [use(method, .required), use(status, .recommended(""))]
                ),
                metric("metric.http.duration.other", "http.duration", []),
            ],
            metricRefinements: [
                Metric(
                    header: signal("refined", [use(status, .optIn("if wanted"))]),
                    name: "http.duration",
                    instrument: .histogram,
                    unit: "s",
                    refines: "metric.http.duration"
                )
            ],
            spans: [
                Span(
                    header: signal(
                        "span.http.server",
                        [use(method, .conditionallyRequired("when known"), sampling: true)],
                        stability: .stable,
                        associations: [.oneOf([.entity("service"), .allOf([.entity("host")])])]
                    ),
                    kind: .server,
                    nameNote: "{method}",
                    events: ["exception"],
                    refines: nil
                ),
                Span(header: signal("span.plain", []), kind: nil, nameNote: nil, events: [], refines: nil),
                Span(
                    header: signal("span.refined", []),
                    kind: .server,
                    nameNote: nil,
                    events: [],
                    refines: "span.http.server"
                ),
            ],
            events: [
                Event(
                    header: signal("event.exception", [], deprecated: .uncategorized(note: "")),
                    name: "exception",
                    body: EventBody(
                        id: "body",
                        type: "map",
                        brief: "",
                        note: "",
                        stability: .alpha,
                        requirementLevel: .required,
                        fields: [
                            EventBody(
                                id: "x",
                                type: "int",
                                brief: "X.",
                                note: "",
                                stability: nil,
                                requirementLevel: nil,
                                fields: []
                            )
                        ]
                    ),
                    refines: nil
                )
            ],
            entities: [
                Entity(
                    header: signal(
                        "entity.service",
                        [use(old, .required, role: .identifying), use(status, .optIn(""))]
                    ),
                    name: "service",
                    hasName: true,
                    refines: nil
                )
            ],
            attributeGroups: [
                AttributeGroup(
                    header: signal("registry.http", [use(method, .recommended("a remark"), brief: "Another brief.")]),
                    visibility: .internal,
                    displayName: "HTTP"
                )
            ],
            otherGroups: [OtherGroup(header: signal("scope", []), type: "scope")]
        )
    }

    static func attribute(
        _ id: String,
        _ type: AttributeType,
        brief: String = "",
        note: String = "",
        examples: [FreeValue] = [],
        stability: Stability? = nil,
        deprecated: Deprecation? = nil,
        line: Int = 1
    ) -> Attribute {
        Attribute(
            id: id,
            type: type,
            brief: brief,
            note: note,
            examples: examples,
            stability: stability,
            deprecated: deprecated,
            annotations: AnnotationMap(),
            location: SourceLocation(file: "model/http.yaml", line: line, column: 5),
            dependency: nil
        )
    }

    static func use(
        _ attribute: Attribute,
        _ level: RequirementLevel,
        brief: String? = nil,
        sampling: Bool = false,
        role: AttributeRole? = nil
    ) -> AttributeUse {
        let fields = AttributeFields(
            brief: brief,
            requirementLevel: level,
            isSamplingRelevant: sampling ? true : nil,
            role: role
        )
        return AttributeUse(attribute: attribute, shared: SharedFields(fields))
    }

    static func signal(
        _ id: String,
        _ uses: [AttributeUse],
        stability: Stability? = nil,
        deprecated: Deprecation? = nil,
        associations: [EntityAssociation] = []
    ) -> SignalHeader {
        SignalHeader(
            id: id,
            brief: "",
            note: "",
            stability: stability,
            deprecated: deprecated,
            annotations: AnnotationMap(entries: [.init(key: "x y", value: .map([.init(key: "k", value: .null)]))]),
            attributes: uses,
            location: SourceLocation(file: "model/signals.yaml", line: 9, column: 7),
            requirementLevel: .recommended("mostly"),
            entityAssociations: associations,
            dependency: nil
        )
    }

    private static func metric(_ id: String, _ name: String, _ uses: [AttributeUse]) -> Metric {
        Metric(
            header: signal(id, uses, stability: .stable),
            name: name,
            instrument: .histogram,
            unit: "s",
            refines: nil
        )
    }
}
