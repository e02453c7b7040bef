import Foundation
import SemConvDiagnostics
import Testing

/// Each broken registry has exactly the problems that its comments say, at exactly those places.
@Suite("Broken registries")
struct BrokenRegistryTests {
    @Test("there are at least sixty")
    func amount() {
        print("broken registries: \(BrokenRegistry.all.count)")
        #expect(BrokenRegistry.all.count >= 60)
    }

    @Test("every problem is found at its place, and no other", arguments: BrokenRegistry.all, [false, true])
    func findings(_ registry: BrokenRegistry, future: Bool) throws {
        let expectations = try registry.expected()
        #expect(expectations.flatMap(\.malformed).isEmpty)
        var expected = expectations.flatMap(\.findings)
        for index in expected.indices where expected[index].severity == .futureError {
            expected[index].severity = future ? .error : .warning
        }
        expected.sort()
        let found = try registry.load(future: future).map { Finding($0, below: registry.folder.path) }.sorted()
        let missing = Self.difference(expected, found)
        let surplus = Self.difference(found, expected)
        #expect(missing.isEmpty, "not found: \(missing)")
        #expect(surplus.isEmpty, "not expected: \(surplus)")
    }

    @Test("is named after a rule that it breaks", arguments: BrokenRegistry.all)
    func name(_ registry: BrokenRegistry) throws {
        let rules = Set(try registry.expected().flatMap(\.findings).map(\.rule))
        #expect(rules.contains { registry.name == $0 || registry.name.hasPrefix($0 + "-") })
    }

    @Test("every message says how to mend it", arguments: BrokenRegistry.all)
    func messages(_ registry: BrokenRegistry) throws {
        let diagnostics = try registry.load(future: false)
        for diagnostic in diagnostics {
            let text = "[\(diagnostic.rule.rawValue)] \(diagnostic.message)"
            #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."), "\(text)")
            #expect(!(diagnostic.help ?? "").isEmpty, "no help: \(text)")
        }
        try Recording.expect(
            DiagnosticText.of(diagnostics, below: registry.folder.path),
            equals: registry.folder.appending(path: "expected.txt")
        )
    }

    @Test("what no folder can hold is refused as well", arguments: MadeRegistry.all)
    func made(_ made: MadeRegistry) throws {
        let registry = try TemporaryRegistry()
        try made.make(registry)
        let (_, diagnostics) = registry.load(made.path, options: made.options)
        #expect(registry.findings(diagnostics) == made.expected)
        for diagnostic in diagnostics { #expect(!(diagnostic.help ?? "").isEmpty, "\(diagnostic.message)") }
    }

    private static func difference(_ one: [Finding], _ other: [Finding]) -> [Finding] {
        var rest = other
        return one.filter { finding in
            guard let index = rest.firstIndex(of: finding) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}
