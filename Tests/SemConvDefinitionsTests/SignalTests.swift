import SemConvDefinitions
import SemConvDiagnostics
import Testing

/// Signals, groups and refinements of `definition/2`.
@Suite("Signals of the second format")
struct SignalTests {
    /// A list of a file, the least that an entry of it has to say, and what it becomes.
    struct Form: CustomTestStringConvertible, Sendable {
        let list: String
        let keys: [String]
        let id: String
        let kind: GroupKind
        var testDescription: String { list }
    }

    static let forms = [
        Form(
            list: "attribute_groups",
            keys: ["id: x.y", "visibility: public", "brief: B.", "stability: stable"],
            id: "x.y",
            kind: .attributeGroup
        ),
        Form(list: "attribute_groups", keys: ["id: x.y", "visibility: internal"], id: "x.y", kind: .attributeGroup),
        Form(
            list: "metrics",
            keys: ["name: x.y", "instrument: gauge", "unit: s", "brief: B.", "stability: stable"],
            id: "metric.x.y",
            kind: .metric
        ),
        Form(
            list: "spans",
            keys: ["type: x.y", "kind: client", "name: {note: N.}", "brief: B.", "stability: stable"],
            id: "span.x.y",
            kind: .span
        ),
        Form(list: "events", keys: ["name: x.y", "brief: B.", "stability: stable"], id: "event.x.y", kind: .event),
        Form(
            list: "entities",
            keys: ["type: x.y", "brief: B.", "stability: stable", "identity: [{ref: a}]"],
            id: "entity.x.y",
            kind: .entity
        ),
        Form(list: "metric_refinements", keys: ["id: x.y", "ref: x"], id: "x.y", kind: .metric),
        Form(list: "span_refinements", keys: ["id: x.y", "ref: x"], id: "x.y", kind: .span),
        Form(list: "event_refinements", keys: ["id: x.y", "ref: x"], id: "x.y", kind: .event),
        Form(list: "entity_refinements", keys: ["id: x.y", "ref: x"], id: "x.y", kind: .entity),
    ]

    private static func isSignal(_ form: Form) -> Bool {
        form.list != "attribute_groups" && !form.list.hasSuffix("refinements")
    }

    private static func text(_ form: Form, _ keys: [String]) -> String {
        Template.signal(
            form.list,
            (keys + (isSignal(form) ? ["requirement_level: recommended"] : [])).joined(separator: "\n")
        )
    }

    @Test("the least that it has to say is enough", arguments: forms)
    func least(_ form: Form) throws {
        let decoded = Decoded(Self.text(form, form.keys))
        #expect(decoded.rules == [])
        let group = try #require(decoded.groups.first)
        #expect(group.id == form.id && group.kind == form.kind && group.format == .signals)
        #expect(group.location.description == "test.yaml:3:\(form.keys[0].hasPrefix("id") ? 9 : 11)")
        #expect(group.refines?.id == (form.list.hasSuffix("refinements") ? "x" : nil))
        #expect(group.bareID == "x.y")
    }

    @Test("each of its keys is missed", arguments: forms)
    func eachKey(_ form: Form) {
        for index in form.keys.indices {
            var keys = form.keys
            let key = keys.remove(at: index).prefix { $0 != ":" }
            let decoded = Decoded(Self.text(form, keys))
            let rule = key == "identity" ? "entity-identity-missing" : "missing-key"
            #expect(decoded.rules == [rule], "\(key)")
            #expect(decoded.diagnostics.first?.location?.description == "test.yaml:3:5")
            #expect(key == "identity" || decoded.diagnostics.first?.message.contains("'\(key)'") == true)
        }
    }

    @Test("a signal says how strongly it is asked for", arguments: forms.filter(isSignal))
    func requirementLevel(_ form: Form) {
        let decoded = Decoded(Template.signal(form.list, form.keys.joined(separator: "\n")))
        #expect(decoded.rules == ["requirement-level-missing"])
        #expect(decoded.diagnostics.map(\.severity) == [.warning])
    }

    @Test("what all may say lands where it belongs", arguments: forms)
    func common(_ form: Form) throws {
        // Internal groups have attributes and nothing else.
        if form.keys.contains("visibility: internal") { return }
        let more = ["note: N.", "deprecated: {reason: obsoleted}", "annotations: {a: 1}"]
        let group = try #require(Decoded(Self.text(form, form.keys + more)).groups.first)
        #expect(group.note == "N." && group.hasNote && group.deprecated == .obsoleted(note: ""))
        #expect(group.annotations["a"] == .int(1))
        let isRefinement = form.list.hasSuffix("refinements")
        #expect(group.brief == (isRefinement ? "" : "B.") && group.hasBrief == !isRefinement)
        #expect(group.stability == (isRefinement ? nil : .stable))
    }

    @Test("names, kinds, units and instruments of signals")
    func properties() throws {
        let decoded = Decoded(
            """
            file_format: definition/2
            metrics: [{name: m, instrument: histogram, unit: '1', brief: B., stability: stable, requirement_level: opt_in}]
            spans: [{type: s, kind: consumer, name: {note: N.}, brief: B., stability: stable, requirement_level: opt_in}]
            events: [{name: e, brief: B., stability: stable, requirement_level: opt_in}]
            """
        )
        #expect(decoded.rules == [])
        let (metric, span, event) = (decoded.groups[0], decoded.groups[1], decoded.groups[2])
        #expect(metric.metricName == "m" && metric.instrument == .histogram && metric.unit == "1" && metric.name == nil)
        #expect(span.spanKind == .consumer && span.spanNameNote == "N." && span.name == nil)
        #expect(event.name == "e" && event.requirementLevel == .optIn(""))
    }

    @Test("a refinement has no name of its own")
    func refinementNames() throws {
        for list in ["metric", "event", "entity"] {
            let group = try #require(Decoded(Template.signal("\(list)_refinements", "id: i\nref: r")).groups.first)
            #expect(group.name == nil && group.metricName == nil)
        }
    }

    @Test("an entity's attributes know their roles")
    func roles() throws {
        let decoded = Decoded(
            Template.signal(
                "entities",
                """
                type: e
                brief: B.
                stability: stable
                requirement_level: opt_in
                description: [{ref: b}, {ref: c, requirement_level: opt_in}]
                identity: [{ref: a}]
                """
            )
        )
        #expect(decoded.rules == [])
        let roles = try #require(decoded.groups.first).attributes.compactMap { entry in
            if case .reference(let reference) = entry {
                "\(reference.id) \(reference.role?.rawValue ?? "")"
            } else {
                nil
            }
        }
        #expect(roles == ["b descriptive", "c descriptive", "a identifying"])
    }

    @Test("a list may be empty or nothing", arguments: forms)
    func emptyList(_ form: Form) {
        for value in ["[]", "~", ""] {
            let decoded = Decoded("file_format: definition/2\n\(form.list): \(value)")
            #expect(decoded.rules == [] && decoded.groups.isEmpty)
        }
    }

    @Test("an entry that is no mapping is an error", arguments: forms, ["x", "[x]", "~", "1"])
    func noMapping(_ form: Form, entry: String) {
        let decoded = Decoded("file_format: definition/2\n\(form.list): [\(entry)]")
        #expect(decoded.rules == ["wrong-type"] && decoded.groups.isEmpty)
    }
}
