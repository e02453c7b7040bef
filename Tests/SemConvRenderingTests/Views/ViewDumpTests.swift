import Foundation
import SemConvDiagnostics
import SemConvRegistry
import SemConvTemplateEngine
import Testing

@testable import SemConvRendering

/// All that templates can see of a small registry, as text: a change of the views shows here, and not only in some
/// template's output.
@Suite("Views of a registry")
struct ViewDumpTests {
    private func views(swift: Bool) throws -> Views {
        let registry = try ReferenceFilesTests.registry()
        var options = RenderOptions()
        ReferenceFilesTests.configure(&options)
        var diagnostics = DiagnosticCollector()
        let plan = ModulePlan(registry: registry, options: options, acronyms: [], diagnostics: &diagnostics)
        return Views(registry: registry, options: options, module: swift ? SwiftModule(plan: plan, pack: "swift") : nil)
    }

    private func dump(_ queries: [QueryName], _ views: Views) -> [String: String] {
        var files: [String: String] = [:]
        for name in queries {
            var dump = ViewDump()
            dump.write(views.answer(Query(name)))
            let stem = name == .registry ? "registry" : name.rawValue
            // Definitions show their place, and that of a copy of this project is its own.
            files["\(stem).txt"] = dump.text.replacing(Snapshot.fixtures.path, with: "Fixtures")
        }
        return files
    }

    @Test("the fields of all definitions, and of all declarations of the Swift module, are as reviewed")
    func fields() throws {
        let files = dump([.registry], try views(swift: false))
        let swiftFiles = dump(QueryName.allCases.filter(\.isSwift), try views(swift: true))
        try Snapshot.compare(files.merging(swiftFiles) { $1 }, with: "Views")
    }
}

/// Writes a value as an indented list of fields.
private struct ViewDump {
    private(set) var text = ""
    private var depth = 0

    mutating func write(_ value: TemplateValue) {
        switch value {
        case .object(let object):
            // A declaration knows its definition and the other way round; one of the two is enough.
            write(object.shape.fields.filter { $0 != "definition" }.map { ($0, object[$0]) })
        case .map(let map): write(map.entries.map { ((try? $0.key.value.text()) ?? "", $0.value) })
        case .list(let values) where !values.isEmpty: write(values.enumerated().map { ("[\($0)]", $1) })
        default: text += " \(literal(value))\n"
        }
    }

    private mutating func write(_ fields: [(name: String, value: TemplateValue)]) {
        text += depth == 0 ? "" : "\n"
        for field in fields {
            text += String(repeating: "  ", count: depth) + field.name + ":"
            depth += 1
            write(field.value)
            depth -= 1
        }
    }

    private func literal(_ value: TemplateValue) -> String {
        switch value {
        case .undefined: "-"
        case .string(let text): text.debugDescription
        case .list, .map: "[]"
        default: (try? value.text()) ?? "?"
        }
    }
}
