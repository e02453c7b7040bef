import SemConvDefinitions
import Testing

@testable import SemConvDriver
@testable import SemConvRegistry

@Suite("The document of a resolved registry")
struct RegistryDocumentTests {
    private let document = RegistryDocument(Sample.registry).value

    private func element(_ section: String, _ id: String) -> FreeValue? {
        guard case .list(let elements)? = document[section] else { return nil }
        return elements.first { $0["id"] == .string(id) }
    }

    private func yaml(_ value: FreeValue?) -> String {
        String(decoding: YAMLWriter().document(value ?? .null), as: UTF8.self)
    }

    @Test("it has its form and every section, in an order that stays")
    func sections() {
        guard case .map(let entries) = document else {
            Issue.record("the document is a map")
            return
        }
        #expect(
            entries.map(\.key) == [
                "form", "schema_url", "attributes", "metrics", "metric_refinements", "spans", "events", "entities",
                "attribute_groups", "other_groups",
            ]
        )
        #expect(document["form"] == .string("semconv-resolved/1"))
    }

    @Test("an attribute has everything that is known of it")
    func attribute() {
        #expect(
            yaml(element("attributes", "http.request.method")) == """
                id: http.request.method
                type: enum
                members:
                  - id: get
                    value: GET
                    stability: stable
                  - id: old
                    value: OLD
                    deprecated:
                      reason: obsoleted
                      note: gone
                brief: "The method."
                note: |-
                  First line.

                  Third line.
                stability: stable
                source:
                  file: model/http.yaml
                  line: 3
                  column: 5

                """
        )
    }

    @Test("a span has what only spans have, and its attributes with what holds for this use")
    func span() {
        #expect(
            yaml(element("spans", "span.http.server")) == """
                id: span.http.server
                kind: server
                name_note: "{method}"
                events:
                  - exception
                requirement_level:
                  recommended: mostly
                stability: stable
                annotations:
                  "x y":
                    k: null
                entity_associations:
                  - one_of:
                      - service
                      - all_of:
                          - host
                attributes:
                  - id: http.request.method
                    type: enum
                    requirement_level:
                      conditionally_required: "when known"
                    sampling_relevant: true
                    brief: "The method."
                    note: |-
                      First line.

                      Third line.
                    stability: stable
                source:
                  file: model/signals.yaml
                  line: 9
                  column: 7

                """
        )
    }

    @Test("an event has its body, field by field")
    func event() {
        let body = element("events", "event.exception")?["body"]
        #expect(
            yaml(body) == """
                id: body
                type: map
                requirement_level: required
                stability: alpha
                fields:
                  - id: x
                    type: int
                    brief: X.

                """
        )
    }

    @Test("what only one kind has is there")
    func particulars() {
        #expect(element("metrics", "metric.http.duration")?["name"] == .string("http.duration"))
        #expect(element("metric_refinements", "refined")?["refines"] == .string("metric.http.duration"))
        #expect(element("attribute_groups", "registry.http")?["visibility"] == .string("internal"))
        #expect(element("attribute_groups", "registry.http")?["display_name"] == .string("HTTP"))
        #expect(element("other_groups", "scope")?["type"] == .string("scope"))
        guard case .list(let uses)? = element("entities", "entity.service")?["attributes"] else {
            Issue.record("an entity has attributes")
            return
        }
        #expect(uses.map { $0["role"] } == [.string("identifying"), nil])
    }
}
