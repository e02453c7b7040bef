import Foundation
import Testing

/// The rules that the sources declare, against what is tested and what is written about them.
@Suite("Rules")
struct RuleListTests {
    @Test("every rule of reading, decoding and resolving has a registry that breaks it")
    func fixtures() throws {
        let declared = try DeclaredRules.names(in: ["SemConvYAML", "SemConvDefinitions", "SemConvRegistry"])
        #expect(declared.count > 80)
        var broken = Set(MadeRegistry.all.flatMap(\.expected).map(\.rule))
        for registry in BrokenRegistry.all { broken.formUnion(try registry.expected().flatMap(\.findings).map(\.rule)) }
        // Nothing short of a machine without memory brings this one about.
        broken.insert("yaml-out-of-memory")
        print("rules: \(declared.count)")
        #expect(declared.subtracting(broken).sorted() == [])
        #expect(broken.subtracting(declared).sorted() == [])
    }

    @Test("no two declarations share a name, and each is in lowercase words")
    func names() throws {
        let names = try DeclaredRules.all(in: DeclaredRules.modules())
        #expect(names.count == Set(names).count, "\(names.sorted().filter { name in names.count { $0 == name } > 1 })")
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(name)") }
    }

    @Test("the table of diagnostics has every rule, and no other")
    func document() throws {
        let declared = try DeclaredRules.names(in: DeclaredRules.modules())
        let listed = try DeclaredRules.inDocument()
        #expect(listed.map(\.name).count == Set(listed.map(\.name)).count)
        #expect(declared.subtracting(listed.map(\.name)).sorted() == [], "not in docs/diagnostics.md")
        #expect(Set(listed.map(\.name)).subtracting(declared).sorted() == [], "in docs/diagnostics.md alone")
        for row in listed {
            #expect(["error", "warning", "warning, error with `--future`", "error or warning"].contains(row.severity))
            #expect(row.meaning.count > 10 && row.remedy.count > 5, "\(row.name)")
        }
    }

    @Test("the table says what is an error and what is a warning")
    func severities() throws {
        let rows = Dictionary(uniqueKeysWithValues: try DeclaredRules.inDocument().map { ($0.name, $0.severity) })
        var found: [String: Set<String>] = [:]
        for finding in try BrokenRegistry.all.flatMap({ try $0.expected() }).flatMap(\.findings) {
            found[finding.rule, default: []].insert("\(finding.severity)")
        }
        for finding in MadeRegistry.all.flatMap(\.expected) {
            found[finding.rule, default: []].insert("\(finding.severity)")
        }
        for (rule, severities) in found.sorted(by: { $0.key < $1.key }) {
            let expected =
                switch severities {
                case ["error"]: "error"
                case ["warning"]: "warning"
                case ["futureError"]: "warning, error with `--future`"
                default: "error or warning"
                }
            #expect(rows[rule] == expected, "\(rule)")
        }
    }
}
