import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Refinements")
struct RefinementTests {
    private static let bases = """
        file_format: definition/2
        attributes:
          - {key: a, type: int, brief: A., stability: stable}
          - {key: b, type: int, brief: B., stability: stable}
          - {key: host, type: int, brief: H., stability: stable}
        metrics:
          - name: m
            instrument: histogram
            unit: s
            brief: Metric.
            note: Note.
            stability: beta
            requirement_level: opt_in
            deprecated: {reason: obsoleted}
            annotations: {x: {y: 1}, z: [1]}
            attributes: [{ref: a, requirement_level: required}]
            entity_associations: [e]
        spans:
          - type: s
            kind: producer
            name: {note: Named so.}
            brief: Span.
            stability: beta
            requirement_level: opt_in
            attributes: [{ref: a, sampling_relevant: true}]
        events:
          - {name: v, brief: Event., stability: beta, requirement_level: opt_in, attributes: [{ref: a}]}
        entities:
          - {type: e, brief: Entity., stability: beta, requirement_level: opt_in, identity: [{ref: host}], description: [{ref: a}]}

        """

    @Test("a refinement of a metric has the base's name, unit and instrument, and what it does not say itself")
    func metric() throws {
        let resolved = try Resolved(Self.bases + "metric_refinements: [{id: m.r, ref: m}]")
        #expect(resolved.rules == [])
        let metric = try #require(resolved.metric("m.r"))
        #expect(
            metric.name == "m" && metric.instrument == .histogram && metric.unit == "s" && metric.refines == "metric.m"
        )
        let header = metric.header
        #expect(header.brief == "Metric." && header.note == "Note." && header.stability == .beta)
        #expect(header.deprecated == .obsoleted(note: "") && header.requirementLevel == .optIn(""))
        #expect(header.annotations["x"]?["y"] == .int(1))
        #expect(header.attributes.map(\.id) == ["a"] && header.attributes[0].requirementLevel == .required)
        // Where the base belongs is not where the refinement does.
        #expect(header.entityAssociations.isEmpty)
        #expect(resolved.metric("metric.m")?.header.entityAssociations == [.entity("e")])
        #expect(resolved.registry?.metrics.map(\.name) == ["m"])
        #expect(resolved.registry?.metricRefinements.map(\.header.id) == ["m.r"])
    }

    @Test("what it says itself stands, and annotations are merged")
    func ownWords() throws {
        let resolved = try Resolved(
            Self.bases
                + """
                metric_refinements:
                  - id: m.r
                    ref: m
                    brief: Mine.
                    note: ''
                    stability: stable
                    deprecated: {reason: uncategorized, note: N.}
                    annotations: {x: {w: 2}, z: [2]}
                    entity_associations: [e]
                    attributes: [{ref: a, brief: Mine.}, {ref: b}]
                """
        )
        #expect(resolved.rules == [])
        let header = try #require(resolved.header("m.r"))
        #expect(header.brief == "Mine." && header.note == "" && header.stability == .stable)
        #expect(header.deprecated == .uncategorized(note: "N."))
        #expect(header.annotations["x"]?["y"] == .int(1) && header.annotations["x"]?["w"] == .int(2))
        #expect(header.annotations["z"] == .list([.int(2)]))
        #expect(header.entityAssociations == [.entity("e")])
        #expect(header.attributes.map(\.id) == ["a", "b"])
        #expect(header.attributes[0].requirementLevel == .required && header.attributes[0].brief == "Mine.")
        // The base is as it was.
        #expect(resolved.header("metric.m")?.brief == "Metric." && resolved.attributes(of: "metric.m") == ["a"])
    }

    @Test("spans, events and entities")
    func otherKinds() throws {
        let resolved = try Resolved(
            Self.bases
                + """
                span_refinements:
                  - {id: s.r, ref: s}
                  - {id: s.q, ref: s, name: {note: Otherwise.}, attributes: [{ref: a, sampling_relevant: false}]}
                event_refinements: [{id: v.r, ref: v}]
                entity_refinements: [{id: e.r, ref: e, description: [{ref: b}], identity: [{ref: host, brief: Mine.}]}]
                """
        )
        #expect(resolved.rules == [])
        let span = try #require(resolved.span("s.r"))
        #expect(span.kind == .producer && span.nameNote == "Named so." && span.refines == "span.s")
        #expect(span.header.attributes[0].isSamplingRelevant)
        #expect(resolved.span("s.q")?.nameNote == "Otherwise.")
        #expect(resolved.use("a", in: "s.q")?.isSamplingRelevant == false)
        // On the wire it is the base's event still.
        #expect(resolved.event("v.r")?.name == "v" && resolved.event("v.r")?.refines == "event.v")
        let entity = try #require(resolved.entity("e.r"))
        #expect(entity.name == "e" && entity.refines == "entity.e" && entity.hasName)
        #expect(
            entity.header.attributes.map { "\($0.id) \($0.role?.rawValue ?? "")" }
                == ["a descriptive", "b descriptive", "host identifying"]
        )
        #expect(resolved.use("host", in: "e.r")?.brief == "Mine.")
        #expect(resolved.use("host", in: "entity.e")?.brief == "H.")
    }

    @Test(
        "a refinement refines another one where that has an id of its kind",
        arguments: [("metric.m.r", "m.r", true), ("m.r", "m.r", false), ("m.r", "metric.m.r", false)]
    )
    func refinementOfRefinement(id: String, ref: String, isFound: Bool) throws {
        let resolved = try Resolved(
            Self.bases
                + """
                metric_refinements:
                  - {id: outer, ref: \(ref), attributes: [{ref: b, requirement_level: opt_in}]}
                  - {id: \(id), ref: m, brief: Middle., attributes: [{ref: a, requirement_level: opt_in}]}
                """
        )
        #expect(resolved.rules == (isFound ? [] : ["unresolved-refinement"]))
        guard isFound else { return }
        let metric = try #require(resolved.metric("outer"))
        #expect(metric.name == "m" && metric.unit == "s" && metric.header.brief == "Middle.")
        #expect(metric.refines == "metric.m.r")
        #expect(
            metric.header.attributes.map { "\($0.id) \($0.requirementLevel.kind.rawValue)" } == [
                "a opt_in", "b opt_in",
            ]
        )
    }

    @Test("a group of the first format is refined where its id has the kind in front")
    func ofFirstFormat() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.group("span.http", "span_kind: client, note: N, attributes: [{ref: a}]", type: "span"),
            Piece.group("http.old", "span_kind: client, attributes: [{ref: a}]", type: "span"),
            "file_format: definition/2\nspan_refinements: [{id: r, ref: http}]"
        )
        #expect(resolved.rules == [])
        let span = try #require(resolved.span("r"))
        #expect(span.kind == .client && span.refines == "span.http" && span.header.brief == "Group span.http.")
        let other = try Resolved(
            Piece.group("http.old", "span_kind: client, attributes: []", type: "span"),
            "file_format: definition/2\nspan_refinements: [{id: r, ref: http.old}]"
        )
        #expect(other.rules == ["unresolved-refinement"])
    }

    @Test("refinements in a circle are an error")
    func circle() throws {
        let resolved = try Resolved(
            "file_format: definition/2\nevent_refinements: [{id: event.a, ref: b}, {id: event.b, ref: a}, {id: event.c, ref: c}]"
        )
        #expect(resolved.rules == ["circular-extends", "circular-extends"])
    }

    @Test(
        "what identifies an entity stays as it is",
        arguments: [
            ("identity: [{ref: host}]", 0), ("description: [{ref: a}]", 0), ("description: [{ref: b}]", 0),
            ("identity: [{ref: a}]", 1), ("identity: [{ref: b}]", 1), ("description: [{ref: host}]", 1),
            ("identity: [{ref: a}], description: [{ref: host}]", 2),
        ]
    )
    func identity(keys: String, count: Int) throws {
        let resolved = try Resolved(Self.bases + "entity_refinements: [{id: e.r, ref: e, \(keys)}]")
        #expect(resolved.rules == Array(repeating: "entity-refinement-changed-identity", count: count))
    }

    @Test(
        "an entity of the first format whose attributes have no roles leaves the choice open",
        arguments: ["identity", "description"]
    )
    func entityWithoutRoles(list: String) throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.group("entity.e", "name: e, attributes: [{ref: a}]", type: "entity"),
            "file_format: definition/2\nentity_refinements: [{id: r, ref: e, \(list): [{ref: a}]}]"
        )
        #expect(resolved.rules == [])
        #expect(resolved.use("a", in: "entity.e")?.role == nil)
        #expect(resolved.use("a", in: "r")?.role == (list == "identity" ? .identifying : .descriptive))
    }

    @Test("a refinement does not change what others refer to")
    func referencesMeanDefinitions() throws {
        let resolved = try Resolved(
            "file_format: definition/2\nmetric_refinements: [{id: a.first, ref: m, attributes: [{ref: a, brief: Refined.}]}]",
            Self.bases + "  - {type: z, brief: Z., stability: stable, requirement_level: opt_in, identity: [{ref: a}]}"
        )
        #expect(resolved.rules == [])
        #expect(resolved.use("a", in: "entity.z")?.brief == "A.")
    }
}
