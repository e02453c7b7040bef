import SemConvDefinitions
import SemConvDiagnostics
import SemConvRendering
import Testing

@testable import SemConvDriver
@testable import SemConvRegistry

@Suite("Explaining an id")
struct ExplainerTests {
    private let explainer: Explainer

    init() {
        explainer = Explainer(Sample.registry, names: GeneratedNames(Sample.registry, options: RenderOptions()))
    }

    @Test("an attribute: where it is, what it is, who uses it and what they change")
    func attribute() {
        #expect(
            explainer.explain("http.request.method") == """
                http.request.method (attribute)
                  defined in model/http.yaml:3:5
                  Swift      Attributes.HTTP.Request.method: AttributeKey<HTTPRequestMethod>, in HTTP+Attributes.swift
                  type       enum
                  members    get = GET
                             old = OLD (deprecated)
                  stability  stable
                  brief      The method.
                  note       First line.

                             Third line.
                  used by (3)
                    metric.http.duration (metric): required
                    span.http.server (span): conditionally_required, sampling relevant
                    registry.http (attribute group): recommended; own brief
                  new name of (1)
                    http.method

                """
        )
    }

    @Test("a span: its attributes, and what refines it")
    func span() {
        #expect(
            explainer.explain("span.http.server") == """
                span.http.server (span)
                  defined in model/signals.yaml:9:7
                  Swift      Spans.HTTP.server: SpanDescriptor, in HTTP+Spans.swift
                  span kind  server
                  naming     {method}
                  events     exception
                  stability  stable
                  attributes (1)
                    http.request.method: conditionally_required, sampling relevant
                  refined by (1)
                    span.refined

                """
        )
    }

    @Test(
        "a definition is found by its id, its name on the wire and its generated name",
        arguments: [
            ("metric.http.duration", ["metric.http.duration (metric)"]),
            ("http.duration", ["metric.http.duration (metric)", "metric.http.duration.other (metric)"]),
            ("refined", ["refined (metric refinement)", "span.refined (span refinement)"]),
            ("http.server", ["span.http.server (span)"]),
            ("exception", ["event.exception (event)"]),
            ("service", ["entity.service (entity)"]),
            ("registry.http", ["registry.http (attribute group)"]),
            ("scope", ["scope (other group)"]),
            ("Metrics.HTTP.duration", ["metric.http.duration (metric)"]),
            ("ViewPresets.HTTP.duration", ["metric.http.duration (metric)"]),
            ("Attributes.HTTP.Request.method", ["http.request.method (attribute)"]),
        ]
    )
    func found(id: String, titles: [String]) {
        let lines = explainer.explain(id).split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(lines.map(String.init) == titles)
    }

    @Test("an entity knows who is associated with it, however deep in a choice")
    func entity() {
        let text = explainer.explain("service")
        #expect(text.contains("  associated with (1)\n    span.http.server (span)\n"))
        #expect(text.contains("    http.method: required, identifying\n"))
    }

    @Test("what the settings leave out has its name all the same, and what waits behind a trait says so")
    func selection() {
        var options = RenderOptions()
        options.stability = .all
        options.gate = "Unstable"
        options.namespaces.exclude = ["http.response"]
        let names = GeneratedNames(Sample.registry, options: options)
        let explainer = Explainer(Sample.registry, names: names)
        #expect(explainer.explain("http.request.header").contains(" (with the trait Unstable)\n"))
        #expect(explainer.explain("http.response.status_code").contains(" (left out by the settings)\n"))
        let stable = explainer.explain("http.request.method")
        #expect(stable.contains("in HTTP+Attributes.swift\n"))
    }

    @Test("a deprecated definition says what to use")
    func deprecated() {
        let text = explainer.explain("http.method")
        #expect(text.contains("  deprecated renamed to http.request.method: Use the new one.\n"))
    }

    @Test(
        "what is not there is told with what may have been meant",
        arguments: [
            ("http.request.methd", "did you mean 'http.request.method'?"),
            ("http.request", "'http.request' is a namespace; in it are http.request.header, http.request.method"),
            ("status_code", "like it are http.response.status_code"),
            ("completely.different.thing", nil),
        ]
    )
    func unknown(id: String, help: String?) {
        #expect(explainer.explain(id).isEmpty)
        let diagnostic = explainer.unknown(id)
        #expect(diagnostic.rule == .unknownID)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message == "the registry has nothing called '\(id)'")
        #expect(diagnostic.help == help)
    }
}
