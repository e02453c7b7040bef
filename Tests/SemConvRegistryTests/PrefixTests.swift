import SemConvDefinitions
import SemConvRegistry
import Testing

/// `prefix`, as releases before 1.27 have it.
@Suite("Prefixes of old registries")
struct PrefixTests {
    @Test("a prefix stands before the ids that a group defines")
    func definitions() throws {
        let resolved = try Resolved(
            Piece.group("g", "prefix: shop, attributes: [{id: id, type: int, brief: B., stability: stable}]"),
            Piece.metric("m", "attributes: [{ref: shop.id}]")
        )
        #expect(resolved.rules == ["group-prefix"])
        #expect(resolved.attribute("shop.id") != nil && resolved.attributes(of: "g") == ["shop.id"])
        #expect(resolved.attributes(of: "metric.m") == ["shop.id"])
    }

    @Test("a reference that asks for it makes a new attribute of another one")
    func references() throws {
        let resolved = try Resolved(
            """
            groups:
              - id: r
                type: attribute_group
                brief: B.
                attributes:
                  - {id: host.name, type: string, brief: H., note: N., stability: stable, examples: [x], requirement_level: required}
            """,
            Piece.group("g", "prefix: peer, attributes: [{ref: host.name, prefix: true, brief: P.}, {ref: host.name}]")
        )
        #expect(resolved.rules == ["group-prefix"])
        #expect(resolved.attributes(of: "g") == ["host.name", "peer.host.name"])
        let made = try #require(resolved.attribute("peer.host.name"))
        #expect(
            made.type == .primitive(.string) && made.brief == "P." && made.note == "N."
                && made.examples == [.string("x")]
        )
        #expect(resolved.use("peer.host.name", in: "g")?.requirementLevel == .required)
        #expect(resolved.attribute("host.name")?.brief == "H.")
    }

    @Test("each use of a made attribute has its own words")
    func twoUses() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            Piece.group("g", "prefix: p, attributes: [{ref: a, prefix: true, requirement_level: required}]"),
            Piece.group("h", "prefix: p, attributes: [{ref: a, prefix: true, requirement_level: opt_in, brief: H.}]")
        )
        #expect(resolved.use("p.a", in: "g")?.requirementLevel == .required)
        #expect(resolved.use("p.a", in: "h")?.requirementLevel == .optIn(""))
        #expect(resolved.use("p.a", in: "h")?.brief == "H." && resolved.use("p.a", in: "g")?.brief == "Of a.")
    }

    @Test("made attributes may stand on one another, in any order", arguments: [false, true])
    func chain(isReversed: Bool) throws {
        var groups = (1...300).map { depth in
            let id = String(repeating: "p.", count: depth - 1) + "a"
            return
                "  - {id: g\(depth), type: attribute_group, brief: B., prefix: p, attributes: [{ref: \(id), prefix: true}]}"
        }
        if isReversed { groups.reverse() }
        let resolved = try Resolved(Piece.attributes("a"), "groups:\n" + groups.joined(separator: "\n"))
        #expect(Set(resolved.rules) == ["group-prefix"])
        #expect(resolved.attributes(of: "g300") == [String(repeating: "p.", count: 300) + "a"])
    }

    @Test("one whose source is missing is an unresolved reference, and so is a circle")
    func missing() throws {
        let resolved = try Resolved(
            Piece.group("g", "prefix: p, attributes: [{ref: gone, prefix: true}]"),
            Piece.group("h", "prefix: q, attributes: [{ref: q.q.a, prefix: true}]")
        )
        #expect(
            resolved.rules.filter { $0 != "group-prefix" } == ["unresolved-attribute-ref", "unresolved-attribute-ref"]
        )
    }
}
