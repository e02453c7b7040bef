internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// A view preset as templates see it.
struct SwiftPresetView {
    let plan: ModulePlan
    /// Its place in the plan of view presets.
    let entry: Int
    let metric: Metric

    init(plan: ModulePlan, entry: Int) {
        self.plan = plan
        self.entry = entry
        metric = plan.registry.metrics[plan.viewPresets.entries[entry].place]
    }

    /// Whether it gives a former metric its new name.
    var renames: Bool { metric.header.deprecated != nil }
    var name: SwiftName? { plan.viewPresets.table.names[entry] }

    /// The metric that the stream follows: its own, or the one that took its place.
    private var target: SwiftName? {
        let key = metric.header.deprecated?.renamedTo ?? metric.name
        return plan.metrics.generated(key)?.name ?? plan.metrics.generated(metric.header.id)?.name
    }

    static let table = ViewTable<SwiftPresetView>(
        name: "view preset declaration",
        fields: [
            .init("name", "The member's name, in backticks where Swift needs them.") { view, _ in
                TemplateValue(view.name?.declaration)
            },
            .init("full_name", "The whole name, such as `ViewPresets.HTTP.serverRequestDuration`.") { view, _ in
                TemplateValue(view.name?.path)
            },
            .init("doc", "The documentation comment, with four blanks before each line.") { view, _ in
                .string(view.plan.documentation.presetComment(view.metric))
            },
            .init("id", "The name on the wire of the instrument, escaped.") { view, _ in
                .string(SwiftLiteral.escaped(view.metric.name))
            },
            .init("metric", "The descriptor that the stream follows, such as `Metrics.HTTP.Server.Request.duration`.") {
                view,
                _ in TemplateValue(view.target?.path)
            },
            .init("renames", "Whether it gives a former metric its new name.") { view, _ in .bool(view.renames) },
            .init("definition", "The metric, as the registry has it.") { view, views in view.metric.object(views) },
        ]
    )
}
