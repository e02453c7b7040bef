import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Imports")
struct ImportTests {
    private static let base = """
        file_format: definition/2
        attributes: [{key: a, type: int, brief: A., stability: stable}]
        attribute_groups:
          - {id: shop.public, visibility: public, brief: P., stability: stable, attributes: [{ref: a}]}
          - {id: shop.internal, visibility: internal, attributes: [{ref: a}]}
        metrics:
          - {name: shop.visits, instrument: counter, unit: '1', brief: M., stability: stable, requirement_level: opt_in, attributes: [{ref: a, requirement_level: required}]}
          - {name: shop.sales, instrument: counter, unit: '1', brief: M., stability: stable, requirement_level: opt_in}
          - {name: shop.secret, instrument: counter, unit: '1', brief: M., stability: stable, requirement_level: opt_in, annotations: {dependency_resolution: {exclude: true}}}
        spans: [{type: shop.buy, kind: client, name: {note: N}, brief: S., stability: stable, requirement_level: opt_in}]
        events: [{name: shop.opened, brief: E., stability: stable, requirement_level: opt_in}]
        entities: [{type: shop, brief: Y., stability: stable, requirement_level: opt_in, identity: [{ref: a}]}]
        metric_refinements: [{id: shop.visits.night, ref: shop.visits}]
        """

    private static let old = """
        groups:
          - {id: registry.old, type: attribute_group, brief: B., attributes: [{id: o, type: int, brief: O., stability: stable}]}
          - {id: metric.old.count, type: metric, metric_name: old.metric, instrument: gauge, unit: s, brief: B., stability: stable}
          - {id: old.event, type: event, name: old.happened, brief: B., stability: stable}
          - {id: resource.old, type: resource, brief: B., stability: stable, attributes: []}
        """

    private func resolve(_ imports: String, more: String = "") throws -> Resolved {
        try Resolved(
            [
                "main/manifest.yaml": DependencyTests.manifest("main/1.0.0", ("base/1.0.0", "../base")),
                "main/i.yaml": "file_format: definition/2\nimports: {\(imports)}\n\(more)",
                "base/manifest.yaml": DependencyTests.manifest("base/1.0.0"), "base/b.yaml": Self.base,
                "base/o.yaml": Self.old,
            ],
            folder: "main"
        )
    }

    private func ids(_ resolved: Resolved) -> [String] {
        guard let registry = resolved.registry else { return [] }
        let groups = registry.attributeGroups.map(\.header.id)
        let metrics = registry.metrics.map(\.header.id) + registry.metricRefinements.map(\.header.id)
        return
            (groups + metrics + registry.spans.map(\.header.id) + registry.events.map(\.header.id)
            + registry.entities.map(\.header.id)).sorted()
    }

    @Test(
        "a pattern names an id, a name, or an id without its kind",
        arguments: [
            ("metrics: [shop.sales]", ["metric.shop.sales"]), ("metrics: [metric.shop.sales]", ["metric.shop.sales"]),
            ("metrics: ['shop.s*']", ["metric.shop.sales"]),
            // A refinement is called like its base, and by its id.
            ("metrics: [shop.visits]", ["metric.shop.visits", "shop.visits.night"]),
            ("metrics: [shop.visits.night]", ["shop.visits.night"]),
            ("metrics: ['shop.{visits,sales}']", ["metric.shop.sales", "metric.shop.visits", "shop.visits.night"]),
            ("metrics: ['*']", ["metric.old.count", "metric.shop.sales", "metric.shop.visits", "shop.visits.night"]),
            ("metrics: [old.metric]", ["metric.old.count"]), ("metrics: [old.count]", ["metric.old.count"]),
            ("spans: [shop.buy]", ["span.shop.buy"]), ("spans: ['span.*']", ["span.shop.buy"]),
            ("events: [shop.opened]", ["event.shop.opened"]), ("events: [old.happened]", ["old.event"]),
            ("entities: [shop]", ["entity.shop"]), ("entities: [resource.old]", ["resource.old"]),
            ("attribute_groups: [shop.public]", ["shop.public"]), ("attribute_groups: ['shop.*']", ["shop.public"]),
            ("attribute_groups: [registry.old]", ["registry.old"]), ("attribute_groups: [old]", ["registry.old"]),
            ("metrics: [shop.sales], spans: ['*']", ["metric.shop.sales", "span.shop.buy"]),
            ("metrics: [shop.sales, shop.sales, '*.sales']", ["metric.shop.sales"]),
        ]
    )
    func patterns(imports: String, expected: [String]) throws {
        let resolved = try resolve(imports)
        #expect(resolved.rules == [])
        #expect(ids(resolved) == expected)
    }

