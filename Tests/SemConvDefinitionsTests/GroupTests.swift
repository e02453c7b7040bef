import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Groups of the first format")
struct GroupTests {
    static let kinds: [(String, GroupKind)] = [
        ("attribute_group", .attributeGroup), ("span", .span), ("event", .event), ("metric", .metric),
        ("metric_group", .metricGroup), ("entity", .entity), ("resource", .entity), ("scope", .scope),
        ("undefined", .undefined),
    ]

    @Test("every type has its word", arguments: kinds)
    func kind(word: String, kind: GroupKind) throws {
        #expect(try #require(Decoded(text("type: \(word)")).groups.first).kind == kind)
    }

    @Test("other words are errors", arguments: ["profile", "Span", "metrics", "~", "[span]"])
    func unknownKind(word: String) throws {
        let decoded = Decoded(text("type: \(word)"))
        #expect(decoded.rules == ["invalid-value"])
        #expect(try #require(decoded.groups.first).kind == .undefined)
    }

    static let properties: [(String, @Sendable (GroupDefinition) -> Bool)] = [
        ("note: N.", { $0.note == "N." && $0.hasNote }),
        ("stability: beta", { $0.stability == .beta }),
        ("stability: ~", { $0.stability == nil }),
        ("deprecated: {reason: obsoleted}", { $0.deprecated == .obsoleted(note: "") }),
        ("extends: other", { $0.extends?.id == "other" && $0.extends?.location.column == 14 }),
        ("extends: ~", { $0.extends == nil }),
        ("span_kind: server", { $0.spanKind == .server }),
        ("span_kind: ~", { $0.spanKind == nil }),
        ("events: [a, b]", { $0.spanEvents.map(\.id) == ["a", "b"] }),
        ("metric_name: m", { $0.metricName == "m" }),
        ("instrument: updowncounter", { $0.instrument == .upDownCounter }),
        ("unit: '{thing}'", { $0.unit == "{thing}" }),
        ("unit: ''", { $0.unit == "" }),
        ("name: n", { $0.name == "n" }),
        ("display_name: A Group", { $0.displayName == "A Group" }),
        ("annotations: {a: {b: [1]}}", { $0.annotations["a"]?["b"] == .list([.int(1)]) }),
        ("visibility: internal", { $0.visibility == .internal }),
        ("requirement_level: opt_in", { $0.requirementLevel == .optIn("") }),
        ("span_name: {note: N.}", { $0.spanNameNote == "N." }),
        ("is_v2: true", { !$0.isSynthetic }),
        ("include_groups: [a]", { $0.attributes.isEmpty }),
    ]

    @Test("every key lands where it belongs", arguments: properties)
    func property(line: String, holds: @Sendable (GroupDefinition) -> Bool) throws {
        // A group without a type may have the keys of every kind.
        let decoded = Decoded("groups:\n  - id: g\n    brief: B.\n    \(line)")
        #expect(!decoded.diagnostics.contains { $0.severity == .error })
        let group = try #require(decoded.groups.first)
        #expect(holds(group))
        #expect(group.id == "g" && group.brief == "B." && group.hasBrief && group.format == .groups)
        #expect(group.location.description == "test.yaml:2:9")
    }

