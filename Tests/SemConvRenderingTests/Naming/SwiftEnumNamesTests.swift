import SemConvDefinitions
import SemConvDiagnostics
import Testing

@testable import SemConvRendering

@Suite("Names of enumerations")
struct SwiftEnumNamesTests {
    private func types(_ ids: [String], avoiding: Set<String> = []) -> [String?] {
        var diagnostics = DiagnosticCollector()
        let items = ids.map { id in
            SwiftNameTable.Item(key: id.hasPrefix("!") ? String(id.dropFirst()) : id, isDeprecated: id.hasPrefix("!"))
        }
        let sorted = items.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var names = SwiftEnumNames(SwiftNaming())
        names.add(sorted, isAvoided: avoiding.contains, diagnostics: &diagnostics)
        return items.map { names[$0.key] }
    }

    private func members(_ ids: [String], _ diagnostics: inout DiagnosticCollector) -> [String?] {
        let members = ids.map { id in
            EnumMember(
                id: id.hasPrefix("!") ? String(id.dropFirst()) : id,
                value: .string(id),
                deprecated: id.hasPrefix("!") ? .obsoleted(note: "") : nil
            )
        }
        var memberNaming = SwiftEnumMemberNaming(SwiftNaming())
        return memberNaming.names(
            of: Enumeration(members: members),
            attribute: SwiftNameTable.Item(key: "a.b"),
            diagnostics: &diagnostics
        )
    }

    @Test(
        "a type is called after the whole id",
        arguments: [
            ("http.request.method", "HTTPRequestMethod"),
            ("error.type", "ErrorType"),
            ("db.system", "DBSystem"),
            ("db.system.name", "DBSystemName"),
            ("rpc.grpc.status_code", "RPCGRPCStatusCode"),
            ("cpython.gc.generation", "CPythonGCGeneration"),
            ("otel.span.parent.origin", "OTelSpanParentOrigin"),
            // In scope for most users, or bound to be.
            ("os.type", "OSTypeValue"),
            ("state", "StateValue"),
            ("result", "ResultValue"),
            ("process", "ProcessValue"),
            ("span.kind", "SpanKindValue"),
        ]
    )
    func type(id: String, expected: String) {
        #expect(types([id]) == [expected])
    }

    @Test("a type is called neither like a kind nor like a namespace, which would hide it")
    func avoided() {
        #expect(types(["a.b", "c.d"], avoiding: ["AB", "Attributes"]) == ["ABValue", "CD"])
    }

    @Test("equal names: the deprecated one changes, then bytes decide")
    func collisions() {
        #expect(types(["!a.b_c", "a_b.c"]) == ["ABCDeprecated", "ABC"])
        #expect(types(["a_b.c", "a.b_c"]) == ["ABC2", "ABC"])
    }

    @Test("a number is reported, with both places")
    func reported() throws {
        var diagnostics = DiagnosticCollector()
        let items = ["a.b_c", "a_b.c", "!x.y", "x_y"].enumerated().map { line, id in
            SwiftNameTable.Item(
                key: id.hasPrefix("!") ? String(id.dropFirst()) : id,
                isDeprecated: id.hasPrefix("!"),
                location: SourceLocation(file: "a.yaml", line: line + 1, column: 1)
            )
        }
        var names = SwiftEnumNames(SwiftNaming())
        names.add(items, isAvoided: { _ in false }, diagnostics: &diagnostics)
        #expect(diagnostics.diagnostics.map(\.rule) == [.swiftNameCollision])
        let diagnostic = try #require(diagnostics.diagnostics.first)
        #expect(diagnostic.location?.line == 2)
        #expect(diagnostic.notes.map(\.location?.line) == [1])
    }

    @Test("no type is called like the tag of another")
    func tags() {
        #expect(types(["a.b", "a.b_tag"]) == ["AB", "ABTag2"])
        #expect(types(["a.b_tag", "a.b"]) == ["ABTag2", "AB"])
    }

