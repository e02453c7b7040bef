import SemanticConventions
import TelemetryAPI
import Testing

/// The committed module as a user of the constants sees it. Expected values are those of the specification.
@Suite("The generated conventions")
struct StableConventionsTests {
    @Test("attributes have their names, and keys the type of their values")
    func attributes() {
        let method: AttributeKey<HTTPRequestMethod> = Attributes.HTTP.Request.method
        let port: AttributeKey<Int> = Attributes.Server.port
        let digests: AttributeKey<[String]> = Attributes.Container.Image.repoDigests
        let fileName: AttributeKey<String> = Attributes.Code.File.path
        #expect(method.name == "http.request.method")
        #expect(port.name == "server.port")
        #expect(digests.name == "container.image.repo_digests")
        #expect(fileName.name == "code.file.path")
    }

    @Test("headers are lower-cased and keep their hyphens; labels stay as they are")
    func templates() {
        let header: AttributeKey<[String]> = Attributes.HTTP.Request.header("X-Request-ID")
        #expect(header.name == "http.request.header.x-request-id")
        let label: AttributeKey<String> = Attributes.K8s.Pod.label("app.kubernetes.io/Name")
        #expect(label.name == "k8s.pod.label.app.kubernetes.io/Name")
    }

    @Test(
        "enumerations have the values of the wire, and take others",
        arguments: [
            (HTTPRequestMethod.get, "GET"), (.other, "_OTHER"), (.query, "QUERY"), (.custom("PURGE"), "PURGE"),
            ("PATCH", "PATCH"),
        ]
    )
    func enumerations(value: HTTPRequestMethod, expected: String) {
        #expect(value.rawValue == expected)
        #expect(value.attributeValue == .string(expected))
    }

    @Test(
        "the duration metrics of HTTP have the buckets that the specification advises",
        arguments: [
            (Metrics.HTTP.Server.requestDuration, "http.server.request.duration"),
            (Metrics.HTTP.Client.requestDuration, "http.client.request.duration"),
        ]
    )
    func durations(metric: MetricDescriptor, name: String) {
        #expect(metric.name == name)
        #expect(metric.unit == "s" && metric.instrument == .histogram && metric.valueType == .double)
        #expect(metric.boundaries == [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10])
    }

    @Test("a metric says which attributes it wants, and how much")
    func levels() {
        let uses = Metrics.HTTP.Server.requestDuration.attributes
        #expect(uses.names(through: .required) == ["http.request.method", "url.scheme"])
        #expect(uses.first { $0.name == "error.type" }?.level == .conditionallyRequired)
        #expect(uses.first { $0.name == "server.address" }?.level == .optIn)
    }

    @Test("a view preset follows its metric")
    func viewPresets() {
        let preset = ViewPresets.HTTP.serverRequestDuration
        #expect(preset.instrumentName == "http.server.request.duration")
        #expect(preset.boundaries?.first == 0.005)
        // The fewest that follow the convention: the conditionally required ones belong to them.
        #expect(
            preset.keeping(.required).allowedAttributes == [
                "error.type", "http.request.method", "http.response.status_code", "http.route",
                "network.protocol.name", "url.scheme",
            ]
        )
        #expect(ViewPresets.HTTP.all.count == 2)
    }

    @Test("spans, events and entities have their kinds, names and roles")
    func otherSignals() {
        #expect(Spans.HTTP.server.kind == .server && Spans.HTTP.client.kind == .client)
        #expect(Events.exception.name == "exception")
        let identity = Entities.Service.instance.attributes.filter { $0.role == .identifying }
        #expect(identity.map(\.name) == ["service.instance.id"])
        #expect(ConventionRegistry.schemaURL == "https://opentelemetry.io/schemas/1.44.0")
    }
}
