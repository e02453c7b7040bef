import Foundation
import SemConvDiagnostics
import SemConvTemplateEngine
import Testing

/// Random changes of good templates: whatever comes out, the engine says what is wrong or renders it, and never
/// crashes or hangs.
@Suite("Mutated templates")
struct MutationTests {
    /// A small generator with a seed, so that a failure can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = state
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
    }

    private static let seeds: [[UInt8]] = {
        let expressions =
            (ExpressionTests.operators + ExpressionTests.methods + FilterTests.ofValues + FilterTests.ofText
            + FilterTests.ofLists)
            .map { "{{ \($0.0) }}" }
        return (StatementTests.cases.map(\.0) + expressions + JinjaComparisonTests.corpus).map { Array($0.utf8) }
    }()

    private static let pieces: [[UInt8]] = [
        "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", "(", ")", "[", "]", "{", "}", "|", ".", ",", ":", "=", "==", "~",
        "'", "\"", "\\",
        " if ", " else ", " for ", " in ", " is ", " not ", " and ", "{% endif %}", "{% endfor %}", "{% else %}",
        "{% set x = ", "{% raw %}",
        "{% macro m(a) %}", "{% endmacro %}", "loop.index", "caller()", "range(9)", "9223372036854775807", "-1", "0",
        "1.5", "none", "é",
        "\u{0}", "\r\n", "\n", "{% include 'main.j2' %}", "{% import 'main.j2' as m %}", "{% break %}",
        "namespace(a=1)", "|sort", "|map('upper')",
    ].map { Array($0.utf8) }

    private static let rounds = ProcessInfo.processInfo.environment["TEMPLATE_MUTATIONS"].flatMap { Int($0) } ?? 1_500

    private static func mutate(_ source: [UInt8], using generator: inout Generator) -> [UInt8] {
        var bytes = source
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let position = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: position)
            case 1: if position < bytes.count { bytes.remove(at: position) }
            case 2: if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &generator) }
            case 3:
                let end = Int.random(in: position...bytes.count, using: &generator)
                bytes.removeSubrange(position..<end)
            case 4:
                let end = min(bytes.count, position + Int.random(in: 0...40, using: &generator))
                bytes.insert(contentsOf: bytes[position..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            default:
                let other = seeds.randomElement(using: &generator) ?? []
                bytes.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &generator)), at: position)
            }
        }
        return bytes
    }

    @Test(
        "mutations of all templates of these tests end in output or in an error with a place",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func mutations(seed: UInt64) {
        var generator = Generator(state: seed)
        var limits = TemplateLimits()
        limits.outputBytes = 20_000
        limits.loopTurns = 2_000
        limits.callDepth = 20
        limits.textBytes = 200_000
        limits.listElements = 5_000
        let fixture = TemplateFixture(context: TemplateFixture.context)
        let context = fixture.object
        let environments = [true, false].map { flag in
            TemplateEnvironment(
                options: TemplateOptions(
                    trimBlocks: flag,
                    lstripBlocks: flag,
                    keepTrailingNewline: !flag,
                    limits: limits
                )
            )
        }
        var rendered = 0
        for round in 0..<Self.rounds {
            let source = Self.mutate(Self.seeds.randomElement(using: &generator) ?? [], using: &generator)
            var environment = environments[round % 2]
            var diagnostics = DiagnosticCollector()
            guard environment.addTemplate(name: "main.j2", file: "main.j2", source: source, diagnostics: &diagnostics)
            else {
                #expect(
                    diagnostics.diagnostics.allSatisfy { $0.location?.file == "main.j2" && $0.location?.line ?? 0 > 0 }
                )
                #expect(diagnostics.hasErrors)
                continue
            }
            var output: [UInt8] = []
            do throws(TemplateError) {
                try environment.render("main.j2", context: context, into: &output)
                rendered += 1
                #expect(String(validating: output, as: UTF8.self) != nil)
            } catch {
                #expect(error.diagnostic.location?.file == "main.j2", "\(String(decoding: source, as: UTF8.self))")
                #expect(output.isEmpty)
            }
        }
        #expect(rendered > 0)
    }
}
