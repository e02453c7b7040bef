import SemConvDiagnostics
import Testing

@testable import SemConvRendering

@Suite("Names of definitions")
struct SwiftNameTableTests {
    /// The paths that ids get; a `!` before an id makes it deprecated, an `x:` before that excludes it from code.
    private func paths(_ ids: [String], _ layout: SwiftNameTable.Layout = .init(root: "Attributes")) -> [String?] {
        var diagnostics = DiagnosticCollector()
        return table(ids, &diagnostics, layout).names.map { $0?.path }
    }

    private func table(
        _ ids: [String],
        _ diagnostics: inout DiagnosticCollector,
        _ layout: SwiftNameTable.Layout = .init(root: "Attributes")
    ) -> SwiftNameTable {
        let items = ids.enumerated().map { line, id in
            let isExcluded = id.hasPrefix("x:")
            let id = isExcluded ? String(id.dropFirst(2)) : id
            return SwiftNameTable.Item(
                key: id.hasPrefix("!") ? String(id.dropFirst()) : id,
                isDeprecated: id.hasPrefix("!"),
                isExcluded: isExcluded,
                location: SourceLocation(file: "a.yaml", line: line + 1, column: 1)
            )
        }
        return SwiftNameTable.make(items, layout: layout, naming: SwiftNaming(), diagnostics: &diagnostics)
    }

