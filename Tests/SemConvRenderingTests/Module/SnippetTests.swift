import SemConvDefinitions
import Testing

@testable import SemConvRendering

/// A few lines of a registry in, the Swift declarations beside them out.
@Suite("Snippets")
struct SnippetTests {
    private func attributes(_ definitions: String) throws -> Rendering {
        let lines = definitions.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
        return try Rendering(
            try SampleRegistry.load(
                """
                groups:
                  - id: registry.a
                    type: attribute_group
                    brief: A.
                    attributes:
                \(lines.joined(separator: "\n"))
                """
            )
        )
    }

    @Test(
        "every type of attribute has its Swift type",
        arguments: [
            ("string", #"AttributeKey<String> { .init("a.b") }"#), ("int", #"AttributeKey<Int> { .init("a.b") }"#),
            ("double", #"AttributeKey<Double> { .init("a.b") }"#), ("boolean", #"AttributeKey<Bool> { .init("a.b") }"#),
            ("string[]", #"AttributeKey<[String]> { .init("a.b") }"#),
            ("int[]", #"AttributeKey<[Int]> { .init("a.b") }"#),
            ("double[]", #"AttributeKey<[Double]> { .init("a.b") }"#),
            ("boolean[]", #"AttributeKey<[Bool]> { .init("a.b") }"#),
            ("any", #"AttributeKey<AttributeValue> { .init("a.b") }"#),
            ("template[string]", #"AttributeKeyTemplate<String> { .init("a.b") }"#),
            ("template[int[]]", #"AttributeKeyTemplate<[Int]> { .init("a.b") }"#),
            ("template[any]", #"AttributeKeyTemplate<AttributeValue> { .init("a.b") }"#),
            ("{members: [{id: x, value: 1, stability: stable, brief: X.}]}", #"AttributeKey<AB> { .init("a.b") }"#),
        ]
    )
    func types(type: String, expected: String) throws {
        let written = type.hasPrefix("{") ? type : "\"\(type)\""
        let rendering = try attributes("- {id: a.b, type: \(written), stability: stable, brief: B.}")
        #expect(
            try rendering.declarations("A+Attributes.swift") == [
                "extension Attributes {", "public enum A {}", "extension Attributes.A {",
                "@inlinable public static var b: " + expected,
            ]
        )
    }

    @Test(
        "values of an enumeration are literals of the one type that holds them all",
        arguments: [
            ("[{id: x, value: a}]", "String", [#"x: Self { "a" }"#]), ("[{id: x, value: 3}]", "Int", ["x: Self { 3 }"]),
            ("[{id: x, value: -3}]", "Int", ["x: Self { -3 }"]),
            ("[{id: x, value: 2.0}]", "Double", ["x: Self { 2.0 }"]),
            ("[{id: x, value: true}]", "Bool", ["x: Self { true }"]),
            ("[{id: x, value: 1}, {id: y, value: a}]", "String", [#"x: Self { "1" }"#, #"y: Self { "a" }"#]),
            ("[{id: x}]", "String", [#"x: Self { "x" }"#]), ("[]", "String", []),
        ]
    )
    func members(members: String, rawType: String, expected: [String]) throws {
        let text = members.replacing("{id", with: "{stability: stable, brief: X., id")
        let rendering = try attributes("- {id: a.b, type: {members: \(text)}, stability: stable, brief: B.}")
        let lines = try rendering.declarations("A+EnumValues.swift")
        #expect(lines.prefix(2) == ["public enum ABTag {}", "public typealias AB = EnumValue<ABTag, \(rawType)>"])
        let head = expected.isEmpty ? [] : ["extension EnumValue where Tag == ABTag, RawValue == \(rawType) {"]
        #expect(lines.dropFirst(2) == (head + expected.map { "@inlinable public static var " + $0 })[...])
    }

    @Test("a deprecated member points to another member of its enumeration, by id")
    func deprecatedMember() throws {
        let rendering = try attributes(
            """
            - id: a.mode
              stability: stable
              brief: M.
              type:
                members:
                  - {id: kernel, value: k, brief: K., stability: stable, deprecated: {reason: renamed, renamed_to: system}}
                  - {id: system, value: s, brief: S., stability: stable}
                  - {id: gone, value: g, brief: G., stability: stable, deprecated: {reason: renamed, renamed_to: nothing}}
            """
        )
        #expect(
            try rendering.declarations("A+EnumValues.swift").filter { $0.hasPrefix("@available") } == [
                #"@available(*, deprecated, renamed: "system")"#,
                ##"@available(*, deprecated, message: "Replaced by `nothing`.")"##,
            ]
        )
    }

    @Test("what cannot be offered in place of a deprecated attribute is only named")
    func replacements() throws {
        let rendering = try attributes(
            """
            - {id: a.x, type: string, stability: stable, brief: X., examples: [x]}
            - {id: a.p.q, type: string, stability: stable, brief: Q., examples: [x]}
            - {id: a.old1, type: string, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: a.x}}
            - {id: a.old2, type: int, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: a.x}}
            - {id: a.old3, type: string, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: a.p.q}}
            - {id: a.p.old4, type: string, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: a.x}}
            - {id: a.old5, type: string, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: no.such}}
            - {id: a.old6, type: string, stability: stable, brief: O., deprecated: {reason: renamed, renamed_to: a.old6}}
            """
        )
        #expect(
            try rendering.declarations("A+Attributes.swift").filter { $0.hasPrefix("@available") } == [
                #"@available(*, deprecated, renamed: "x")"#,
                #"@available(*, deprecated, message: "Replaced by `a.x`. In Swift: Attributes.A.x, which has another type.")"#,
                #"@available(*, deprecated, renamed: "P.q")"#,
                #"@available(*, deprecated, message: "Replaced by `no.such`.")"#,
                #"@available(*, deprecated, message: "Replaced by `a.old6`.")"#,
                #"@available(*, deprecated, renamed: "Attributes.A.x")"#,
            ]
        )
    }

    @Test("definitions that are excluded from code have none, whatever they are, unless all is asked for")
    func excluded() throws {
        let annotations = "annotations: {code_generation: {exclude: true}}"
        let registry =
            try SampleRegistry.load(
                """
                groups:
                  - id: registry.a
                    type: attribute_group
                    brief: A.
                    attributes:
                      - {id: a.x, type: string, stability: stable, brief: X., examples: [x], \(annotations)}
                      - {id: a.y, type: int, stability: stable, brief: Y.}
                  - {id: metric.a.m, type: metric, metric_name: a.m, brief: M., unit: s, instrument: gauge, stability: stable, \(annotations)}
                  - {id: span.a.s, type: span, span_kind: client, brief: S., stability: stable, \(annotations)}
                  - {id: event.a.e, type: event, name: a.e, brief: E., stability: stable, \(annotations)}
                  - {id: entity.a.n, type: entity, name: a.n, brief: N., stability: stable, attributes: [{ref: a.y}], \(annotations)}
                """
            )
        let all = [
            "A+Attributes.swift", "A+Entities.swift", "A+Events.swift", "A+Metrics.swift", "A+Spans.swift",
            "A+ViewPresets.swift", "SemanticConventions.swift",
        ]
        #expect(try Rendering(registry).paths == all)
        let rendering = try Rendering(registry) { $0.stability = StabilitySelection(levels: Stability.allCases) }
        #expect(rendering.paths == ["A+Attributes.swift", "SemanticConventions.swift"])
        #expect(
            try rendering.declarations("A+Attributes.swift").last
                == #"@inlinable public static var y: AttributeKey<Int> { .init("a.y") }"#
        )
    }

    @Test("a use with a name that no line can hold makes the list one of values")
    func lineBreaks() throws {
        let registry = try SampleRegistry.load(
            """
            groups:
              - id: registry.a
                type: attribute_group
                brief: A.
                attributes:
                  - {id: "a.\\nb", type: string, stability: stable, brief: X., examples: [x]}
              - id: entity.a.n
                type: entity
                name: a.n
                brief: N.
                stability: stable
                attributes: [{ref: "a.\\nb", role: descriptive, requirement_level: opt_in}]
            """
        )
        let rendering = try Rendering(registry)
        let body = try rendering.body("A+Entities.swift")
        #expect(body.contains(#".init("a.\nb", .optIn, role: .descriptive),"#), "\(body)")
    }
}
