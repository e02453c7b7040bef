/// The names of the enums that hold all generated declarations of one kind.
///
/// A user who generates a module of their own beside `SemanticConventions` chooses others, so that both can be
/// imported into one file: `AcmeAttributes.Order.id` beside `Attributes.HTTP.Request.method`.
package struct RootNames: Hashable, Sendable {
    package var attributes = "Attributes"
    package var metrics = "Metrics"
    package var spans = "Spans"
    package var events = "Events"
    package var entities = "Entities"
    package var viewPresets = "ViewPresets"
    /// Holds what concerns the registry as a whole: its schema URL and its version.
    package var registry = "ConventionRegistry"

    package init() {}

    /// Each name with the option that sets it, in the order of the documentation.
    package var all: [(option: String, name: String)] {
        [
            ("attributes", attributes), ("metrics", metrics), ("spans", spans), ("events", events),
            ("entities", entities), ("view_presets", viewPresets), ("registry", registry),
        ]
    }
}
