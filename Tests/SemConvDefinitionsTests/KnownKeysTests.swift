import SemConvDiagnostics
import Testing

/// Which keys each mapping of both formats may have. Every key of either format is tried in every mapping.
@Suite("Known keys")
struct KnownKeysTests {
    /// A mapping that keys are tried in.
    struct Place: CustomTestStringConvertible, Sendable {
        let name: String
        let keys: Set<String>
        let removed: Set<String>
        let text: @Sendable (_ line: String) -> String
        var testDescription: String { name }

        init(_ name: String, _ keys: String, removed: String = "", text: @escaping @Sendable (String) -> String) {
            self.name = name
            self.keys = Set(keys.split(separator: " ").map(String.init))
            self.removed = Set(removed.split(separator: " ").map(String.init))
            self.text = text
        }
    }

    static let places = groups + signals + refinements + parts

    private static let groups = [
        Place("a file of groups", "groups imports file_format version") { "groups: []\n\($0)" },
        Place(
            "a file of signals",
            """
            file_format version imports attributes attribute_groups metrics spans events entities metric_refinements \
            span_refinements event_refinements entity_refinements
            """
        ) { "file_format: definition/2\n\($0)" },
        Place(
            "a group",
            """
            id type brief note prefix extends stability deprecated attributes span_kind events metric_name instrument \
            unit name display_name body annotations entity_associations include_groups visibility is_v2 span_name \
            requirement_level
            """,
            removed: "constraints"
        ) { "groups:\n  - \($0)" },
        Place(
            // With 'ref' it is a reference, and its id is what is unknown.
            "a definition in a group",
            """
            ref id type brief examples tag requirement_level sampling_relevant note stability deprecated annotations role
            """
        ) { Template.definition($0) },
        Place(
            "a reference in a group",
            """
            ref brief examples tag requirement_level sampling_relevant note stability deprecated annotations role prefix
            """
        ) { Template.reference($0) },
        Place(
            "the body of an event",
            "id type brief note examples stability requirement_level fields members deprecated annotations"
        ) { Template.body($0) },
    ]

    private static let signals = [
        Place("an attribute of the catalog", "key type brief stability note examples deprecated annotations") {
            Template.signal("attributes", $0)
        },
        Place("an internal attribute group", "id visibility attributes") {
            Template.signal("attribute_groups", "visibility: internal\n\($0)")
        },
        Place(
            "a public attribute group",
            "id visibility attributes brief stability note deprecated annotations"
        ) { Template.signal("attribute_groups", "visibility: public\nid: test\n\($0)") },
        Place(
            "a metric",
            """
            name instrument unit brief stability attributes entity_associations requirement_level note deprecated \
            annotations
            """
        ) { Template.signal("metrics", "name: test\n\($0)") },
        Place(
            "a span",
            """
            type kind name brief stability attributes entity_associations requirement_level note deprecated annotations
            """
        ) { Template.signal("spans", "type: test\n\($0)") },
        Place(
            "an event",
            "name brief stability attributes entity_associations requirement_level note deprecated annotations"
        ) { Template.signal("events", "name: test\n\($0)") },
        Place(
            "an entity",
            "type identity description brief stability requirement_level note deprecated annotations"
        ) { Template.signal("entities", "type: test\n\($0)") },
        // With 'ref_group' it is a reference to a group, and all else is unknown.
        Place(
            "a reference in a metric",
            "ref_group ref brief examples requirement_level note stability deprecated annotations"
        ) {
            Template.signal("metrics", "name: test\nattributes:\n  - ref: a\n    \($0)")
        },
        Place(
            "a reference in a span",
            "ref_group ref brief examples requirement_level note stability deprecated annotations sampling_relevant"
        ) { Template.signal("spans", "type: test\nattributes:\n  - ref: a\n    \($0)") },
        Place(
            "a reference in an entity",
            "ref brief examples requirement_level note stability deprecated annotations"
        ) { Template.signal("entities", "type: test\nidentity:\n  - ref: a\n    \($0)") },
        Place("a reference to a group", "ref_group") {
            Template.signal("events", "name: test\nattributes:\n  - ref_group: a\n    \($0)")
        },
        Place("the name of a span", "note") { Template.signal("spans", "type: test\nname:\n  \($0)") },
        Place("imports", "metrics events entities spans attribute_groups") { "groups: []\nimports:\n  \($0)" },
    ]

    private static let refinements = [
        Place(
            "a refinement of a metric",
            "id ref attributes entity_associations brief note stability deprecated annotations"
        ) { Template.signal("metric_refinements", "id: test\n\($0)") },
        Place(
            "a refinement of a span",
            "id ref attributes entity_associations brief note stability deprecated annotations name"
        ) { Template.signal("span_refinements", "id: test\n\($0)") },
        Place(
            "a refinement of an event",
            "id ref attributes entity_associations brief note stability deprecated annotations"
        ) { Template.signal("event_refinements", "id: test\n\($0)") },
        Place(
            "a refinement of an entity",
            "id ref identity description brief note stability deprecated annotations"
        ) { Template.signal("entity_refinements", "id: test\n\($0)") },
    ]

    private static let parts = [
        Place("a type", "members allow_custom_values") { Template.definition("type:\n  \($0)") },
        Place("a member", "id value brief note stability deprecated annotations") {
            Template.definition("type:\n  members:\n    - \($0)")
        },
        Place("a deprecation", "reason renamed_to note") { Template.definition("deprecated:\n  \($0)") },
        Place("a requirement level", "conditionally_required recommended opt_in") {
            Template.reference("requirement_level:\n  \($0)")
        },
        Place("an association", "one_of all_of") {
            Template.signal("metrics", "name: test\nentity_associations:\n  - \($0)")
        },
    ]

    static let allKeys = places.reduce(into: Set(["valu", "ID", "constraints", "value_type", "<>"])) {
        $0.formUnion($1.keys)
    }

    @Test("a mapping takes its own keys and no others", arguments: places)
    func keys(_ place: Place) {
        for key in Self.allKeys.sorted() {
            let decoded = Decoded(place.text("\"\(key)\": ~"))
            let isUnknown = decoded.diagnostics.contains { $0.rule == "unknown-key" && $0.message.contains("'\(key)'") }
            let isRemoved = decoded.diagnostics.contains { $0.rule == "removed-key" && $0.message.contains("'\(key)'") }
            #expect(isRemoved == place.removed.contains(key), "\(key)")
            #expect(isUnknown == !place.keys.union(place.removed).contains(key), "\(key)")
        }
    }

    @Test(
        "a manifest takes its own keys; others are worth a warning",
        arguments: [
            "schema_url", "description", "dependencies", "stability", "file_format", "name", "semconv_version",
            "schema_base_url", "resolved_registry_uri", "resolved_schema_uri",
        ]
    )
    func manifest(key: String) {
        #expect(!Decoded(manifest: "\(key): ~").rules.contains("unknown-manifest-key"))
        let diagnostics = Decoded(manifest: "\(key)s: ~").diagnostics.filter { $0.rule == "unknown-manifest-key" }
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.help == "did you mean '\(key)'?")
    }
}
