import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// What a definition, a parent, a group and a reference say of an attribute, each laid over the one before: field by
/// field the last one that says something wins, and one that says nothing never resets what was said.
@Suite("Overrides")
struct OverrideTests {
    /// A field, how a layer writes it, and how a use shows what that layer wrote.
    struct Field: CustomTestStringConvertible, Sendable {
        let name: String
        /// The value in YAML.
        let value: @Sendable (Int) -> String
        /// The value as `shown` gives it; of no layer where none says anything.
        let expected: @Sendable (Int?) -> String
        let shown: @Sendable (AttributeUse) -> String
        var testDescription: String { name }
    }

    private static let levels = ["development", "alpha", "beta", "release_candidate"]

    static let fields = [
        Field(name: "brief", value: { "B\($0)" }, expected: { $0.map { "B\($0)" } ?? "" }, shown: { $0.brief }),
        Field(name: "note", value: { "N\($0)" }, expected: { $0.map { "N\($0)" } ?? "" }, shown: { $0.note }),
        Field(
            name: "examples",
            value: { "[\($0)]" },
            expected: { "\($0.map { [FreeValue.int($0)] } ?? [])" },
            shown: { "\($0.examples)" }
        ),
        Field(
            name: "requirement_level",
            value: { "{conditionally_required: C\($0)}" },
            expected: { $0.map { "conditionally_required C\($0)" } ?? "recommended " },
            shown: { "\($0.requirementLevel.kind.rawValue) \($0.requirementLevel.text)" }
        ),
        Field(
            name: "sampling_relevant",
            value: { "\($0 % 2 == 0)" },
            expected: { $0.map { "\($0 % 2 == 0)" } ?? "false" },
            shown: { "\($0.isSamplingRelevant)" }
        ),
        Field(
            name: "stability",
            value: { levels[$0] },
            expected: { $0.map { levels[$0] } ?? "" },
            shown: { $0.stability?.rawValue ?? "" }
        ),
        Field(
            name: "deprecated",
            value: { "{reason: obsoleted, note: D\($0)}" },
            expected: { $0.map { "D\($0)" } ?? "" },
            shown: { $0.deprecated?.note ?? "" }
        ),
        // Annotations of a use are replaced as a whole.
        Field(
            name: "annotations",
            value: { "{k\($0): v\($0)}" },
            expected: { $0.map { "k\($0)" } ?? "" },
            shown: { $0.annotations.entries.map(\.key).joined() }
        ),
    ]

    /// Which layers say something, as bits: the definition, the two above it, the reference.
    static let layers = 0..<16

    private static func key(_ field: Field, _ layer: Int, of layers: Int) -> String {
        layers & (1 << layer) == 0 ? "" : ", \(field.name): \(field.value(layer))"
    }

    private static func definition(_ field: Field, _ layers: Int) -> String {
        // Only what is deprecated may have no brief.
        let filler = field.name == "brief" ? "deprecated: {reason: obsoleted}" : "brief: B."
        return
            "{id: r, type: attribute_group, brief: B., attributes: [{id: a, type: any, \(filler)\(key(field, 0, of: layers))}]}"
    }

    @Test("definition < base < group < reference in a refinement", arguments: fields, layers)
    func refinement(_ field: Field, layers: Int) throws {
        // In a group of attributes it has no meaning.
        let layers = field.name == "sampling_relevant" ? layers & 0b1011 : layers
        let key = { Self.key(field, $0, of: layers) }
        let resolved = try Resolved(
            "groups: [\(Self.definition(field, layers))]",
            """
            file_format: definition/2
            attribute_groups: [{id: g, visibility: internal, attributes: [{ref: a\(key(2))}]}]
            spans: [{type: s, kind: client, name: {note: N}, brief: B., stability: stable, requirement_level: opt_in,
                     attributes: [{ref: a\(key(1))}]}]
            span_refinements: [{id: t, ref: s, attributes: [{ref: a\(key(3))}, {ref_group: g}]}]
            """
        )
        let use = try #require(resolved.use("a", in: "t"), "\(resolved.findings)")
        #expect(field.shown(use) == field.expected((0..<4).last { layers & (1 << $0) != 0 }))
        let base = try #require(resolved.use("a", in: "span.s"))
        #expect(field.shown(base) == field.expected((0..<2).last { layers & (1 << $0) != 0 }))
    }

    @Test("definition < grandparent < parent < reference in a chain of extends", arguments: fields, layers)
    func chain(_ field: Field, layers: Int) throws {
        let key = { Self.key(field, $0, of: layers) }
        let common = "type: span, span_kind: client, stability: stable, brief: B."
        let resolved = try Resolved(
            """
            groups:
              - {id: c, \(common), extends: b, attributes: [{ref: a\(key(3))}]}
              - {id: b, \(common), extends: a, attributes: [{ref: a\(key(2))}]}
              - {id: a, \(common), attributes: [{ref: a\(key(1))}]}
              - \(Self.definition(field, layers))
            """
        )
        for (index, id) in ["r", "a", "b", "c"].enumerated() {
            let use = try #require(resolved.use("a", in: id), "\(resolved.findings)")
            #expect(field.shown(use) == field.expected((0...index).last { layers & (1 << $0) != 0 }), "\(id)")
        }
    }

    @Test("a use elsewhere does not show: each group lays its own words over the definition")
    func apart() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.metric("m", "attributes: [{ref: a, brief: Mine., requirement_level: required}]"),
            Piece.metric("n", "attributes: [{ref: a}]")
        )
        #expect(resolved.use("a", in: "metric.m")?.brief == "Mine.")
        #expect(resolved.use("a", in: "metric.n")?.brief == "Of a.")
        #expect(resolved.use("a", in: "metric.n")?.requirementLevel == .recommended(""))
        #expect(resolved.attribute("a")?.brief == "Of a.")
    }

    @Test("an empty text is a text")
    func emptyText() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.metric("m", "attributes: [{ref: a, brief: '', note: ''}]")
        )
        #expect(resolved.use("a", in: "metric.m")?.brief == "")
    }

    @Test("a second reference of a group is laid over the first, with a warning")
    func twice() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.metric("m", "attributes: [{ref: a, brief: One.}, {ref: a, requirement_level: opt_in}]")
        )
        #expect(resolved.rules == ["duplicate-attribute-ref"])
        #expect(resolved.use("a", in: "metric.m")?.brief == "One.")
        #expect(resolved.use("a", in: "metric.m")?.requirementLevel == .optIn(""))
    }
}