    @Test("what is imported is as it was, and remembers where it comes from")
    func provenance() throws {
        let resolved = try resolve("metrics: [shop.visits]")
        let header = try #require(resolved.header("metric.shop.visits"))
        #expect(header.dependency == "https://example.com/base/1.0.0")
        #expect(header.attributes.map(\.id) == ["a"] && header.attributes[0].requirementLevel == .required)
        #expect(header.attributes[0].attribute.dependency == "https://example.com/base/1.0.0")
        #expect(resolved.registry?.attributes.isEmpty == true)
    }

    @Test(
        "what a pattern does not find is a warning, and what is kept away an error",
        arguments: [
            ("metrics: [shop.gone]", "unmatched-import"), ("metrics: ['gone.*']", "unmatched-import"),
            ("spans: [shop.visits]", "unmatched-import"), ("attribute_groups: [shop.internal]", "unmatched-import"),
            ("metrics: [shop.secret]", "excluded-from-dependency-resolution"),
            ("metrics: ['shop.sec*']", "excluded-from-dependency-resolution"), ("metrics: ['[']", "invalid-wildcard"),
        ]
    )
    func notFound(imports: String, rule: String) throws {
        #expect(try resolve(imports).rules == [rule])
    }

    @Test("an own group comes before an imported one of its id")
    func ownFirst() throws {
        let resolved = try resolve(
            "metrics: [shop.sales]",
            more:
                "metrics: [{name: shop.sales, instrument: gauge, unit: s, brief: Own., stability: stable, requirement_level: opt_in}]"
        )
        #expect(resolved.metric("metric.shop.sales")?.header.brief == "Own.")
        #expect(resolved.registry?.metrics.count == 1)
    }

    @Test("what a registry imports, those who depend on it can see")
    func reexport() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": DependencyTests.manifest("main/1.0.0", ("middle/1.0.0", "../middle")),
                "main/i.yaml": "file_format: definition/2\nimports: {metrics: [shop.visits], spans: [shop.buy]}",
                "middle/manifest.yaml": DependencyTests.manifest("middle/1.0.0", ("base/1.0.0", "../base")),
                "middle/i.yaml": "file_format: definition/2\nimports: {metrics: ['*']}",
                "base/manifest.yaml": DependencyTests.manifest("base/1.0.0"), "base/b.yaml": Self.base,
            ],
            folder: "main"
        )
        #expect(resolved.rules == ["unmatched-import"])
        #expect(resolved.header("metric.shop.visits")?.dependency == "https://example.com/base/1.0.0")
        #expect(resolved.span("span.shop.buy") == nil)
    }

    @Test("signals of a dependency are extended, refined and taken from without an import")
    func direct() throws {
        let resolved = try resolve(
            "",
            more: """
                metrics: [{name: m, instrument: gauge, unit: s, brief: B., stability: stable, requirement_level: opt_in, attributes: [{ref_group: shop.public}]}]
                span_refinements: [{id: r, ref: shop.buy}]
                """
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a"])
        #expect(resolved.span("r")?.kind == .client && resolved.span("r")?.header.dependency == nil)
    }

    @Test("internal groups of a dependency are not there for others, with a word about why")
    func internalGroup() throws {
        let resolved = try resolve(
            "",
            more:
                "events: [{name: e, brief: B., stability: stable, requirement_level: opt_in, attributes: [{ref_group: shop.internal}]}]"
        )
        #expect(resolved.rules == ["unresolved-ref-group"])
        #expect(resolved.diagnostics.first?.notes.first?.location?.line == 5)
    }
}
