internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// A list of view presets as one value of the generated code.
struct SwiftPresetSetView {
    let set: ViewPresetSet
    let comment: String
    /// The names of the presets, after a period.
    let members: [String]
    /// Whether the members are lists themselves.
    var joins = false

    static let table = ViewTable<SwiftPresetSetView>(
        name: "set of view presets",
        fields: [
            .init("name", "The name of the list, such as `all`.") { view, _ in .string(view.set.rawValue) },
            .init("doc", "The documentation comment, on one line.") { view, _ in .string("/// " + view.comment) },
            .init("members", "The names of the presets or lists in it, to be written after a period.") { view, _ in
                .list(view.members.map { .string($0) })
            },
            .init("joins", "Whether the members are lists, of which this one is made.") { view, _ in .bool(view.joins)
            },
        ]
    )

    /// The sets of a root namespace in a file of presets.
    static func sets(of scope: SwiftScopeView, _ views: Views) -> [SwiftPresetSetView] {
        guard scope.file.kind == .viewPreset, !scope.file.isRoot, !scope.scope.members.isEmpty, let swift = views.swift
        else { return [] }
        let presets = scope.scope.members.map { SwiftPresetView(plan: swift.plan, entry: $0) }
        let current = presets.filter { !$0.renames }.compactMap(\.name?.member)
        let renamed = presets.filter(\.renames).compactMap(\.name?.member)
        let isGated = scope.file.isGated
        return [
            SwiftPresetSetView(
                set: isGated ? .unstable : .all,
                comment: isGated
                    ? "The presets of this namespace whose metrics may still change."
                    : "The presets of this namespace.",
                members: current
            ),
            SwiftPresetSetView(
                set: isGated ? .unstableRenamed : .renamed,
                comment: "The presets that give a metric of this namespace its new name.",
                members: renamed
            ),
        ].filter { !$0.members.isEmpty }
    }

    /// The sets over all namespaces.
    static func rootSets(_ plan: ModulePlan) -> [SwiftPresetSetView] {
        let presets = plan.viewPresets
        let root = presets.table.root
        let current = { (namespace: SwiftNamespace) in
            namespace.members.filter {
                presets.entries[$0].state == .open && plan.registry.metrics[presets.entries[$0].place].isCurrent
            }
        }
        let stable = ([root] + root.namespaces).flatMap(current).filter {
            plan.registry.metrics[presets.entries[$0].place].header.stability == .stable
        }
        var all = SwiftPresetSetView(
            set: .all,
            comment: "The presets of all namespaces.",
            members: root.namespaces.filter { !current($0).isEmpty }.map { "\($0.name).\(ViewPresetSet.all.rawValue)" }
        )
        all.joins = true
        return [
            SwiftPresetSetView(
                set: .stable,
                comment: "The presets of all namespaces whose metrics are stable.",
                members: stable.compactMap { place in
                    presets.table.names[place].flatMap { $0.path(inside: root.path) }
                }
            ),
            all,
        ].filter { !$0.members.isEmpty }
    }
}

extension Metric {
    fileprivate var isCurrent: Bool { header.deprecated == nil }
}
