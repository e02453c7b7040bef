import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// `dependency_resolution: { exclude: true }`: what a registry keeps to itself must not leak through what others see.
@Suite("Kept from other registries")
struct ExclusionTests {
    private static let hidden = "annotations: {dependency_resolution: {exclude: true}}"

    private static let attributes = """
        file_format: definition/2
        attributes:
          - {key: open, type: int, brief: B., stability: stable}
          - {key: secret, type: int, brief: B., stability: stable, \(hidden)}
        attribute_groups:
          - {id: inner, visibility: internal, attributes: [{ref: secret}]}
          - {id: harmless, visibility: internal, attributes: [{ref: open}]}
          - {id: shut, visibility: public, brief: B., stability: stable, \(hidden), attributes: [{ref: open}]}

        """

    @Test(
        "within the registry, only what is hidden too may name it",
        arguments: [
            ("attributes: [{ref: open}]", 0), ("attributes: [{ref: secret}]", 1),
            ("attributes: [{ref_group: inner}]", 1),
            ("attributes: [{ref_group: harmless}]", 0), ("attributes: [{ref_group: shut}]", 1),
            ("attributes: [{ref: secret}, {ref_group: shut}]", 2),
            ("\(hidden), attributes: [{ref: secret}]", 0), ("\(hidden), attributes: [{ref_group: inner}]", 0),
            ("\(hidden), attributes: [{ref_group: shut}]", 0),
        ]
    )
    func within(keys: String, count: Int) throws {
        let resolved = try Resolved(Self.attributes, Piece.metric("m", keys))
        #expect(resolved.rules == Array(repeating: "excluded-from-dependency-resolution", count: count))
        #expect(resolved.diagnostics.allSatisfy { $0.severity == .error && $0.subject == "metric.m" })
    }

    @Test("a hidden attribute is one of the registry itself")
    func own() throws {
        let resolved = try Resolved(Self.attributes)
        #expect(resolved.rules == [])
        #expect(resolved.registry?.attributes.map(\.id) == ["open", "secret"])
    }

    @Test(
        "a definition in a signal that others see must not be hidden",
        arguments: ["", ", annotations: {dependency_resolution: {exclude: true}}"]
    )
    func definition(annotation: String) throws {
        let resolved = try Resolved(
            """
            groups:
              - {id: s, type: span, span_kind: client, brief: B., stability: stable\(annotation), attributes: [
                   {id: a, type: int, brief: B., stability: stable, \(Self.hidden)}]}
            """
        )
        #expect(resolved.rules == (annotation.isEmpty ? ["excluded-from-dependency-resolution"] : []))
    }

    @Test(
        "groups of the first format are not for others, so they may hold what is hidden; their children may not",
        arguments: [("attribute_group", 0), ("span", 1)]
    )
    func extending(kind: String, count: Int) throws {
        let resolved = try Resolved(
            Self.attributes,
            Piece.group("old", "attributes: [{ref: secret}]"),
            Piece.group("child", "\(kind == "span" ? "span_kind: client, " : "")extends: old", type: kind)
        )
        #expect(resolved.rules == Array(repeating: "excluded-from-dependency-resolution", count: count))
    }

    @Test(
        "an entity that is hidden is there for hidden signals alone",
        arguments: [("", 1), (hidden + ", ", 0)],
        [false, true]
    )
    func entity(own: (String, Int), isFuture: Bool) throws {
        var options = RegistryOptions()
        options.future = isFuture
        let resolved = try Resolved(
            Self.attributes
                + "entities: [{type: e, brief: B., stability: stable, requirement_level: opt_in, identity: [{ref: open}], \(Self.hidden)}]",
            Piece.metric("m", "\(own.0)entity_associations: [e]"),
            options: options
        )
        #expect(resolved.rules == Array(repeating: "excluded-from-dependency-resolution", count: own.1))
        #expect(resolved.diagnostics.allSatisfy { $0.severity == (isFuture ? .error : .warning) })
    }
}
