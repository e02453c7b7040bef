/// What part a span plays in a trace (OpenTelemetry specification, "SpanKind").
@frozen
public enum SpanKind: Hashable, Sendable, CaseIterable {
    /// Work inside an application.
    case `internal`
    /// The handling of a request from elsewhere.
    case server
    /// A request to elsewhere, while the caller waits.
    case client
    /// The sending of a message that is handled later.
    case producer
    /// The handling of a message that was sent earlier.
    case consumer
}
