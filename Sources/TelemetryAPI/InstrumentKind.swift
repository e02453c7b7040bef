/// The kind of instrument that records a metric (OpenTelemetry specification, "Instrument").
///
/// Conventions name the four synchronous kinds; a metric may be recorded by the observable twin just as well.
@frozen
public struct InstrumentKind: Hashable, Sendable {
    @usableFromInline
    enum Kind: UInt8, Sendable {
        case counter
        case upDownCounter
        case gauge
        case histogram
    }

    @usableFromInline
    let kind: Kind

    @inlinable
    init(_ kind: Kind) {
        self.kind = kind
    }

    /// A sum that only grows.
    @inlinable
    public static var counter: InstrumentKind { .init(.counter) }

    /// A sum that grows and shrinks.
    @inlinable
    public static var upDownCounter: InstrumentKind { .init(.upDownCounter) }

    /// A value whose sum over series means nothing, such as a temperature.
    @inlinable
    public static var gauge: InstrumentKind { .init(.gauge) }

    /// Values of which the distribution is of interest.
    @inlinable
    public static var histogram: InstrumentKind { .init(.histogram) }
}

extension InstrumentKind: CustomStringConvertible {
    /// The spelling of a registry, such as `updowncounter`.
    public var description: String {
        switch kind {
        case .counter: "counter"
        case .upDownCounter: "updowncounter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }
}

/// The type of the numbers that an instrument records.
@frozen
public enum MetricValueType: Hashable, Sendable, CaseIterable {
    /// Whole numbers of 64 bits.
    case int
    /// IEEE 754 numbers of 64 bits.
    case double
}