    @Test("namespaces nest, and the last segment is the member")
    func nesting() {
        let ids = ["http.request.method", "http.request.method_original", "http.route", "state", "url.full"]
        #expect(
            paths(ids) == [
                "Attributes.HTTP.Request.method", "Attributes.HTTP.Request.methodOriginal", "Attributes.HTTP.route",
                "Attributes.state", "Attributes.URL.full",
            ]
        )
    }

    @Test("an order that is not that of the ids gives the same names")
    func order() {
        let ids = ["a.b.c", "url.full", "a.b.d", "a.c", "a.b.c.d.e", "a", "a.b.c.d.f", "a.bc.d"]
        let shuffled = [ids[3], ids[7], ids[0], ids[5], ids[4], ids[2], ids[6], ids[1]]
        let expected = Dictionary(uniqueKeysWithValues: zip(ids, paths(ids)))
        #expect(paths(shuffled) == shuffled.map { expected[$0] ?? nil })
    }

    @Test(
        "an attribute that is a namespace too needs no other name",
        arguments: [
            "code.column", "code.function", "container.runtime", "db.operation", "db.system", "deployment.environment",
            "gen_ai.prompt", "messaging.operation", "rpc.system", "hw.battery.charge", "otel.sdk.span.live",
        ]
    )
    func attributeAndNamespace(id: String) throws {
        var diagnostics = DiagnosticCollector()
        let table = table(["!\(id)", "\(id).name"], &diagnostics)
        let outer = try #require(table[id])
        let inner = try #require(table["\(id).name"])
        #expect("\(outer.scope).\(outer.member.prefix(1).uppercased())\(outer.member.dropFirst())" == inner.scope)
        #expect(inner.member == "name")
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("a metric has two namespaces at most, a view preset one")
    func layouts() {
        let ids = ["http.server.request.duration", "k8s.container.cpu.limit", "process.uptime", "uptime"]
        #expect(
            paths(ids, .init(root: "Metrics", maximumNamespaces: 2)) == [
                "Metrics.HTTP.Server.requestDuration", "Metrics.K8s.Container.cpuLimit", "Metrics.Process.uptime",
                "Metrics.uptime",
            ]
        )
        #expect(
            paths(ids, .init(root: "ViewPresets", maximumNamespaces: 1)) == [
                "ViewPresets.HTTP.serverRequestDuration", "ViewPresets.K8s.containerCPULimit",
                "ViewPresets.Process.uptime", "ViewPresets.uptime",
            ]
        )
    }

    @Test(
        "what Swift cannot name so gets another name",
        arguments: [
            ("jvm.memory.init", "Attributes.JVM.Memory.init_"),
            ("forge.self", "Attributes.Forge.self_"),
            ("forge.self.current.version", "Attributes.Forge.ForgeSelf.Current.version"),
            ("network.protocol.name", "Attributes.Network.NetworkProtocol.name"),
            ("error.type.name", "Attributes.Error.ErrorType.name"),
            ("type.name", "Attributes.TypeNamespace.name"),
            ("string.length", "Attributes.StringNamespace.length"),
            ("a.int.x", "Attributes.A.AInt.x"),
            ("attribute.key.x", "Attributes.Attribute.Key.x"),
            ("a.attribute_key.x", "Attributes.A.AAttributeKey.x"),
            ("protocol.name.2", "Attributes.ProtocolNamespace.Name._2"),
            ("test.case.name", "Attributes.Test.Case.name"),
            ("file.extension", "Attributes.File.extension"),
            ("http.class", "Attributes.HTTP.class"),
            ("destination.as.number", "Attributes.Destination.As.number"),
            ("ai.toolCall.name", "Attributes.AI.ToolCall.name"),
            ("lifecycle:transition", "Attributes.lifecycleTransition"),
            ("3d.x", "Attributes._3d.x"),
        ]
    )
    func unusable(id: String, expected: String) {
        #expect(paths([id]) == [expected])
    }

    @Test("only the declaration has backticks")
    func declaration() throws {
        var diagnostics = DiagnosticCollector()
        let name = try #require(table(["file.extension"], &diagnostics)["file.extension"])
        #expect(name.declaration == "`extension`")
        #expect(name.member == "extension")
        #expect(name.path == "Attributes.File.extension")
    }

    @Test(
        "of two equal names the deprecated one changes, without a word",
        arguments: [
            ("messaging.client.id", "messaging.client_id", "x"),
            ("a.b_c", "a.b-c", "Attributes.A.bCDeprecated"),
            ("a.b-c", "a.b_c", "Attributes.A.bCDeprecated"),
            ("a.fooBar", "a.foo_bar", "Attributes.A.fooBarDeprecated"),
        ]
    )
    func deprecatedLoses(live: String, deprecated: String, expected: String) {
        var diagnostics = DiagnosticCollector()
        let names = table([live, "!\(deprecated)"], &diagnostics).names
        // With nested namespaces the official clashes are none.
        #expect(names[1]?.path == (expected == "x" ? "Attributes.Messaging.clientID" : expected))
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("the official clashes of metrics")
    func metricClashes() {
        let ids = ["k8s.container.cpu.limit.utilization", "!k8s.container.cpu.limit_utilization"]
        #expect(
            paths(ids, .init(root: "Metrics", maximumNamespaces: 2)) == [
                "Metrics.K8s.Container.cpuLimitUtilization", "Metrics.K8s.Container.cpuLimitUtilizationDeprecated",
            ]
        )
    }

    @Test("of two live equal names bytes decide, and the user is told both places")
    func liveCollision() throws {
        var diagnostics = DiagnosticCollector()
        let table = table(["x.a_b", "x.aB", "x.a-b", "x.a_b2"], &diagnostics)
        // Bytes: `-` before `B` before `_`. The natural owner of `aB2` keeps it.
        #expect(table.names.map { $0?.member } == ["aB4", "aB3", "aB", "aB2"])
        #expect(diagnostics.diagnostics.map(\.rule) == [.swiftNameCollision, .swiftNameCollision])
        let first = try #require(diagnostics.diagnostics.first)
        #expect(first.severity == .warning)
        #expect(first.subject == "x.aB")
        #expect(first.location?.line == 2)
        #expect(first.notes.map(\.location?.line) == [3])
        #expect(first.help?.isEmpty == false)
    }

    @Test("a name that generated code has itself is taken")
    func reservedMembers() {
        let layout = SwiftNameTable.Layout(root: "ViewPresets", maximumNamespaces: 1, reservedMembers: ["all"])
        #expect(paths(["shop.all", "shop.one"], layout) == ["ViewPresets.Shop.all2", "ViewPresets.Shop.one"])
    }

    @Test("a namespace that would hide what the code inside mentions gets a longer name")
    func reservedNamespaces() {
        let layout = SwiftNameTable.Layout(root: "ViewPresets", reservedNamespaces: ["Metrics"])
        #expect(
            paths(["a.metrics.x", "metrics.x"], layout) == [
                "ViewPresets.A.AMetrics.x", "ViewPresets.MetricsNamespace.x",
            ]
        )
    }

    @Test("ids that differ only in how they part words share a namespace")
    func mergedNamespaces() {
        var diagnostics = DiagnosticCollector()
        let table = table(["foo-bar.x", "fooBar.y", "foo_bar.z"], &diagnostics)
        #expect(table.root.namespaces.map(\.name) == ["FooBar"])
        #expect(table.root.namespaces.first?.members == [0, 1, 2])
    }

    @Test("a letter without capitals can name a namespace or a member, not both")
    func caseless() {
        #expect(paths(["日本", "日本.x"]) == ["Attributes.日本2", "Attributes.日本.x"])
        #expect(paths(["a.1", "a.1.b"]) == ["Attributes.A._1_2", "Attributes.A._1.b"])
    }

    @Test("no id crashes, and one without a letter is reported", arguments: ["", "...", "😀", "_", ". ."])
    func empty(id: String) throws {
        var diagnostics = DiagnosticCollector()
        let table = table(["a.b", id], &diagnostics)
        #expect(table.names[1] == nil)
        #expect(table[id] == nil)
        let diagnostic = try #require(diagnostics.diagnostics.first)
        #expect(diagnostic.rule == .swiftNameEmpty)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.location?.line == 2)
    }

    @Test(
        "a segment without a letter counts for nothing",
        arguments: [("a..b", "Attributes.A.b"), (".a.b.", "Attributes.A.b"), ("a.😀.b", "Attributes.A.b")]
    )
    func emptySegments(id: String, expected: String) {
        #expect(paths([id]) == [expected])
        #expect(paths(["a", id, "a.c"]) == ["Attributes.a", expected, "Attributes.A.c"])
    }

    @Test("an id of ten thousand characters or segments has a name")
    func long() {
        let words = String(repeating: "a_b", count: 3333)
        #expect(paths([words]).first??.utf8.count ?? 0 > 6000)
        let segments = Array(repeating: "a", count: 500).joined(separator: ".")
        #expect(paths([segments, segments + "b"]).allSatisfy { $0 != nil })
    }

    @Test("two definitions of one name are two members")
    func duplicates() {
        var diagnostics = DiagnosticCollector()
        let items = ["z.a", "z.b"].map { SwiftNameTable.Item(key: $0, path: "x.y") }
        let table = SwiftNameTable.make(
            items,
            layout: .init(root: "Metrics"),
            naming: SwiftNaming(),
            diagnostics: &diagnostics
        )
        // The first is found by the name, the other by its id.
        #expect(table["x.y"]?.path == "Metrics.X.y")
        #expect(table["z.b"]?.path == "Metrics.X.y2")
        #expect(diagnostics.diagnostics.count == 1)
    }

    @Test(
        "what is excluded from code gives way with an underscore, wherever it stands, and the others never",
        arguments: [
            // A live one and one that is deprecated.
            (["x:a.b-c", "a.b_c"], ["Attributes.A.bC_", "Attributes.A.bC"]),
            (["x:a.b-c", "!a.b_c"], ["Attributes.A.bC_", "Attributes.A.bC"]),
            (["!a.b_c", "x:!a.b-c", "a.bC"], ["Attributes.A.bCDeprecated", "Attributes.A.bC_", "Attributes.A.bC"]),
            // One that another one gets in the end.
            (["x:a.b_c2", "a.b_c", "a.b-c"], ["Attributes.A.bC2_", "Attributes.A.bC2", "Attributes.A.bC"]),
            // Two that are excluded: the live one first, then bytes.
            (["x:!a.b-c", "x:a.b_c"], ["Attributes.A.bC_", "Attributes.A.bC"]),
            (["x:a.b_c", "x:a.b-c", "a.bC"], ["Attributes.A.bC_", "Attributes.A.bC__", "Attributes.A.bC"]),
            // A name that cannot be used.
            (["x:a.init", "x:a.init_"], ["Attributes.A.init_", "Attributes.A.init__"]),
            // A namespace, also one that exists for an excluded attribute alone.
            (["a.1", "x:a.1.b", "x:a.1.c"], ["Attributes.A._1", "Attributes.A._1_.b", "Attributes.A._1_.c"]),
            (["x:a.1", "a.1.b"], ["Attributes.A._1_", "Attributes.A._1.b"]),
            (["x:foo_bar.x", "fooBar.y"], ["Attributes.FooBar.x", "Attributes.FooBar.y"]),
            // Without a rival it has the name that it wants.
            (["x:a.b", "a.c"], ["Attributes.A.b", "Attributes.A.c"]),
        ]
    )
    func excluded(ids: [String], expected: [String]) {
        var diagnostics = DiagnosticCollector()
        let all = table(ids, &diagnostics)
        #expect(all.names.map { $0?.path } == expected)
        // The others have the same names without it.
        let others = ids.filter { !$0.hasPrefix("x:") }
        var alone = DiagnosticCollector()
        let names = table(others, &alone).names.map { $0?.path }
        #expect(names == zip(ids, expected).filter { !$0.0.hasPrefix("x:") }.map { $0.1 })
        #expect(diagnostics.diagnostics.count == alone.diagnostics.count)
    }

    @Test("what is excluded keeps its place in the list and in its namespace, and no key of another")
    func excludedPlaces() {
        var diagnostics = DiagnosticCollector()
        let table = table(["x:a.b", "a.c", "x:😀", "a.d"], &diagnostics)
        #expect(table.root.namespaces.first?.members == [0, 1, 3])
        #expect(table["a.b"]?.member == "b")
        #expect(table.names[2] == nil)
        #expect(diagnostics.diagnostics.isEmpty)
        let twins = [
            SwiftNameTable.Item(key: "x.one", path: "a.b", isExcluded: true), .init(key: "x.two", path: "a.b"),
        ]
        let layout = SwiftNameTable.Layout(root: "Metrics")
        let named = SwiftNameTable.make(twins, layout: layout, naming: SwiftNaming(), diagnostics: &diagnostics)
        #expect(named["a.b"]?.path == "Metrics.A.b")
        #expect(named["x.one"]?.path == "Metrics.A.b_")
    }

    @Test("the tree holds every item once, namespaces sorted")
    func tree() {
        var diagnostics = DiagnosticCollector()
        let table = table(["url.full", "http.route", "http.request.method", "state"], &diagnostics)
        #expect(table.root.members == [3])
        #expect(table.root.namespaces.map(\.path) == ["Attributes.HTTP", "Attributes.URL"])
        #expect(table.root.namespaces.map(\.members) == [[1], [0]])
        #expect(table.root.namespaces.first?.namespaces.map(\.name) == ["Request"])
        #expect(table.root.namespaces.first?.namespaces.first?.depth == 2)
        #expect(table.namespaceNames == ["HTTP", "URL", "Request"])
    }
}
