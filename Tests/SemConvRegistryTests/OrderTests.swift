import Foundation
import SemConvDefinitions
import SemConvRegistry
import Testing

/// What comes out does not depend on the names of files, on their order, or on the order within them.
@Suite("Order of files")
struct OrderTests {
    private static let texts = [
        Piece.attributes("z", "a", "m"),
        Piece.catalog("c", "b"),
        "groups:\n  - {id: parent, type: attribute_group, brief: B., attributes: [{ref: b, requirement_level: required}, {ref: z}]}",
        "groups:\n  - {id: child, type: attribute_group, brief: B., extends: parent, attributes: [{ref: a}, {id: z, type: string, brief: New., stability: stable, examples: x}]}",
        Piece.metric("m", "attributes: [{ref_group: g}, {ref: c, brief: Own.}], entity_associations: [e]"),
        "file_format: definition/2\nattribute_groups: [{id: g, visibility: internal, attributes: [{ref: a, requirement_level: opt_in}, {ref_group: h}]}]",
        "file_format: definition/2\nattribute_groups: [{id: h, visibility: internal, attributes: [{ref: b}]}]",
        "file_format: definition/2\nmetric_refinements: [{id: r, ref: m, attributes: [{ref: z}]}]",
        "file_format: definition/2\nentities: [{type: e, brief: B., stability: stable, requirement_level: opt_in, identity: [{ref: m}], description: [{ref: c}]}]",
        "groups:\n  - {id: span.s, type: span, span_kind: client, brief: B., stability: stable, extends: child, attributes: [{ref: m}]}",
        "file_format: definition/2\nspan_refinements: [{id: t, ref: s, attributes: [{ref: b, brief: T.}]}]",
    ]

    @Test("shuffled files give the same registry", arguments: 0..<20)
    func files(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let shuffled = Self.texts.shuffled(using: &random)
        let files = shuffled.enumerated().map { index, text in
            // Loose attributes are in a group that is called after the file.
            (text.contains("\nattributes:") ? "loose.yaml" : "\(random.next() % 3)/\(index).yaml", text)
        }
        let resolved = try Resolved(Dictionary(uniqueKeysWithValues: files))
        let first = try Resolved(
            ["loose.yaml": Self.texts[1]].merging(
                Self.texts.enumerated().filter { $0.offset != 1 }.map { ("\($0.offset).yaml", $0.element) }
            ) { $1 }
        )
        #expect(first.rules == [] && resolved.rules == [])
        #expect(try Self.facts(resolved) == Self.facts(first))
    }

    private static func facts(_ resolved: Resolved) throws -> String {
        let registry = try #require(resolved.registry)
        let uses =
            (registry.metrics + registry.metricRefinements).map(\.header) + registry.spans.map(\.header)
            + registry.entities.map(\.header) + registry.attributeGroups.map(\.header)
        let lines = uses.map { header in
            header.id + " "
                + header.attributes.map {
                    "\($0.id):\($0.type.spelling):\($0.brief):\($0.requirementLevel):\($0.role?.rawValue ?? "")"
                }
                .joined(separator: " ")
        }
        return (lines + registry.attributes.map { "\($0.id) \($0.type.spelling) \($0.brief)" }).joined(separator: "\n")
    }

    @Test("everything comes out in the order of ids")
    func sorted() throws {
        let registry = try #require(
            try Resolved(
                Piece.attributes("b.c", "b", "a.z", "B", "b_c", "b-c"),
                Piece.metric("z", "attributes: [{ref: b_c}, {ref: B}, {ref: b.c}, {ref: b-c}]"),
                Piece.metric("a")
            ).registry
        )
        #expect(registry.attributes.map(\.id) == ["B", "a.z", "b", "b-c", "b.c", "b_c"])
        #expect(registry.metrics.map(\.name) == ["a", "z"])
        #expect(registry.metrics.last?.header.attributes.map(\.id) == ["B", "b-c", "b.c", "b_c"])
    }
}

/// A generator of random numbers that gives the same ones on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
