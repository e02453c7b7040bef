internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine
internal import SemConvYAML

extension DeclarationTables {
    /// View presets, each of which stands where its metric does in the registry.
    static let preset = ViewTable<DeclarationView, SwiftViews>(
        name: "view preset declaration",
        fields: [
            .init("name", "The member's name, in backticks where Swift needs them.") { view, swift in
                .string(view.name(swift.plan).declaration)
            },
            .init("full_name", "The whole name, such as `ViewPresets.HTTP.serverRequestDuration`.") { view, swift in
                .string(view.name(swift.plan).path)
            },
            .init("doc", "The documentation comment, with four blanks before each line.") { view, swift, output in
                view.writeComment(swift.plan, to: &output)
                return true
            },
            .init("id", "The name on the wire of the instrument, escaped.") { view, swift in
                .string(SwiftLiteral.escaped(swift.plan.registry.metrics[view.place].name))
            },
            .init("metric", "The descriptor that the stream follows, such as `Metrics.HTTP.Server.Request.duration`.") {
                view,
                swift,
                output in
                guard let target = view.presetTarget(swift.plan) else { return false }
                output.append(utf8: target.scope)
                output.append(UInt8(ascii: "."))
                output.append(utf8: target.member)
                return true
            },
            .init("renames", "Whether it gives a former metric its new name.") { view, swift in
                .bool(view.isDeprecated(swift.plan))
            },
            .init("definition", "The metric, as the registry has it.") { view, swift in view.definition(swift.views) },
        ]
    )
}

extension DeclarationView {
    /// The metric that the stream of a view preset follows: its own, or the one that took its place.
    fileprivate func presetTarget(_ plan: ModulePlan) -> SwiftName? {
        let target = deprecation(plan)?.renamedTo ?? plan.registry.metrics[place].name
        return plan.metrics.generated(target)?.name
            ?? plan.metrics.generated(plan.registry.metrics[place].header.id)?.name
    }
}
