import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// Very large registries, right and wrong ones. Nothing is said about time, which depends on the machine; work that
/// grows with the square of a size would show as a test that does not end.
@Suite("Huge registries")
struct HugeRegistryTests {
    /// A registry of a size, and what has to come of it.
    struct Shape: CustomTestStringConvertible, Sendable {
        let name: String
        var size = 8_000
        let files: @Sendable (Int) -> [String: String]
        let check: @Sendable (Resolved, Int) -> Bool
        var testDescription: String { name }
    }

    static let shapes = [
        Shape(name: "one group that defines all, one metric that refers to all", size: 20_000) {
            ["a.yaml": definitions($0), "m.yaml": references($0)]
        } check: { resolved, size in
            resolved.rules.isEmpty && resolved.attributes(of: "metric.m")?.count == size
                && resolved.attribute("a.\(size - 1)") != nil
        },
        Shape(name: "a metric for each attribute", size: 20_000) { size in
            let metrics = (0..<size).map {
                "  - {name: m\($0), instrument: gauge, unit: s, brief: B., stability: stable, requirement_level: opt_in, attributes: [{ref: a.\($0), brief: Own.}]}\n"
            }
            return ["a.yaml": definitions(size), "m.yaml": "file_format: definition/2\nmetrics:\n" + metrics.joined()]
        } check: { resolved, size in
            resolved.rules.isEmpty && resolved.registry?.metrics.count == size
                && resolved.use("a.7", in: "metric.m7")?.brief == "Own."
        },
        Shape(name: "a dependency that defines all, imports of one each", size: 20_000) { size in
            let imports = (0..<size).map { "    - m\($0)\n" }
            let metrics = (0..<size).map {
                "  - {name: m\($0), instrument: gauge, unit: s, brief: B., stability: stable, requirement_level: opt_in}\n"
            }
            return [
                "main/manifest.yaml": DependencyTests.manifest("main/1.0.0", ("base/1.0.0", "../base")),
                "main/m.yaml": references(size),
                "main/i.yaml": "file_format: definition/2\nimports:\n  metrics:\n" + imports.joined(),
                "base/manifest.yaml": DependencyTests.manifest("base/1.0.0"), "base/a.yaml": definitions(size),
                "base/m.yaml": "file_format: definition/2\nmetrics:\n" + metrics.joined(),
            ]
        } check: { resolved, size in
            resolved.rules.isEmpty && resolved.attributes(of: "metric.m")?.count == size
                && resolved.registry?.metrics.count == size + 1
        },
        Shape(name: "references that lead nowhere, among as many attributes") { size in
            ["a.yaml": definitions(size), "m.yaml": references(size).replacing("ref: a.", with: "ref: b.")]
        } check: { resolved, size in
            resolved.rules == Array(repeating: "unresolved-attribute-ref", count: size)
                && resolved.diagnostics.first?.help?.hasPrefix("did you mean") == true
        },
        Shape(name: "groups and entities that lead nowhere") { size in
            let groups = (0..<size).map { "  - {id: g\($0), type: attribute_group, brief: B., extends: h\($0)}\n" }
            let metrics = (0..<size).map { "{one_of: [e\($0)]}" }
            return [
                "g.yaml": "groups:\n" + groups.joined(),
                "m.yaml": Piece.metric("m", "entity_associations: [\(metrics.joined(separator: ", "))]"),
            ]
        } check: { resolved, size in
            Set(resolved.rules) == ["unresolved-entity-association", "unresolved-extends"]
                && resolved.rules.count == 2 * size
        },
        Shape(name: "every definition twice") { size in
            ["a.yaml": definitions(size), "b.yaml": definitions(size).replacing("id: all", with: "id: again")]
        } check: { resolved, size in
            resolved.rules == Array(repeating: "duplicate-attribute-id", count: size)
        },
        Shape(name: "every definition anew in a child") { size in
            [
                "a.yaml": definitions(size),
                "b.yaml": definitions(size).replacing("id: all", with: "id: again\n    extends: all"),
            ]
        } check: { resolved, size in
            resolved.rules.isEmpty && resolved.attributes(of: "again")?.count == size
                && resolved.registry?.attributes.count == size
        },
        Shape(name: "every reference with a prefix") { size in
            let references = (0..<size).map { "      - {ref: a.\($0), prefix: true}\n" }
            let group = "groups:\n  - id: p\n    type: attribute_group\n    brief: B.\n    prefix: x\n    attributes:\n"
            return ["a.yaml": definitions(size), "b.yaml": group + references.joined()]
        } check: { resolved, size in
            resolved.rules == ["group-prefix"] && resolved.attributes(of: "p")?.last == "x.a.\(size - 1)"
                || resolved.attributes(of: "p")?.count == size
        },
        Shape(name: "one id for every group, one name for every metric") { size in
            let groups = (0..<size).map { _ in
                "  - {id: m, type: metric, metric_name: n, instrument: gauge, unit: s, brief: B., stability: stable}\n"
            }
            return ["g.yaml": "groups:\n" + groups.joined()]
        } check: { resolved, size in
            resolved.rules.count == 2 * (size - 1) && resolved.registry?.metrics.count == size
        },
        Shape(name: "groups that each take the one before") { size in
            let groups = (0..<size).map {
                "  - {id: g\($0), visibility: internal, attributes: [{\($0 == 0 ? "ref: a.0" : "ref_group: g\($0 - 1)")}]}\n"
            }
            return [
                "a.yaml": definitions(1), "g.yaml": "file_format: definition/2\nattribute_groups:\n" + groups.joined(),
            ]
        } check: { resolved, _ in
            resolved.rules.isEmpty
        },
        Shape(name: "ids as long as books", size: 500_000) { size in
            let id = String(repeating: "a", count: size)
            return ["a.yaml": Piece.attributes(id), "m.yaml": Piece.metric("m", "attributes: [{ref: b\(id)}]")]
        } check: { resolved, _ in
            resolved.rules == ["unresolved-attribute-ref"]
        },
        // Each alias is one level deeper than the one before it.
        Shape(name: "annotations as deep as aliases can make them", size: 2_500) { size in
            let levels = (1..<size).map { "      a\($0): &a\($0) [*a\($0 - 1)]\n" }
            return [
                "a.yaml": "groups:\n  - id: g\n    type: attribute_group\n    brief: B.\n    attributes: []\n"
                    + "    annotations:\n      a0: &a0 [x]\n" + levels.joined()
            ]
        } check: { resolved, _ in
            resolved.registry != nil || !resolved.rules.isEmpty
        },
        Shape(name: "a file for each group") { size in
            let files = (0..<size / 20).map { ("\($0 % 50)/\($0).yaml", Piece.attributes("a.\($0)", group: "g.\($0)")) }
            return Dictionary(uniqueKeysWithValues: files)
        } check: { resolved, size in
            resolved.rules.isEmpty && resolved.registry?.attributes.count == size / 20
        },
    ]

    @Test("is resolved, or refused with every problem", arguments: shapes)
    func resolves(_ shape: Shape) throws {
        let files = shape.files(shape.size)
        let resolved = try Resolved(files, folder: files["main/manifest.yaml"] == nil ? "" : "main")
        #expect(shape.check(resolved, shape.size), "\(resolved.findings.prefix(5))")
    }

    private static func definitions(_ size: Int) -> String {
        "groups:\n  - id: all\n    type: attribute_group\n    brief: B.\n    attributes:\n"
            + (0..<size).map { "      - {id: a.\($0), type: int, brief: B., stability: stable}\n" }.joined()
    }

    private static func references(_ size: Int) -> String {
        Piece.metric("m", "attributes: [\((0..<size).map { "{ref: a.\($0)}" }.joined(separator: ", "))]")
    }
}
