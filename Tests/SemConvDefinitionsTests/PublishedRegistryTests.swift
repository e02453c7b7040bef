import SemConvDefinitions
import SemConvDiagnostics
import Testing

/// `resolved/2.0`: the one file of a published registry.
@Suite("Published registries")
struct PublishedRegistryTests {
    static let whole = """
        file_format: resolved/2.0
        schema_url: https://example.com/shop/1.0.0
        attribute_catalog:
          - {key: shop.id, type: int, brief: The shop., stability: stable}
          - {key: shop.floor, type: string, brief: The floor., stability: beta, examples: [first], provenance: {source: 0}}
          - {key: shop.id, type: int, brief: The shop where a thing was bought., stability: stable}
        registry:
          attributes: [0]
          attribute_groups:
            - {id: shop.common, brief: G., stability: stable, attributes: [{base: 0, requirement_level: required}]}
          metrics:
            - name: shop.visits
              instrument: counter
              unit: "{visit}"
              brief: M.
              note: N.
              stability: stable
              requirement_level: opt_in
              deprecated: {reason: obsoleted}
              annotations: {a: 1}
              attributes: [{base: 2, requirement_level: {opt_in: if asked}}, {base: 1}]
              entity_associations: [{type: shop, provenance: {source: 0}}]
          spans:
            - type: shop.buy
              kind: client
              name: {note: "buy {shop.id}"}
              brief: S.
              stability: beta
              attributes: [{base: 0, sampling_relevant: true}]
          events:
            - {name: shop.opened, brief: E., stability: stable, attributes: [0]}
          entities:
            - {type: shop, brief: Y., stability: stable, identity: [{base: 0}], description: [{base: 1}]}
        refinements:
          metrics:
            # Each signal stands here too, under its own name.
            - {id: shop.visits, name: shop.visits, instrument: counter, unit: "{visit}", brief: M., stability: stable}
            - {id: shop.visits.night, name: shop.visits, instrument: counter, unit: "{visit}", brief: R., stability: stable}
        dependencies: [https://example.com/base/1.0.0]
        """

    private func group(_ id: String) throws -> GroupDefinition {
        try #require(Decoded(published: Self.whole).groups.first { $0.id == id }, "\(id)")
    }

    @Test("every signal becomes a group, and the catalog two")
    func groups() {
        let decoded = Decoded(published: Self.whole)
        #expect(decoded.rules == [])
        #expect(
            decoded.groups.map(\.id) == [
                "shop.common", "metric.shop.visits", "span.shop.buy", "event.shop.opened", "entity.shop",
                "shop.visits.night", "registry.test", "registry.test.carried",
            ]
        )
    }

    @Test("what a registry owns is apart from what its signals carry")
    func catalog() throws {
        func ids(_ group: GroupDefinition) -> [String] {
            group.attributes.compactMap { if case .definition(let definition) = $0 { definition.id } else { nil } }
        }
        let own = try group("registry.test")
        let carried = try group("registry.test.carried")
        #expect(ids(own) == ["shop.id"] && !own.definesOnlyForItself && own.isSynthetic)
        #expect(ids(carried) == ["shop.floor"] && carried.definesOnlyForItself)
    }

    @Test("a use has the words of its own entry of the catalog")
    func uses() throws {
        let metric = try group("metric.shop.visits")
        let references = metric.attributes.compactMap { entry in
            if case .reference(let reference) = entry { reference } else { nil }
        }
        #expect(references.map(\.id) == ["shop.id", "shop.floor"])
        #expect(references[0].fields?.fields.brief == "The shop where a thing was bought.")
        #expect(references[0].fields?.fields.requirementLevel == .optIn("if asked"))
        #expect(references[1].fields?.fields.examples == [.string("first")])
    }

    @Test("signals keep all that is said of them")
    func signals() throws {
        let metric = try group("metric.shop.visits")
        #expect(metric.metricName == "shop.visits" && metric.instrument == .counter && metric.unit == "{visit}")
        #expect(metric.brief == "M." && metric.note == "N." && metric.stability == .stable)
        #expect(metric.requirementLevel == .optIn("") && metric.deprecated == .obsoleted(note: ""))
        #expect(metric.annotations["a"] == .int(1) && metric.entityAssociations.count == 1)
        let span = try group("span.shop.buy")
        #expect(span.spanKind == .client && span.spanNameNote == "buy {shop.id}")
        let entity = try group("entity.shop")
        let roles = entity.attributes.compactMap { entry in
            if case .reference(let reference) = entry { reference.role } else { nil }
        }
        #expect(entity.name == "shop" && roles == [.identifying, .descriptive])
        #expect(try group("shop.common").visibility == .public)
        #expect(try group("shop.visits.night").refines?.id == "shop.visits")
    }

    @Test("gaps in the catalog are not for a reader to mend")
    func gaps() {
        let text = "file_format: resolved/2.0\nattribute_catalog: [{key: a, type: string}]\nregistry: {attributes: [0]}"
        #expect(Decoded(published: text).rules == [])
    }

    @Test(
        "other files are refused",
        arguments: ["file_format: definition/2", "groups: []", "[]", "file_format: resolved/1.0"]
    )
    func otherFiles(text: String) {
        #expect(Decoded(published: text).rules == ["invalid-file-format"])
    }
}
