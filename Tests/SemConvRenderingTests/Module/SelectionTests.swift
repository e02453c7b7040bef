import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@testable import SemConvRendering

@Suite("What is generated")
struct SelectionTests {
    private static let registry = """
        groups:
          - id: registry.a
            type: attribute_group
            brief: A.
            attributes:
              - {id: a.stable, type: int, stability: stable, brief: X.}
              - {id: a.candidate, type: int, stability: release_candidate, brief: X.}
              - {id: a.beta, type: int, stability: beta, brief: X.}
              - {id: a.deep.development, type: int, stability: development, brief: X.}
              - {id: a.deep.stable, type: int, stability: stable, brief: X.}
              - {id: a.raw.development, type: int, stability: development, brief: X.}
              - {id: a.silent, type: int, brief: X.}
              - {id: b.development, type: int, stability: development, brief: X.}
              - {id: b.c.stable, type: int, stability: stable, brief: X.}
              - {id: a.old, type: int, stability: stable, brief: X., deprecated: {reason: renamed, renamed_to: a.beta}}
              - {id: a.older, type: int, stability: beta, brief: X., deprecated: {reason: renamed, renamed_to: a.stable}}
        """

    private func names(_ change: (inout RenderOptions) -> Void) throws -> [String] {
        var options = RenderOptions()
        options.stability = .all
        change(&options)
        var diagnostics = DiagnosticCollector()
        let index = SymbolIndex(
            registry: try SampleRegistry.load(Self.registry),
            options: options,
            diagnostics: &diagnostics
        )
        #expect(diagnostics.diagnostics.isEmpty)
        return index.symbols.map(\.id)
    }

    @Test(
        "levels of stability select what is generated; silence counts as development",
        arguments: [
            (["stable"], ["a.deep.stable", "a.old", "a.stable", "b.c.stable"]),
            (["stable", "release_candidate"], ["a.candidate", "a.deep.stable", "a.old", "a.stable", "b.c.stable"]),
            (["beta"], ["a.beta", "a.older"]),
            (["development"], ["a.deep.development", "a.raw.development", "a.silent", "b.development"]),
            (
                ["experimental"],
                ["a.beta", "a.deep.development", "a.older", "a.raw.development", "a.silent", "b.development"]
            ),
        ]
    )
    func stability(words: [String], expected: [String]) throws {
        let selection = try StabilitySelection.parse(words).get()
        #expect(try names { $0.stability = selection } == expected)
    }

