/// The queries that a pack can ask.
enum QueryName: String, Hashable, Sendable, CaseIterable {
    /// The registry as one object.
    case registry = "."

    // Under weaver's names, and as its own queries answer.
    case attributes = "semconv_attributes"
    case groupedAttributes = "semconv_grouped_attributes"
    case metrics = "semconv_metrics"
    case groupedMetrics = "semconv_grouped_metrics"
    case spans = "semconv_spans"
    case groupedSpans = "semconv_grouped_spans"
    case events = "semconv_events"
    case groupedEvents = "semconv_grouped_events"
    case entities = "semconv_entities"
    case groupedEntities = "semconv_grouped_entities"

    // For Swift: what goes into one file, chosen and named by the generator.
    case swiftModule = "swift_module"
    case swiftAttributeFiles = "swift_attribute_files"
    case swiftEnumFiles = "swift_enum_files"
    case swiftMetricFiles = "swift_metric_files"
    case swiftSpanFiles = "swift_span_files"
    case swiftEventFiles = "swift_event_files"
    case swiftEntityFiles = "swift_entity_files"
    case swiftViewPresetFiles = "swift_view_preset_files"

    /// Whether the answer is a list, which `application_mode: each` needs.
    var isList: Bool {
        switch self {
        case .registry, .swiftModule: false
        default: true
        }
    }

    /// Whether the options of weaver's queries apply. The others follow the options of the run.
    var takesOptions: Bool { rawValue.hasPrefix("semconv_") }

    /// Whether the answer knows Swift.
    var isSwift: Bool { rawValue.hasPrefix("swift_") }
}
