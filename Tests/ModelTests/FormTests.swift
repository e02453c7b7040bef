import Foundation
import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// What holds for the model by itself, with nothing beside it.
@Suite("Form of the model")
struct FormTests {
    @Test("It loads, and there is nothing to say about it")
    func clean() {
        let (registry, diagnostics) = Loading.load(Places.model)
        #expect(registry != nil)
        #expect(diagnostics.map { "\($0.rule.rawValue): \($0.message)" } == [])
    }

    @Test("Its version is the one that the facts are compared with")
    func version() throws {
        let registry = try Loading.registry(Places.model)
        #expect(registry.schemaURL == "https://opentelemetry.io/schemas/\(Places.version)")
    }

    @Test("Every brief is a sentence with a full stop")
    func briefs() throws {
        let briefs = try Loading.registry(Places.model).briefs
        #expect(!briefs.isEmpty)
        #expect(briefs.filter { !$0.text.hasSuffix(".") }.map(\.place) == [])
    }

    @Test("Keys of header attributes are in lowercase, other keys are used as given")
    func keysInLowercase() throws {
        let templates = try Loading.registry(Places.model).attributes.filter { attribute in
            if case .template = attribute.type { true } else { false }
        }
        let inLowercase = templates.filter { $0.brief.contains("lowercase") && $0.note.contains("lowercase") }
        #expect(inLowercase.map(\.id) == ["http.request.header", "http.response.header"])
        let others = templates.filter { !inLowercase.map(\.id).contains($0.id) }
        #expect(others.filter { ($0.brief + $0.note).contains("lower") }.map(\.id) == [])
    }

    @Test("Every metric tells the type of its values")
    func valueTypes() throws {
        let metrics = try Loading.registry(Places.model).metrics
        #expect(metrics.filter { $0.header.annotations.metricValueType == nil }.map(\.name) == [])
    }

    @Test("Boundaries rise, and are those of histograms of the model")
    func boundaries() throws {
        let boundaries = try #require(
            try Loading.object(Places.boundaries)["boundaries"] as? [String: [Double]]
        )
        let histograms = try Loading.registry(Places.model).metrics.filter { $0.instrument == .histogram }
        #expect(Set(boundaries.keys) == Set(histograms.map(\.name)))
        for (name, bounds) in boundaries {
            #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }, "\(name)")
        }
    }
}
