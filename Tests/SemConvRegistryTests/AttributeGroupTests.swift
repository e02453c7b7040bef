import SemConvDefinitions
import SemConvRegistry
import Testing

@Suite("Groups taken by reference")
struct AttributeGroupTests {
    private static func groups(_ groups: String...) -> String {
        "file_format: definition/2\nattribute_groups:\n" + groups.map { "  - {\($0)}\n" }.joined()
    }

    @Test("a group brings its attributes, with what it says of them")
    func brings() throws {
        let resolved = try Resolved(
            Piece.catalog("a", "b"),
            Self.groups(
                "id: g, visibility: internal, attributes: [{ref: a, requirement_level: required, brief: G.}, {ref: b}]"
            ),
            Piece.metric("m", "attributes: [{ref_group: g}]"),
            Piece.metric("n", "attributes: [{ref: a, brief: N.}, {ref_group: g}]")
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a", "b"])
        #expect(resolved.use("a", in: "metric.m")?.requirementLevel == .required)
        #expect(resolved.use("a", in: "metric.m")?.brief == "G.")
        // The own reference wins wherever it stands, and only in what it says.
        #expect(resolved.use("a", in: "metric.n")?.brief == "N.")
        #expect(resolved.use("a", in: "metric.n")?.requirementLevel == .required)
    }

    @Test("groups take groups, to any depth and in any order")
    func nested() throws {
        let resolved = try Resolved(
            Piece.catalog("a", "b", "c"),
            Piece.metric("m", "attributes: [{ref_group: x}]"),
            Self.groups(
                "id: x, visibility: internal, attributes: [{ref_group: y}, {ref: a}]",
                "id: y, visibility: internal, attributes: [{ref_group: z}, {ref: b, requirement_level: opt_in}]",
                "id: z, visibility: internal, attributes: [{ref: c, requirement_level: required}]"
            )
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a", "b", "c"])
        #expect(resolved.use("c", in: "metric.m")?.requirementLevel == .required)
    }

    @Test("a group of the first format can be taken too")
    func ofFirstFormat() throws {
        let resolved = try Resolved(
            Piece.attributes("a", "b", group: "shop"),
            Piece.metric("m", "attributes: [{ref_group: shop}]")
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a", "b"])
    }

    @Test(
        "two groups must not bring one attribute",
        arguments: [
            ("[{ref_group: g}, {ref_group: h}]", 1), ("[{ref_group: g}, {ref_group: g}]", 1),
            ("[{ref_group: both}, {ref_group: h}]", 1), ("[{ref_group: g}, {ref: a}]", 0), ("[{ref_group: g}]", 0),
            ("[{ref_group: g}, {ref_group: h}, {ref_group: g}]", 2),
        ]
    )
    func collisions(attributes: String, count: Int) throws {
        let resolved = try Resolved(
            Piece.catalog("a", "b"),
            Self.groups(
                "id: g, visibility: internal, attributes: [{ref: a}]",
                "id: h, visibility: internal, attributes: [{ref: a}]",
                "id: both, visibility: internal, attributes: [{ref: a}, {ref: b}]"
            ),
            Piece.metric("m", "attributes: \(attributes)")
        )
        #expect(resolved.rules == Array(repeating: "duplicate-group-attribute", count: count))
    }

    @Test("public groups come out, internal ones do not")
    func visibility() throws {
        let resolved = try Resolved(
            Piece.catalog("a"),
            Self.groups(
                "id: p, visibility: public, brief: Public., stability: stable, attributes: [{ref_group: i}]",
                "id: i, visibility: internal, attributes: [{ref: a}]"
            ),
            Piece.attributes("b", group: "old")
        )
        #expect(resolved.rules == [])
        #expect(resolved.registry?.attributeGroups.map(\.header.id) == ["old", "p", "registry.0"])
        #expect(resolved.group("p")?.visibility == .public)
        #expect(resolved.group("old")?.visibility == nil)
        #expect(resolved.attributes(of: "p") == ["a"])
    }

    @Test("groups in a circle are an error")
    func circle() throws {
        let resolved = try Resolved(
            Self.groups(
                "id: a, visibility: internal, attributes: [{ref_group: b}]",
                "id: b, visibility: internal, attributes: [{ref_group: a}]",
                "id: c, visibility: internal, attributes: [{ref_group: c}]"
            )
        )
        #expect(resolved.rules == ["circular-extends", "circular-extends"])
    }
}