    @Test(
        "kinds of spans and instruments have their words",
        arguments: ["internal", "client", "server", "producer", "consumer"],
        ["counter", "updowncounter", "gauge", "histogram"]
    )
    func words(kind: String, instrument: String) throws {
        let group = try #require(
            Decoded("groups: [{id: g, brief: B., span_kind: \(kind), instrument: \(instrument)}]").groups.first
        )
        #expect(group.spanKind?.rawValue == kind && group.instrument?.rawValue == instrument)
    }

    @Test(
        "keys belong to their kinds",
        arguments: ["attribute_group", "span", "event", "metric", "metric_group", "entity", "scope", "undefined"]
    )
    func misplaced(kind: String) {
        let keys = [
            ("span_kind: client", ["span", "undefined"]), ("events: [e]", ["span", "undefined"]),
            ("body: {id: b, type: int, stability: stable, requirement_level: required}", ["event"]),
            ("entity_associations: [e]", ["span", "metric", "event"]),
        ]
        for (line, kinds) in keys {
            let rules = Decoded(text("type: \(kind)\n\(line)")).rules
            #expect(rules.contains("group-key-misplaced") == !kinds.contains(kind), "\(line)")
        }
    }

    @Test(
        "a metric says its name, instrument and unit",
        arguments: [
            ("metric_name: m\ninstrument: gauge\nunit: s", 0), ("metric_name: m\ninstrument: gauge\nunit: ''", 0),
            ("metric_name: m\ninstrument: gauge", 1), ("metric_name: m\nunit: s", 1), ("instrument: gauge\nunit: s", 1),
            ("metric_name: ~\ninstrument: ~\nunit: ~", 3), ("note: N.", 3),
        ]
    )
    func metric(keys: String, count: Int) {
        let rules = Decoded(text("type: metric\n\(keys)")).rules
        #expect(rules == Array(repeating: "metric-incomplete", count: count))
    }

    @Test(
        "an event has a name; before names, the prefix was it",
        arguments: [
            ("name: e", "e", []), ("prefix: e", "e", ["group-prefix"]), ("name: e\nprefix: p", "e", ["group-prefix"]),
            ("note: N.", nil, ["event-name-missing"]),
            (
                "prefix: p\nbody: {id: b, type: int, stability: stable, requirement_level: required}", "p",
                ["event-name-missing", "group-prefix"]
            ),
        ]
    )
    func event(keys: String, name: String?, rules: [String]) {
        let decoded = Decoded(text("type: event\n\(keys)"))
        #expect(decoded.rules == rules)
        #expect(decoded.groups.first?.name == name)
    }

    @Test(
        "a prefix stands before the ids of attributes, and before references that ask for it",
        arguments: [
            ("prefix: p", "p.a", "p.b"), ("prefix: ''", "a", nil), ("prefix: ~", "a", nil), ("note: N.", "a", nil),
        ]
    )
    func prefix(line: String, id: String, newID: String?) throws {
        let decoded = Decoded(
            """
            groups:
              - id: g
                type: attribute_group
                brief: B.
                \(line)
                attributes:
                  - {id: a, type: int, brief: B., stability: stable}
                  - {ref: b, prefix: true}
            """
        )
        #expect(decoded.definition?.id == id)
        #expect(decoded.reference?.id == "b")
        #expect(decoded.reference?.newID == newID)
        #expect(Decoded(Template.reference("prefix: true")).reference?.newID == nil)
    }

    @Test(
        "what a group lacks is a warning",
        arguments: ["attribute_group", "span", "event", "metric", "entity", "scope"]
    )
    func warnings(kind: String) {
        let decoded = Decoded("groups: [{id: g, type: \(kind), brief: B.}]")
        let warnings = decoded.diagnostics.filter { $0.severity == .warning }.map(\.rule.rawValue)
        var expected: [String] = []
        if kind != "attribute_group" { expected.append("group-stability-missing") }
        if kind != "metric", kind != "event" { expected.append("group-without-attributes") }
        if kind == "span" { expected.append("span-kind-missing") }
        #expect(warnings == expected)
    }

    @Test("a group without an id is no group, and its other problems are reported")
    func withoutID() {
        let decoded = Decoded("groups: [{type: spam, brief: B.}]")
        #expect(decoded.groups.isEmpty)
        #expect(decoded.rules == ["group-without-attributes", "missing-key", "invalid-value"])
    }

    /// A group that lacks nothing but what the keys give it.
    private func text(_ keys: String) -> String {
        """
        groups:
          - id: g
            brief: B.
            \(keys.indented(by: 4))
        """ + (keys.contains("span") && !keys.contains("span_kind") ? "\n    span_kind: client" : "")
            + "\n    stability: stable\n    attributes: []"
    }
}
