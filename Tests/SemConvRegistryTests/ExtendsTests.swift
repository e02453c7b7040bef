import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Extending groups")
struct ExtendsTests {
    @Test(
        "a chain brings all attributes, whatever the order of its groups",
        arguments: [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]]
    )
    func chain(order: [Int]) throws {
        let groups = (0..<5).map { depth in
            Piece.group(
                "g\(depth)",
                (depth == 0 ? "" : "extends: g\(depth - 1), ")
                    + "attributes: [{id: a\(depth), type: int, brief: B., stability: stable}]"
            )
        }
        let resolved = try Resolved(
            Dictionary(uniqueKeysWithValues: order.enumerated().map { ("\($0).yaml", groups[$1]) })
        )
        #expect(resolved.rules == [])
        for depth in 0..<5 { #expect(resolved.attributes(of: "g\(depth)") == (0...depth).map { "a\($0)" }) }
    }

    @Test("a chain of 50,000 groups is followed to its end, from either end", arguments: [false, true])
    func longChain(isReversed: Bool) throws {
        var groups = (0..<50_000).map { "  - {id: g\($0), type: attribute_group, brief: B., extends: g\($0 + 1)}" }
        groups.append("  - {id: g50000, type: attribute_group, brief: B., attributes: [{ref: a}]}")
        if isReversed { groups.reverse() }
        let resolved = try Resolved(Piece.attributes("a"), "groups:\n" + groups.joined(separator: "\n"))
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "g0") == ["a"])
        #expect(resolved.registry?.attributeGroups.count == 50_002)
    }

    @Test("a chain that redefines one attribute 5,000 times is followed as well")
    func longRedefinitions() throws {
        let groups = (0..<5_000).map { index in
            let extends = index == 4_999 ? "" : "extends: g\(index + 1), "
            return "  - {id: g\(index), type: attribute_group, brief: B., \(extends)"
                + "attributes: [{id: a, type: int, brief: B\(index)., stability: stable}]}"
        }
        let resolved = try Resolved("groups:\n" + groups.joined(separator: "\n"))
        #expect(resolved.rules == [])
        #expect(resolved.attribute("a")?.brief == "B4999.")
        #expect(resolved.use("a", in: "g0")?.brief == "B0.")
    }

    @Test("attributes are inherited, and nothing else")
    func onlyAttributes() throws {
        let resolved = try Resolved(
            Piece.attributes("a"),
            """
            groups:
              - id: span.base
                type: span
                span_kind: server
                stability: stable
                brief: The base.
                note: Its note.
                deprecated: {reason: obsoleted}
                annotations: {a: 1}
                attributes: [{ref: a, requirement_level: required}]
              - id: span.child
                type: span
                span_kind: client
                stability: development
                brief: The child.
                extends: span.base
            """
        )
        #expect(resolved.rules == [])
        let child = try #require(resolved.span("span.child"))
        #expect(child.kind == .client && child.header.brief == "The child." && child.header.note == "")
        #expect(child.header.stability == .development && child.header.deprecated == nil)
        #expect(child.header.annotations.isEmpty)
        #expect(resolved.use("a", in: "span.child")?.requirementLevel == .required)
        // It is a span of its own: only `definition/2` has refinements.
        #expect(child.refines == nil)
        #expect(resolved.span("span.base")?.refines == nil)
    }

    @Test(
        "a group of any kind may be extended by one of any other",
        arguments: ["span", "event", "metric", "entity", "attribute_group"]
    )
    func kinds(parent: String) throws {
        let keys = [
            "span": "span_kind: client", "event": "name: e", "metric": "metric_name: m, instrument: gauge, unit: s",
            "entity": "name: y", "attribute_group": "note: N",
        ]
        for (kind, own) in keys.sorted(by: { $0.key < $1.key }) {
            let own = own.replacing("name: e", with: "name: e2").replacing("name: m", with: "name: m2")
                .replacing("name: y", with: "name: y2")
            let resolved = try Resolved(
                Piece.attributes("a"),
                Piece.group("parent", "\(keys[parent] ?? ""), attributes: [{ref: a}]", type: parent),
                Piece.group("child", "\(own), extends: parent", type: kind)
            )
            #expect(resolved.rules == [])
            #expect(resolved.attributes(of: "child") == ["a"], "\(kind)")
            if kind == "span" { #expect(try #require(resolved.span("child")).refines == nil) }
        }
    }

    @Test("a signal of the first format extends an internal group of the second")
    func acrossFormats() throws {
        let resolved = try Resolved(
            Piece.catalog("a", "b"),
            """
            file_format: definition/2
            attribute_groups:
              - {id: common, visibility: internal, attributes: [{ref: a, requirement_level: opt_in}]}
            """,
            Piece.group(
                "metric.m",
                "metric_name: m, instrument: gauge, unit: s, extends: common, attributes: [{ref: b}]",
                type: "metric"
            )
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a", "b"])
        #expect(resolved.use("a", in: "metric.m")?.requirementLevel == .optIn(""))
        // An internal group is for its registry alone.
        #expect(resolved.group("common") == nil)
    }

    @Test("a child may define anew what it inherits, in any order of files", arguments: [["p", "c"], ["c", "p"]])
    func redefinition(order: [String]) throws {
        let groups = [
            "p": Piece.group(
                "parent",
                "attributes: [{id: a, type: int, brief: Old., stability: stable, requirement_level: required}]"
            ),
            "c": Piece.group(
                "child",
                "extends: parent, attributes: [{id: a, type: string, brief: New., stability: stable, examples: x}]"
            ),
        ]
        let resolved = try Resolved(
            [
                "0.yaml": groups[order[0]] ?? "", "1.yaml": groups[order[1]] ?? "",
                "2.yaml": Piece.metric("m", "attributes: [{ref: a}]"),
            ]
        )
        #expect(resolved.rules == [])
        let child = try #require(resolved.use("a", in: "child"))
        #expect(child.type == .primitive(.string) && child.brief == "New.")
        // What the parent said of its own definition is gone with it.
        #expect(child.requirementLevel == .recommended(""))
        let parent = try #require(resolved.use("a", in: "parent"))
        #expect(parent.type == .primitive(.int) && parent.requirementLevel == .required)
        // The elder definition is the attribute of that id.
        #expect(resolved.attribute("a")?.type == .primitive(.int))
        #expect(resolved.use("a", in: "metric.m")?.type == .primitive(.int))
        #expect(resolved.registry?.attributes.map(\.id) == ["a"])
    }

    @Test("two children may each define anew what they inherit", arguments: [[0, 1, 2], [1, 2, 0], [2, 1, 0]])
    func redefinitions(order: [Int]) throws {
        let groups = [
            Piece.group("parent", "attributes: [{id: a, type: int, brief: P., stability: stable}]"),
            Piece.group("one", "extends: parent, attributes: [{id: a, type: int, brief: O., stability: stable}]"),
            Piece.group("two", "extends: parent, attributes: [{id: a, type: int, brief: T., stability: stable}]"),
        ]
        let resolved = try Resolved(
            Dictionary(uniqueKeysWithValues: order.enumerated().map { ("\($0).yaml", groups[$1]) })
        )
        #expect(resolved.rules == [])
        #expect(resolved.attribute("a")?.brief == "P.")
        #expect(resolved.use("a", in: "one")?.brief == "O." && resolved.use("a", in: "two")?.brief == "T.")
    }

    @Test("a circle is reported once, and the rest is resolved", arguments: 1...6)
    func circle(length: Int) throws {
        let groups = (0..<length).map {
            "  - {id: g\($0), type: attribute_group, brief: B., extends: g\(($0 + 1) % length)}"
        }
        let resolved = try Resolved("groups:\n" + groups.joined(separator: "\n"), Piece.attributes("a"))
        #expect(resolved.rules == ["circular-extends"])
    }

    @Test("very many attributes by inheritance are refused before they fill the memory")
    func blowUp() throws {
        // 4 KB that ask for 80,000 attributes.
        var options = RegistryOptions()
        options.attributeUses = 10_000
        let groups = (0..<400).map { index in
            "  - {id: g\(index), type: attribute_group, brief: B., \(index == 0 ? "" : "extends: g\(index - 1), ")"
                + "attributes: [{id: a\(index), type: int, brief: B., stability: stable}]}"
        }
        let resolved = try Resolved("groups:\n" + groups.joined(separator: "\n"), options: options)
        // 1 + 2 + ... + 141 is the first sum above 10,000.
        #expect(resolved.findings == [Finding(.error, "too-many-attributes", in: "0.yaml", line: 142, column: 10)])
    }
}
