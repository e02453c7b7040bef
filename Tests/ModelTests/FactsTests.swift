import Foundation
import SemConvDefinitions
import SemConvRegistry
import Testing

@Suite(
    "Facts of the model",
    .enabled(if: Places.haveExpectation, "../shared/oracle with the facts of OpenTelemetry is not here")
)
struct FactsTests {
    /// The root namespaces that a server program meets.
    private let namespaces: Set<Substring> = [
        "client", "code", "container", "db", "deployment", "error", "exception", "http", "k8s", "network", "otel",
        "server", "service", "telemetry", "url", "user_agent",
    ]

    @Test("What the model has is in OpenTelemetry with the same facts", arguments: FactKind.allCases)
    func sameFacts(kind: FactKind) throws {
        let ours = FactLines(try Loading.registry(Places.model)).facts(kind)
        let expected = try FactLines(Places.expectation).facts(kind)
        #expect(!ours.isEmpty)
        for (id, facts) in ours.sorted(by: { $0.key < $1.key }) {
            let wanted = try #require(expected[id], "OpenTelemetry has no \(id)")
            let additional = facts.subtracting(wanted).sorted()
            let missing = wanted.subtracting(facts).sorted()
            #expect(additional.isEmpty && missing.isEmpty, "\(id): not so: \(additional); missing: \(missing)")
        }
    }

    @Test(
        "What is stable in OpenTelemetry is in the model",
        arguments: [FactKind.attributes, .metrics, .spans, .events, .entities]
    )
    func complete(kind: FactKind) throws {
        let ours = FactLines(try Loading.registry(Places.model)).facts(kind)
        let stable = try FactLines(Places.expectation).stable(kind, in: namespaces)
        #expect(!stable.isEmpty)
        #expect(stable.filter { ours[$0] == nil } == [])
    }

    @Test("Histograms have the advised boundaries")
    func boundaries() throws {
        let ours = try boundaries(Places.boundaries)
        let advised = try boundaries(Places.advisedBoundaries)
        let histograms = try Loading.registry(Places.model).metrics.filter { $0.instrument == .histogram }.map(\.name)
        #expect(ours == advised.filter { histograms.contains($0.key) })
    }

    private func boundaries(_ file: URL) throws -> [String: [Double]] {
        try #require(try Loading.object(file)["boundaries"] as? [String: [Double]])
    }
}
