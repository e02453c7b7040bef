import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Entities that signals belong to")
struct AssociationResolutionTests {
    private static let entities = """
        groups:
          - {id: entity.host, type: entity, name: host, brief: B., stability: stable, attributes: [{id: h, type: int, brief: B., stability: stable}]}
          - {id: my.process, type: entity, name: process, brief: B., stability: stable, attributes: [{ref: h}]}
          - {id: resource.old, type: resource, brief: B., stability: stable, attributes: [{ref: h}]}

        """

    @Test(
        "by name, by id, and by id without the kind",
        arguments: ["host", "entity.host", "process", "my.process", "old", "resource.old", "refined"]
    )
    func names(name: String) throws {
        let resolved = try Resolved(
            Self.entities,
            "file_format: definition/2\nentity_refinements: [{id: refined, ref: host}]",
            Piece.metric("m", "entity_associations: [\(name)]")
        )
        #expect(resolved.rules == [])
        #expect(resolved.header("metric.m")?.entityAssociations == [.entity(name)])
    }

    @Test("combinations keep their form")
    func combinations() throws {
        let resolved = try Resolved(
            Self.entities,
            Piece.metric("m", "entity_associations: [host, {one_of: [process, {all_of: [host, old]}]}]")
        )
        #expect(resolved.rules == [])
        #expect(
            resolved.header("metric.m")?.entityAssociations
                == [.entity("host"), .oneOf([.entity("process"), .allOf([.entity("host"), .entity("old")])])]
        )
    }

    @Test(
        "what nobody defines is a warning now and an error in future",
        arguments: [
            ("hots", 1), ("{one_of: [host, hots]}", 1), ("{all_of: [{one_of: [hots]}, gone]}", 2), ("metric.m", 1),
        ],
        [false, true]
    )
    func unknown(form: (String, Int), isFuture: Bool) throws {
        var options = RegistryOptions()
        options.future = isFuture
        let resolved = try Resolved(
            Self.entities,
            Piece.metric("m", "entity_associations: [\(form.0)]"),
            options: options
        )
        #expect(resolved.rules == Array(repeating: "unresolved-entity-association", count: form.1))
        #expect(resolved.diagnostics.allSatisfy { $0.severity == (isFuture ? .error : .warning) })
        if form.0.contains("hots") { #expect(resolved.diagnostics.contains { $0.help == "did you mean 'host'?" }) }
    }

    @Test("in a dependency; in two of them it is not clear which is meant")
    func dependencies() throws {
        let other = { (id: String) in
            "file_format: definition/2\nattributes: [{key: \(id), type: int, brief: B., stability: stable}]\n"
                + "entities: [{type: host, brief: B., stability: stable, requirement_level: opt_in, identity: [{ref: \(id)}]}]"
        }
        var files = [
            "main/manifest.yaml": DependencyTests.manifest("main/1.0.0", ("b/1.0.0", "../b")),
            "main/m.yaml": Piece.metric("m", "entity_associations: [host]"),
            "b/manifest.yaml": DependencyTests.manifest("b/1.0.0"), "b/e.yaml": other("x"),
        ]
        #expect(try Resolved(files, folder: "main").rules == [])
        files["main/manifest.yaml"] = DependencyTests.manifest("main/1.0.0", ("b/1.0.0", "../b"), ("c/1.0.0", "../c"))
        files["c/manifest.yaml"] = DependencyTests.manifest("c/1.0.0")
        files["c/e.yaml"] = other("y")
        #expect(try Resolved(files, folder: "main").rules == ["ambiguous-entity-association"])
        // One that is defined here, or imported, is meant.
        files["main/e.yaml"] = Self.entities
        #expect(try Resolved(files, folder: "main").rules == [])
    }
}
