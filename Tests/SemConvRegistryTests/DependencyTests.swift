import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

@Suite("Dependencies")
struct DependencyTests {
    /// A manifest; dependencies are pairs of a schema URL and a path, or a URL alone.
    static func manifest(_ url: String, _ dependencies: (url: String, path: String?)...) -> String {
        "schema_url: https://example.com/\(url)\n"
            + (dependencies.isEmpty ? "" : "dependencies:\n")
            + dependencies.map { dependency in
                "  - schema_url: https://example.com/\(dependency.url)\n"
                    + (dependency.path.map { "    registry_path: \($0)\n" } ?? "")
            }.joined()
    }

    private static let useA = Piece.metric("m", "attributes: [{ref: a}]")

    @Test("an attribute of a direct dependency needs no import, and remembers where it comes from")
    func attribute() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("base/1.0.0", "../base")),
                "main/m.yaml": Self.useA,
                "base/manifest.yaml": Self.manifest("base/1.0.0"),
                "base/a.yaml": Piece.attributes("a"),
            ],
            folder: "main"
        )
        #expect(resolved.rules == [])
        #expect(resolved.registry?.schemaURL == "https://example.com/main/1.0.0")
        #expect(resolved.attributes(of: "metric.m") == ["a"])
        #expect(resolved.use("a", in: "metric.m")?.attribute.dependency == "https://example.com/base/1.0.0")
        // It is not the registry's own.
        #expect(resolved.registry?.attributes.isEmpty == true && resolved.group("registry.test") == nil)
    }

    @Test(
        "a folder is found from the manifest, from a path without end, or from the root",
        arguments: ["../base", "../base/", "./../base//", "../main/../base", "ABSOLUTE"]
    )
    func paths(path: String) throws {
        let temporary = try TemporaryRegistry([
            "main/m.yaml": Self.useA, "base/manifest.yaml": Self.manifest("base/1.0.0"),
            "base/a.yaml": Piece.attributes("a"),
        ])
        let path = path == "ABSOLUTE" ? temporary.folder.path + "/base" : path
        try temporary.write(Self.manifest("main/1.0.0", ("base/1.0.0", path)), to: "main/manifest.yaml")
        let (registry, diagnostics) = temporary.load("main")
        #expect(diagnostics.isEmpty && registry != nil)
        // The registry's own folder may be written in other ways, too.
        #expect(temporary.load("main/").registry != nil)
        #expect(temporary.load("base/../main").registry != nil)
    }

    @Test("behind a link, a path is followed as the system follows it")
    func link() throws {
        let temporary = try TemporaryRegistry([
            "deep/down/main/m.yaml": Self.useA,
            "deep/down/main/manifest.yaml": Self.manifest("main/1.0.0", ("base/1.0.0", "../base")),
            "deep/down/base/manifest.yaml": Self.manifest("base/1.0.0"), "deep/down/base/a.yaml": Piece.attributes("a"),
            // What the text of the path would lead to.
            "base/manifest.yaml": Self.manifest("wrong/1.0.0"),
        ])
        try temporary.link("main", to: "deep/down/main")
        let (registry, diagnostics) = temporary.load("main")
        #expect(diagnostics.isEmpty && registry != nil)
    }

    @Test(
        "the user names a folder in place of what the manifest says: its path, or without one its URL",
        arguments: [
            ("https://example.com/base/archive.zip[model]", "https://example.com/base/archive.zip[model]", true),
            (nil, "https://example.com/base/1.0.0", true), (nil, "https://example.com/base/1.0.0/", true),
            // A path has a name of its own.
            ("../gone", "../gone", true), ("../gone", "https://example.com/base/1.0.0", false),
        ]
    )
    func override(path: String?, source: String, isFound: Bool) throws {
        let temporary = try TemporaryRegistry([
            "main/manifest.yaml": Self.manifest("main/1.0.0", ("base/1.0.0", path)), "main/m.yaml": Self.useA,
            "base/manifest.yaml": Self.manifest("base/1.0.0"), "base/a.yaml": Piece.attributes("a"),
        ])
        var options = RegistryOptions()
        options.dependencyOverrides[source] = temporary.folder.path + "/base"
        let (registry, diagnostics) = temporary.load("main", options: options)
        #expect(
            diagnostics.map(\.rule.rawValue).sorted()
                == (isFound ? [] : ["dependency-not-found", "dependency-override-unused"])
        )
        #expect((registry != nil) == isFound)
    }

    @Test("an override holds for manifests further down as well")
    func overrideBelow() throws {
        let temporary = try TemporaryRegistry([
            "main/manifest.yaml": Self.manifest("main/1.0.0", ("middle/1.0.0", "../middle")),
            "middle/manifest.yaml": Self.manifest("middle/1.0.0", ("base/1.0.0", nil)), "middle/m.yaml": Self.useA,
            "base/manifest.yaml": Self.manifest("base/1.0.0"), "base/a.yaml": Piece.attributes("a"),
        ])
        var options = RegistryOptions()
        options.dependencyOverrides["https://example.com/base/1.0.0"] = temporary.folder.path + "/base"
        #expect(temporary.load("main", options: options).diagnostics.isEmpty)
    }

    @Test("dependencies of dependencies are not seen, but what they carry is")
    func transitive() throws {
        let files = [
            "main/manifest.yaml": Self.manifest("main/1.0.0", ("middle/1.0.0", "../middle")),
            "middle/manifest.yaml": Self.manifest("middle/1.0.0", ("base/1.0.0", "../base")),
            "middle/m.yaml": Piece.metric("carrier", "attributes: [{ref: a}]"),
            "base/manifest.yaml": Self.manifest("base/1.0.0"), "base/a.yaml": Piece.attributes("a", "b"),
        ]
        let carried = try Resolved(files.merging(["main/m.yaml": Self.useA]) { $1 }, folder: "main")
        #expect(carried.rules == [])
        #expect(carried.use("a", in: "metric.m")?.attribute.dependency == "https://example.com/base/1.0.0")
        let unseen = try Resolved(
            files.merging(["main/m.yaml": Piece.metric("m", "attributes: [{ref: b}]")]) { $1 },
            folder: "main"
        )
        #expect(unseen.rules == ["unresolved-attribute-ref"])
    }

    @Test("what a registry defines itself comes before what it depends on")
    func ownFirst() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("base/1.0.0", "../base")), "main/m.yaml": Self.useA,
                "main/a.yaml": Piece.catalog("a"),
                "base/manifest.yaml": Self.manifest("base/1.0.0"), "base/a.yaml": Piece.attributes("a"),
            ],
            folder: "main"
        )
        #expect(resolved.rules == [])
        #expect(resolved.use("a", in: "metric.m")?.attribute.dependency == nil)
    }

    @Test("a diamond is one registry, not two, whatever the paths to it")
    func diamond() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("b/1.0.0", "../x/b"), ("c/1.0.0", "../c")),
                "main/m.yaml": Piece.metric("m", "attributes: [{ref: a}]"),
                "x/b/manifest.yaml": Self.manifest("b/1.0.0", ("base/1.0.0", "../../base")),
                "x/b/m.yaml": Piece.metric("b", "attributes: [{ref: a}]"),
                "c/manifest.yaml": Self.manifest("c/1.0.0", ("base/1.0.0", "../base")),
                "c/m.yaml": Piece.metric("c", "attributes: [{ref: a}]"),
                "base/manifest.yaml": Self.manifest("base/1.0.0"), "base/a.yaml": Piece.attributes("a"),
            ],
            folder: "main"
        )
        #expect(resolved.rules == [])
        #expect(resolved.attributes(of: "metric.m") == ["a"])
    }

    @Test("a lattice of registries is read once, not once for each way through it", arguments: [false, true])
    func lattice(isBroken: Bool) throws {
        // Ten levels of six: 60 million ways.
        var files = ["main/manifest.yaml": Self.manifest("main/1.0.0", ("l0-0/1.0.0", "../l0-0"))]
        for level in 0..<9 {
            for index in 0..<6 {
                let below =
                    level == 8
                    ? []
                    : (0..<6).map {
                        "  - {schema_url: https://example.com/l\(level + 1)-\($0)/1.0.0, registry_path: ../l\(level + 1)-\($0)}\n"
                    }
                files["l\(level)-\(index)/manifest.yaml"] =
                    "schema_url: https://example.com/l\(level)-\(index)/1.0.0\n"
                    + (below.isEmpty ? "" : "dependencies:\n" + below.joined())
                files["l\(level)-\(index)/a.yaml"] =
                    level == 8 && isBroken ? "groups: {" : Piece.attributes("a\(level).\(index)")
            }
        }
        let resolved = try Resolved(files, folder: "main")
        #expect(Set(resolved.rules) == (isBroken ? ["yaml-syntax"] : []))
    }

    @Test("a manifest that cannot be told from others is not followed for ever")
    func namelessCircle() throws {
        let dependency = { (path: String) in "  - {schema_url: 'https://example.com', registry_path: \(path)}\n" }
        let text = "dependencies:\n" + ["../main", "../main/../main", "./../main/."].map(dependency).joined()
        let resolved = try Resolved(["main/manifest.yaml": text], folder: "main")
        #expect(Set(resolved.rules) == ["invalid-manifest"])
    }

    @Test(
        "versions of one registry: the highest of one major",
        arguments: [
            ("1.0.0", "1.0.0", nil, "1.0.0"), ("1.0.0", "1.2.0", "dependency-version-upgraded", "1.2.0"),
            ("1.10.0", "1.9.0", "dependency-version-upgraded", "1.10.0"),
            ("1.0.0-rc.1", "1.0.0", "dependency-version-upgraded", "1.0.0"),
            ("1.0.0", "2.0.0", "incompatible-dependency-versions", nil),
            ("1.0.0", "next", "unversioned-dependency-conflict", nil), ("next", "next", nil, "next"),
            ("next", "main", "unversioned-dependency-conflict", nil),
        ] as [(String, String, String?, String?)]
    )
    func versions(one: String, other: String, rule: String?, chosen: String?) throws {
        var files = [
            "main/manifest.yaml": Self.manifest("main/1.0.0", ("b/1.0.0", "../b"), ("c/1.0.0", "../c")),
            "main/m.yaml": Piece.metric("m", "attributes: [{ref: a}]"),
            "b/manifest.yaml": Self.manifest("b/1.0.0", ("base/\(one)", "../base-\(one)")),
            "b/m.yaml": Piece.metric("b", "attributes: [{ref: a}]"),
            "c/manifest.yaml": Self.manifest("c/1.0.0", ("base/\(other)", "../base-\(other)")),
            "c/m.yaml": Piece.metric("c", "attributes: [{ref: a}]"),
        ]
        for version in Set([one, other]) {
            files["base-\(version)/manifest.yaml"] = Self.manifest("base/\(version)")
            files["base-\(version)/a.yaml"] = Piece.attributes("a")
        }
        let resolved = try Resolved(files, folder: "main")
        #expect(resolved.rules == (rule.map { [$0] } ?? []))
        #expect(
            resolved.use("a", in: "metric.m")?.attribute.dependency == chosen.map { "https://example.com/base/\($0)" }
        )
    }

    @Test("an attribute that the higher version has no more is unresolved")
    func vanished() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("b/1.0.0", "../b"), ("base/1.1.0", "../new")),
                "b/manifest.yaml": Self.manifest("b/1.0.0", ("base/1.0.0", "../old")),
                "b/m.yaml": Piece.metric("b", "attributes: [{ref: a}]"),
                "old/manifest.yaml": Self.manifest("base/1.0.0"), "old/a.yaml": Piece.attributes("a"),
                "new/manifest.yaml": Self.manifest("base/1.1.0"), "new/a.yaml": Piece.attributes("b"),
            ],
            folder: "main"
        )
        #expect(resolved.rules == ["dependency-version-upgraded", "unresolved-attribute-ref"])
    }

    @Test(
        "ten levels are followed, one more is refused",
        arguments: [(9, []), (10, []), (11, ["dependency-too-deep"])]
    )
    func depth(levels: Int, rules: [String]) throws {
        var files: [String: String] = [:]
        for level in 0...levels {
            let name = level == 0 ? "main" : "l\(level)"
            files["\(name)/manifest.yaml"] =
                level == levels
                ? Self.manifest("\(name)/1.0.0")
                : Self.manifest("\(name)/1.0.0", ("l\(level + 1)/1.0.0", "../l\(level + 1)"))
        }
        #expect(try Resolved(files, folder: "main").rules == rules)
    }

    @Test(
        "circles are found, by name whatever the version",
        arguments: [("main/1.0.0", 1), ("main/2.0.0", 1), ("other/1.0.0", 0)]
    )
    func circle(url: String, count: Int) throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("b/1.0.0", "../b")),
                "b/manifest.yaml": Self.manifest("b/1.0.0", (url, "../c")), "c/manifest.yaml": Self.manifest(url),
            ],
            folder: "main"
        )
        #expect(resolved.rules == Array(repeating: "circular-dependency", count: count))
    }

    @Test("warnings about a dependency are for those who keep it; its errors are everybody's")
    func warnings() throws {
        let resolved = try Resolved(
            [
                "main/manifest.yaml": Self.manifest("main/1.0.0", ("base/1.0.0", "../base")),
                "base/registry_manifest.yaml": Self.manifest("base/1.0.0") + "owner: x\n",
                "base/a.yaml": "groups: [{id: g, brief: B.}]",
                "base/b.yaml": "groups: [{id: h, type: spam, brief: B.}]",
            ],
            folder: "main"
        )
        #expect(resolved.findings == [Finding(.error, "invalid-value", in: "base/b.yaml", line: 1, column: 24)])
    }

    @Test("one file is a registry without a manifest")
    func file() throws {
        let temporary = try TemporaryRegistry(["manifest.yaml": "spam", "a.yaml": Piece.catalog("a"), "b.yaml": "spam"])
        let (registry, diagnostics) = temporary.load("a.yaml")
        #expect(diagnostics.isEmpty)
        #expect(registry?.schemaURL == nil && registry?.attributeGroups.map(\.header.id) == ["registry.a"])
    }

    @Test("loose attributes are in a group that is called after the file")
    func syntheticGroups() throws {
        let resolved = try Resolved(["a.yaml": Piece.catalog("a"), "x/y-z/b.c.yml": Piece.catalog("b")])
        #expect(resolved.rules == [])
        #expect(resolved.registry?.attributeGroups.map(\.header.id) == ["registry.a", "registry.x.y-z.b.c"])
    }
}
