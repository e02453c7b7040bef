import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// A dependency that is there as it was published: one file, in which every reference has been followed.
@Suite("Published dependencies")
struct PublishedDependencyTests {
    private static let resolved = """
        file_format: resolved/2.0
        schema_url: https://example.com/base/1.0.0
        attribute_catalog:
          - {key: a, type: int, brief: A., stability: stable}
          - {key: foreign, type: int, brief: F., stability: stable}
          - {key: unseen, type: int, brief: U., stability: stable}
          - {key: a, type: int, brief: A of the metric., stability: stable}
        registry:
          attributes: [0]
          attribute_groups: [{id: g, brief: G., stability: stable, attributes: [{base: 0, requirement_level: required}]}]
          metrics:
            - name: m
              instrument: counter
              unit: '1'
              brief: M.
              stability: stable
              attributes: [{base: 3, requirement_level: opt_in}, {base: 1}]
          entities: [{type: e, brief: E., stability: stable, identity: [{base: 0}]}]
        refinements:
          metrics:
            - {id: m, name: m, instrument: counter, unit: '1', brief: M., stability: stable}
            # Its base lies in a registry that was there when this one was published.
            - {id: n.r, name: n, instrument: gauge, unit: s, brief: R., stability: beta, attributes: [{base: 2}]}
        """

    private func resolve(_ text: String) throws -> Resolved {
        try Resolved(
            [
                "main/manifest.yaml": DependencyTests.manifest("main/1.0.0", ("base/1.0.0", "../base")),
                "main/m.yaml": "file_format: definition/2\n" + text,
                "base/manifest.yaml": """
                file_format: manifest/2.0
                schema_url: https://example.com/base/1.0.0
                resolved_registry_uri: resolved.yaml
                """,
                "base/resolved.yaml": Self.resolved,
                // Only the published file counts.
                "base/broken.yaml": "groups: {",
            ],
            folder: "main"
        )
    }

    private static let metric = "instrument: gauge, unit: s, brief: B., stability: stable, requirement_level: opt_in"

    @Test(
        "the attributes that it lists are seen; others are in its catalog for its signals alone",
        arguments: [("a", true), ("foreign", false), ("unseen", false)]
    )
    func attributes(id: String, isSeen: Bool) throws {
        let resolved = try resolve("metrics: [{name: own, \(Self.metric), attributes: [{ref: \(id)}]}]")
        #expect(resolved.rules == (isSeen ? [] : ["unresolved-attribute-ref"]))
        // The level that a signal there asks for is not the attribute's.
        if isSeen { #expect(resolved.use(id, in: "metric.own")?.requirementLevel == .recommended("")) }
        if id == "a" { #expect(resolved.use("a", in: "metric.own")?.brief == "A.") }
    }

    @Test("its signals are refined, its groups are taken, its entities are named")
    func signals() throws {
        let resolved = try resolve(
            """
            metrics: [{name: own, \(Self.metric), attributes: [{ref_group: g}], entity_associations: [e]}]
            metric_refinements: [{id: m.mine, ref: m, attributes: [{ref: a, note: Mine.}]}]
            """
        )
        #expect(resolved.rules == [])
        #expect(resolved.use("a", in: "metric.own")?.requirementLevel == .required)
        let refinement = try #require(resolved.metric("m.mine"))
        #expect(refinement.name == "m" && refinement.unit == "1" && refinement.header.brief == "M.")
        #expect(refinement.header.attributes.map(\.id) == ["a", "foreign"])
        let use = try #require(resolved.use("a", in: "m.mine"))
        #expect(use.brief == "A of the metric." && use.note == "Mine." && use.requirementLevel == .optIn(""))
    }

    @Test("a refinement in it is whole, wherever its base may be")
    func completeRefinement() throws {
        let resolved = try resolve("imports: {metrics: [n.r, m]}")
        #expect(resolved.rules == [])
        let refinement = try #require(resolved.metric("n.r"))
        #expect(refinement.name == "n" && refinement.instrument == .gauge && refinement.refines == "metric.n")
        #expect(refinement.header.attributes.map(\.id) == ["unseen"] && refinement.header.stability == .beta)
        // A signal that is listed among the refinements under its own name is there once.
        #expect(resolved.registry?.metrics.map(\.name) == ["m"])
    }
}
