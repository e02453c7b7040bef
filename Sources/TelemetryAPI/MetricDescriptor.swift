/// What a convention says of a metric: all that is needed to make an instrument for it.
public struct MetricDescriptor: Hashable, Sendable {
    /// The metric's name, such as `http.server.request.duration`.
    public var name: String
    /// The kind of instrument that records it.
    public var instrument: InstrumentKind
    /// The unit in UCUM, such as `s`, `By` or `{request}`.
    public var unit: String
    /// What it measures, in a sentence; an instrument's description.
    public var brief: String
    /// The type of its numbers.
    public var valueType: MetricValueType
    /// How firm the convention is.
    public var stability: Stability
    /// The attributes of its measurements.
    public var attributes: AttributeUsageList
    /// The upper bounds that the convention advises for the buckets of a histogram; empty where it advises none.
    public var boundaries: [Double]

    /// Makes a descriptor.
    public init(
        name: String,
        instrument: InstrumentKind,
        unit: String,
        brief: String = "",
        valueType: MetricValueType,
        stability: Stability = .development,
        attributes: AttributeUsageList = [],
        boundaries: [Double] = []
    ) {
        self.name = name
        self.instrument = instrument
        self.unit = unit
        self.brief = brief
        self.valueType = valueType
        self.stability = stability
        self.attributes = attributes
        self.boundaries = boundaries
    }
}