    @Test("`all` has also what is excluded from code generation, every list of levels has not")
    func excluded() throws {
        let excluded = "stability: stable, brief: X., annotations: {code_generation: {exclude: true}}"
        let registry = try SampleRegistry.load(
            """
            groups:
              - id: registry.a
                type: attribute_group
                brief: A.
                attributes:
                  - {id: a.b_c, type: int, stability: stable, brief: X.}
                  - {id: a.b-c, type: int, \(excluded)}
                  - id: a.kind
                    type: {members: [{id: x, stability: stable}, {id: X, \(excluded)}]}
                    stability: stable
                    brief: X.
                  - id: http.request
                    type: {members: [{id: x, stability: stable}]}
                    stability: stable
                    brief: X.
                  - {id: a.http_request.x, type: int, \(excluded)}
                  - id: http_request
                    type: {members: [{id: x, stability: stable}]}
                    \(excluded.replacing(", ", with: "\n        "))
            """
        )
        func declarations(_ words: [String]) throws -> [String] {
            let selection = try StabilitySelection.parse(words).get()
            let rendering = try Rendering(registry) { $0.stability = selection }
            #expect(rendering.diagnostics.isEmpty)
            return try rendering.paths.filter { $0 != "SemanticConventions.swift" }.flatMap {
                try rendering.declarations($0)
            }.filter { $0.contains(" var ") || $0.contains("typealias") }
        }
        let levels = ["stable", "release_candidate", "beta", "alpha", "development"]
        let others = [
            #"@inlinable public static var bC: AttributeKey<Int> { .init("a.b_c") }"#,
            #"@inlinable public static var kind: AttributeKey<AKind> { .init("a.kind") }"#,
            "public typealias AKind = EnumValue<AKindTag, String>", #"@inlinable public static var x: Self { "x" }"#,
            #"@inlinable public static var request: AttributeKey<HTTPRequest> { .init("http.request") }"#,
            "public typealias HTTPRequest = EnumValue<HTTPRequestTag, String>",
            #"@inlinable public static var x: Self { "x" }"#,
        ]
        #expect(Set(try declarations(levels)) == Set(others))
        let all = Set(try declarations(["all"]))
        #expect(
            all.subtracting(others) == [
                #"@inlinable public static var bC_: AttributeKey<Int> { .init("a.b-c") }"#,
                #"@inlinable public static var x_: Self { "X" }"#,
                #"@inlinable public static var x: AttributeKey<Int> { .init("a.http_request.x") }"#,
                #"@inlinable public static var httpRequest: AttributeKey<HTTPRequest__> { .init("http_request") }"#,
                // With one underscore it would be hidden by the namespace.
                "public typealias HTTPRequest__ = EnumValue<HTTPRequest__Tag, String>",
            ]
        )
        #expect(all.isSuperset(of: others))
        let whole = try Rendering(registry).files.values.joined()
        #expect(whole.contains("extension Attributes.A.HTTPRequest_ {"))
    }

    @Test("a word that is no level is named")
    func unknownStability() {
        #expect(StabilitySelection.parse(["stable", "stabel"]) == .failure(UnknownStability(word: "stabel")))
        #expect((try? StabilitySelection.parse(["all"]).get()) == .all)
        #expect((try? StabilitySelection.parse(["stable", "all"]).get()) == .all)
        #expect((try? StabilitySelection.parse(Stability.allCases.map(\.rawValue)).get()) != .all)
    }

    @Test(
        "namespaces select by their dotted prefix",
        arguments: [
            (["b"], [], ["b.c.stable", "b.development"]), (["a.deep"], [], ["a.deep.development", "a.deep.stable"]),
            (["a.deep", "b"], ["b.c"], ["a.deep.development", "a.deep.stable", "b.development"]),
            (["a.dee", "b.c"], [], ["b.c.stable"]),
        ]
    )
    func namespaces(include: [String], exclude: [String], expected: [String]) throws {
        #expect(try names { $0.namespaces = NamespaceSelection(include: include, exclude: exclude) } == expected)
    }

    @Test("with a trait, what is not settled waits in files of its own, and declares what the others do not")
    func gating() throws {
        let rendering = try Rendering(try SampleRegistry.load(Self.registry)) { $0.gate = "Unstable" }
        #expect(
            rendering.paths == [
                "A+Attributes+Unstable.swift", "A+Attributes.swift", "B+Attributes+Unstable.swift",
                "B+Attributes.swift",
                "SemanticConventions.swift",
            ]
        )
        let unstable = try #require(rendering.files["A+Attributes+Unstable.swift"])
        #expect(unstable.contains("\n\n#if Unstable\n\npublic import TelemetryAPI\n"))
        #expect(unstable.hasSuffix("}\n\n#endif\n"))
        let enums = { (path: String) in try rendering.declarations(path).filter { $0.hasPrefix("public enum") } }
        #expect(try enums("A+Attributes.swift") == ["public enum A {}", "public enum Deep {}"])
        #expect(try enums("A+Attributes+Unstable.swift") == ["public enum Raw {}"])
        #expect(try enums("B+Attributes.swift") == ["public enum B {}", "public enum C {}"])
        #expect(try enums("B+Attributes+Unstable.swift") == [])
    }

    @Test("open code offers nothing that waits behind the trait; code behind it offers both")
    func replacementsAcrossTheTrait() throws {
        let rendering = try Rendering(try SampleRegistry.load(Self.registry)) { $0.gate = "Unstable" }
        #expect(
            try rendering.declarations("A+Attributes.swift").filter { $0.hasPrefix("@available") }
                == ["@available(*, deprecated, message: \"Replaced by `a.beta`.\")"]
        )
        #expect(
            try rendering.declarations("A+Attributes+Unstable.swift").filter { $0.hasPrefix("@available") }
                == ["@available(*, deprecated, renamed: \"stable\")"]
        )
        let open = try Rendering(try SampleRegistry.load(Self.registry))
        #expect(
            try open.declarations("A+Attributes.swift").filter { $0.hasPrefix("@available") }
                == ["@available(*, deprecated, renamed: \"beta\")", "@available(*, deprecated, renamed: \"stable\")"]
        )
    }

    @Test("a name does not depend on what else is generated")
    func stableNames() throws {
        let yaml = """
            groups:
              - id: registry.a
                type: attribute_group
                brief: A.
                attributes:
                  - {id: a.x_y, type: int, stability: development, brief: X.}
                  - {id: a.xY, type: int, stability: stable, brief: X.}
            """
        let all = try Rendering(try SampleRegistry.load(yaml))
        let some = try Rendering(try SampleRegistry.load(yaml)) { $0.stability = .settled }
        let line = try #require(try some.declarations("A+Attributes.swift").last)
        #expect(try all.declarations("A+Attributes.swift").contains(line))
        #expect(all.diagnostics.map(\.rule) == [.swiftNameCollision])
    }

    @Test(
        "options that cannot work are errors before anything is rendered",
        arguments: [
            ("unknown namespace", "unknown-namespace", "did you mean 'shop'?"),
            ("root", "invalid-option", "a name has ASCII letters, digits and '_', and is no reserved word of Swift"),
            (
                "reserved", "invalid-option",
                "a name has ASCII letters, digits and '_', and is no reserved word of Swift"
            ),
            ("same", "invalid-option", nil), ("gate", "invalid-option", "a name has"),
            ("import", "invalid-option", "a name has"),
        ] as [(String, String, String?)]
    )
    func optionMistakes(mistake: String, rule: String, help: String?) throws {
        let registry = try SampleRegistry.load(
            """
            groups:
              - id: registry.shop
                type: attribute_group
                brief: A.
                attributes: [{id: shop.total, type: int, stability: stable, brief: X.}]
            """
        )
        let rendering = try Rendering(registry) { options in
            switch mistake {
            case "unknown namespace": options.namespaces.include = ["shpo"]
            case "root": options.roots.metrics = "My Metrics"
            case "reserved": options.roots.events = "class"
            case "same": options.roots.events = "Metrics"
            case "gate": options.gate = "A || B"
            default: options.imports = ["a;b"]
            }
        }
        #expect(rendering.paths.isEmpty)
        #expect(rendering.diagnostics.map(\.rule.rawValue) == [rule])
        if let help { #expect(rendering.diagnostics.first?.help?.hasPrefix(help) == true) }
    }
}