    @Test(
        "members of the official model that break a careless generator",
        arguments: [
            (
                ["static", "default", "defer", "internal", "as", "in", "open", "get", "any"],
                ["static", "default", "defer", "internal", "as", "in", "open", "get", "any"]
            ),
            (["none", "custom", "init", "self"], ["none_", "custom_", "init_", "self_"]),
            (
                ["other", "unknown", "error", "description", "hash", "rawValue"],
                ["other", "unknown", "error", "description", "hash", "rawValue"]
            ),
            (["azure.vm", "!azure_vm"], ["azureVM", "azureVMDeprecated"]),
            (["!azure_vm", "azure.vm"], ["azureVMDeprecated", "azureVM"]),
            (["zos", "!z_os"], ["zos", "zOS"]),
            (["http_1_0", "http_10", "1.0"], ["http1_0", "http10", "_1_0"]),
            (["Not Run", "Non-Compliant", "url-forward"], ["notRun", "nonCompliant", "urlForward"]),
            (["public", "private", "switch"], ["public", "private", "switch"]),
        ]
    )
    func memberNames(ids: [String], expected: [String]) {
        var diagnostics = DiagnosticCollector()
        #expect(members(ids, &diagnostics) == expected)
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("members of equal names are told apart and reported; one without a letter has no name")
    func memberProblems() {
        var diagnostics = DiagnosticCollector()
        #expect(members(["a_b", "a-b", "+"], &diagnostics) == ["aB2", "aB", nil])
        #expect(Set(diagnostics.diagnostics.map(\.rule)) == [.swiftNameCollision, .swiftNameEmpty])
    }

    @Test("an excluded member has no name and takes none, or stands back")
    func excludedMembers() {
        let exclude = AnnotationMap(entries: [
            .init(key: "code_generation", value: .map([.init(key: "exclude", value: .bool(true))]))
        ])
        let enumeration = Enumeration(members: [
            EnumMember(id: "azure_vm", value: .string("azure_vm"), annotations: exclude),
            EnumMember(id: "azure.vm", value: .string("azure.vm")),
            EnumMember(id: "azure-vm", value: .string("azure-vm"), annotations: exclude),
            EnumMember(id: "none", value: .string("none"), annotations: exclude),
            EnumMember(id: "+", value: .string("+"), annotations: exclude),
        ])
        var diagnostics = DiagnosticCollector()
        var memberNaming = SwiftEnumMemberNaming(SwiftNaming())
        let names = memberNaming.names(
            of: enumeration,
            attribute: SwiftNameTable.Item(key: "cloud.platform"),
            diagnostics: &diagnostics
        )
        #expect(names == [nil, "azureVM", nil, nil, nil])
        var wholeNaming = SwiftEnumMemberNaming(SwiftNaming(), includesExcluded: true)
        let all = wholeNaming.names(
            of: enumeration,
            attribute: SwiftNameTable.Item(key: "cloud.platform"),
            diagnostics: &diagnostics
        )
        #expect(all == ["azureVM__", "azureVM", "azureVM_", "none_", nil])
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("the type of an excluded attribute stands back, too")
    func excludedTypes() {
        var diagnostics = DiagnosticCollector()
        var names = SwiftEnumNames(SwiftNaming())
        names.add([.init(key: "a.b_c"), .init(key: "d.e_tag")], isAvoided: { _ in false }, diagnostics: &diagnostics)
        let excluded = ["a_b.c", "d.e", "f.g"].map { SwiftNameTable.Item(key: $0, isExcluded: true) }
        names.add(excluded, isAvoided: ["FG", "FGValue_"].contains, diagnostics: &diagnostics)
        #expect(excluded.map { names[$0.key] } == ["ABC_", "DE_", "FGValue"])
        #expect(diagnostics.diagnostics.isEmpty)
        #expect(names.hasName("ABC_"))
        #expect(names.hasName("ABC_Tag"))
        #expect(!names.hasName("ABC__"))
    }
}
