/// How to shape the stream of a metric so that it fits a convention, as plain data that a view can be made from
/// (OpenTelemetry specification, "View").
///
/// The first three properties select an instrument, all of them at once; the others configure its stream, and what is
/// `nil` stays as it would be without a view. A preset can be changed before it is used:
///
/// ```swift
/// let preset = ViewPresets.HTTP.serverRequestDuration.keeping(.required)
/// ```
public struct ViewPreset: Hashable, Sendable {
    /// Which of the attributes of a metric a stream keeps.
    @frozen
    public enum AttributeSelection: Hashable, Sendable, CaseIterable {
        /// The required and the conditionally required ones: the fewest series that follow the convention.
        case required
        /// These and the recommended ones: what the convention has by default.
        case recommended
        /// Every attribute that the convention names, the opt-in ones too.
        case all
    }

    /// The name of the instrument.
    public var instrumentName: String
    /// The kind of the instrument; `nil` takes any.
    public var instrumentKind: InstrumentKind?
    /// The unit of the instrument; `nil` takes any.
    public var unit: String?

    /// The name of the stream; `nil` keeps the instrument's.
    public var streamName: String?
    /// The description of the stream; `nil` keeps the instrument's.
    public var streamDescription: String?
    /// The only attributes that the stream keeps; `nil` keeps what the instrument advises.
    public var allowedAttributes: [String]?
    /// The upper bounds of the buckets of a histogram; `nil` keeps the instrument's.
    public var boundaries: [Double]?

    /// The attributes that the convention names, from which ``keeping(_:)`` chooses.
    public var attributes: AttributeUsageList

    /// Makes a preset.
    public init(
        instrumentName: String,
        instrumentKind: InstrumentKind? = nil,
        unit: String? = nil,
        streamName: String? = nil,
        streamDescription: String? = nil,
        allowedAttributes: [String]? = nil,
        boundaries: [Double]? = nil,
        attributes: AttributeUsageList = []
    ) {
        self.instrumentName = instrumentName
        self.instrumentKind = instrumentKind
        self.unit = unit
        self.streamName = streamName
        self.streamDescription = streamDescription
        self.allowedAttributes = allowedAttributes
        self.boundaries = boundaries
        self.attributes = attributes
    }

    /// The preset of a metric: it keeps the attributes that the convention has by default, and its boundaries.
    public init(_ metric: MetricDescriptor) {
        self.init(
            instrumentName: metric.name,
            instrumentKind: metric.instrument,
            unit: metric.unit,
            boundaries: metric.boundaries.isEmpty ? nil : metric.boundaries,
            attributes: metric.attributes
        )
        self = keeping(.recommended)
    }

    /// The preset that gives the stream of an instrument with a former name the name of `metric`.
    ///
    /// Only for metrics that measure the same in the same unit: a view renames, it does not convert.
    ///
    /// - Parameters:
    ///   - formerName: the name under which the instrument records.
    ///   - metric: the metric that took its place.
    public init(renaming formerName: String, to metric: MetricDescriptor) {
        self.init(metric)
        instrumentName = formerName
        streamName = metric.name
        streamDescription = metric.brief.isEmpty ? nil : metric.brief
        // The former metric may have had other attributes, and dropping them would lose data.
        allowedAttributes = nil
    }

    /// The preset with another choice of attributes.
    public func keeping(_ selection: AttributeSelection) -> ViewPreset {
        var preset = self
        switch selection {
        case .required: preset.allowedAttributes = attributes.names(through: .conditionallyRequired)
        case .recommended: preset.allowedAttributes = attributes.names(through: .recommended)
        case .all: preset.allowedAttributes = attributes.names(through: .optIn)
        }
        return preset
    }
}
