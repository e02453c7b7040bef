import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import SemConvTemplateEngine
import Testing

@testable import SemConvRendering

/// docs/templates.md lists every field, query, filter and key; this keeps it from telling less or more than there is.
@Suite("The reference for authors of templates")
struct TemplateReferenceTests {
    private static let path = Snapshot.packageRoot.appending(path: "docs/templates.md")

    /// The first cells of the table below a heading.
    private func names(below heading: String) throws -> [String] {
        let text = try String(contentsOf: Self.path, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0 == heading }, "\(heading)")
        let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
        return section.filter { $0.hasPrefix("| `") }.flatMap { line in
            line.split(separator: "|").first.map { cell in
                cell.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            } ?? []
        }
    }

    private func check<Subject, Context>(
        _ table: ViewTable<Subject, Context>,
        _ heading: String,
        but others: [String] = []
    ) throws {
        #expect(try names(below: heading) == table.fields.map(\.name).filter { !others.contains($0) }, "\(heading)")
    }

    @Test("the fields of definitions")
    func definitions() throws {
        try check(AttributeView.table, "#### Attribute")
        try check(EnumerationView.table, "#### Enumeration")
        try check(EnumMember.table, "#### Member of an enumeration")
        try check(Deprecation.table, "#### Deprecation")
        let common = AttributeGroup.table.fields.map(\.name).filter { $0 != "visibility" && $0 != "display_name" }
        #expect(try names(below: "#### Signals and groups") == common)
        try check(Metric.table, "#### Metric", but: common)
        try check(Span.table, "#### Span", but: common)
        try check(Event.table, "#### Event", but: common)
        try check(Entity.table, "#### Entity", but: common)
        try check(AttributeGroup.table, "#### Attribute group", but: common)
        try check(EventBody.table, "#### Body of an event")
        try check(Registry.table, "#### Registry")
        try check(NamespaceView.table, "#### Namespace")
    }

    @Test("the fields of Swift declarations")
    func declarations() throws {
        try check(SwiftModuleView.table, "#### Module")
        try check(SwiftFilePlan.table, "#### File")
        try check(SwiftScopeView.table, "#### Scope")
        try check(SwiftNamespace.table, "#### Namespace of a scope")
        let common = ["name", "full_name", "trait", "doc", "availability", "definition"]
        #expect(try names(below: "#### Declaration") == common)
        try check(DeclarationTables.attribute, "#### Declaration of an attribute", but: common)
        try check(DeclarationTables.metric, "#### Declaration of a metric", but: common)
        try check(DeclarationTables.span, "#### Declaration of a span", but: common)
        try check(DeclarationTables.event, "#### Declaration of an event", but: common)
        try check(DeclarationTables.entity, "#### Declaration of an entity", but: common)
        try check(DeclarationTables.preset, "#### View preset")
        try check(SwiftPresetSetView.table, "#### List of view presets")
        try check(SwiftEnumView.table, "#### Type of an enumeration")
        try check(SwiftEnumMemberView.table, "#### Member of the type of an enumeration")
    }

    @Test("the queries and their options")
    func queries() throws {
        #expect(try names(below: "### Queries") == QueryName.allCases.map(\.rawValue))
        #expect(try names(below: "### Options of queries") == Query.Options.keys)
    }

    @Test("every filter and test of conventions exists")
    func filters() throws {
        var environment = TemplateEnvironment()
        ConventionFilters.register(in: &environment, PackConfiguration())
        // A template that calls what does not exist does not compile.
        let calls = try names(below: "### Filters").map { "x | \($0)" } + names(below: "### Tests").map { "x is \($0)" }
        #expect(calls.count > 40)
        for call in calls {
            var diagnostics = DiagnosticCollector()
            _ = environment.compileExpression(call, file: "x", diagnostics: &diagnostics)
            #expect(diagnostics.sorted.isEmpty, "\(call)")
        }
    }
}
