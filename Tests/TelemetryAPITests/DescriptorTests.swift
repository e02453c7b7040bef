import TelemetryAPI
import Testing

@Suite("Descriptors and presets")
struct DescriptorTests {
    private static let metric = MetricDescriptor(
        name: "http.server.request.duration",
        instrument: .histogram,
        unit: "s",
        brief: "Duration.",
        valueType: .double,
        stability: .stable,
        attributes: """
            required http.request.method
            conditionallyRequired error.type
            recommended server.address
            optIn user_agent.synthetic.type
            """,
        boundaries: [0.005, 0.01]
    )

    @Test("a preset selects its metric and keeps what the convention has by default")
    func preset() {
        let preset = ViewPreset(Self.metric)
        #expect(preset.instrumentName == "http.server.request.duration")
        #expect(preset.instrumentKind == .histogram)
        #expect(preset.unit == "s")
        #expect(preset.streamName == nil)
        #expect(preset.boundaries == [0.005, 0.01])
        #expect(preset.allowedAttributes == ["http.request.method", "error.type", "server.address"])
    }

    @Test(
        "a preset keeps more or fewer attributes",
        arguments: zip(ViewPreset.AttributeSelection.allCases, [2, 3, 4])
    )
    func keeping(selection: ViewPreset.AttributeSelection, count: Int) {
        #expect(ViewPreset(Self.metric).keeping(selection).allowedAttributes?.count == count)
        #expect(ViewPreset(Self.metric).keeping(.all).keeping(selection).allowedAttributes?.count == count)
    }

    @Test("a renaming preset selects the former name and drops no attribute")
    func renaming() {
        let preset = ViewPreset(renaming: "http.server.latency", to: Self.metric)
        #expect(preset.instrumentName == "http.server.latency")
        #expect(preset.streamName == "http.server.request.duration")
        #expect(preset.allowedAttributes == nil)
    }

    @Test("a metric without boundaries leaves them to the instrument")
    func noBoundaries() {
        var metric = Self.metric
        metric.boundaries = []
        #expect(ViewPreset(metric).boundaries == nil)
    }

    @Test("stability is ordered and tells its spelling in a registry")
    func stability() {
        let levels: [Stability] = [.development, .alpha, .beta, .releaseCandidate, .stable]
        #expect(levels.sorted() == levels)
        #expect(levels.map(\.description) == ["development", "alpha", "beta", "release_candidate", "stable"])
    }

    @Test("instruments tell their spelling in a registry")
    func instruments() {
        let kinds: [InstrumentKind] = [.counter, .upDownCounter, .gauge, .histogram]
        #expect(kinds.map(\.description) == ["counter", "updowncounter", "gauge", "histogram"])
        #expect(Set(kinds).count == 4)
    }

    @Test("the other descriptors hold what they are given, and little is needed to make one")
    func others() {
        #expect(SpanDescriptor(id: "http.client", kind: .client).kind == .client)
        #expect(SpanDescriptor(id: "x").kind == nil)
        #expect(EventDescriptor(name: "exception").stability == .development)
        #expect(
            EntityDescriptor(type: "service", attributes: "required,identifying service.name").attributes[
                "service.name"
            ]?.role
                == .identifying
        )
    }
}
