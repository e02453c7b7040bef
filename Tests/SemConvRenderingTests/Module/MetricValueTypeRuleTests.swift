import SemConvDefinitions
import SemConvRegistry
import Testing

@testable import SemConvRendering

@Suite("The value type of metrics")
struct MetricValueTypeRuleTests {
    @Test(
        "without an annotation, what counts is whole and what measures is not",
        arguments: [
            (Instrument.counter, "{request}", AttributeType.Primitive.int), (.counter, "By", .int),
            (.counter, "1", .int),
            (.counter, "s", .double), (.counter, "J", .double), (.upDownCounter, "{connection}", .int),
            (.upDownCounter, "By", .int), (.upDownCounter, "%", .double), (.gauge, "{cpu}", .double),
            (.gauge, "1", .double),
            (.gauge, "By", .int), (.histogram, "s", .double), (.histogram, "By", .int), (.histogram, "{row}", .double),
        ]
    )
    func inference(instrument: Instrument, unit: String, expected: AttributeType.Primitive) {
        #expect(MetricValueTypeRule.infer(instrument: instrument, unit: unit) == expected)
    }

    @Test("the annotation comes first")
    func annotation() throws {
        let registry = try SampleRegistry.load(
            """
            groups:
              - id: metric.a.whole
                type: metric
                metric_name: a.whole
                brief: A.
                instrument: histogram
                unit: s
                stability: stable
                annotations: {code_generation: {metric_value_type: int}}
              - id: metric.a.other
                type: metric
                metric_name: a.other
                brief: A.
                instrument: counter
                unit: "{item}"
                stability: stable
                annotations: {code_generation: {metric_value_type: whatever}}
            """
        )
        let rules = registry.metrics.map { MetricValueTypeRule($0) }
        #expect(rules.map(\.type) == [.int, .int])
        #expect(rules.map(\.isInferred) == [true, false])
    }
}
