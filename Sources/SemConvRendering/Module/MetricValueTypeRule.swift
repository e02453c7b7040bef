internal import SemConvDefinitions
internal import SemConvRegistry

/// Decides whether a metric records integers or floating point numbers.
///
/// A registry says so in an annotation, or not at all. Then: bytes (`By`) are whole; so is what a counter or an
/// up-down counter counts, that is, whatever has the unit `1` or an annotation in braces (`{request}`). All else is a
/// floating point number: seconds, ratios, measured quantities, and the mean values that gauges and histograms of
/// counted things may hold.
///
/// On the 515 metrics of OpenTelemetry 1.44 that carry the annotation the rule says the same for 473; the others are
/// mainly gauges that count, where a floating point number loses nothing, and fractions of `{cpu}`.
struct MetricValueTypeRule {
    let type: AttributeType.Primitive
    /// Whether the registry is silent and the rule decided.
    let isInferred: Bool

    init(_ metric: Metric) {
        if let annotated = metric.header.annotations.metricValueType {
            type = annotated
            isInferred = false
        } else {
            type = Self.infer(instrument: metric.instrument, unit: metric.unit)
            isInferred = true
        }
    }

    static func infer(instrument: Instrument, unit: String) -> AttributeType.Primitive {
        if unit == "By" { return .int }
        switch instrument {
        case .counter, .upDownCounter:
            return unit == "1" || (unit.hasPrefix("{") && unit.hasSuffix("}")) ? .int : .double
        case .gauge, .histogram: return .double
        }
    }
}
