internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// A list of view presets as one value of the generated code.
struct SwiftPresetSetView {
    let set: ViewPresetSet
    let comment: String
    /// The names of the presets, after a period; a list that is made once, since templates ask for it with each member.
    let members: TemplateValue
    /// Whether the members are lists themselves.
    let joins: Bool

    /// - Returns: `nil` for a list of nothing.
    init?(set: ViewPresetSet, comment: String, members: [String], joins: Bool = false) {
        if members.isEmpty { return nil }
        self.set = set
        self.comment = comment
        self.members = .list(members.map { .string($0) })
        self.joins = joins
    }

    static let table = ViewTable<SwiftPresetSetView, SwiftViews>(
        name: "set of view presets",
        fields: [
            .init("name", "The name of the list, such as `all`.") { view, _ in .string(view.set.rawValue) },
            .init("doc", "The documentation comment, on one line.") { view, _ in .string("/// " + view.comment) },
            .init("members", "The names of the presets or lists in it, to be written after a period.") { view, _ in
                view.members
            },
            .init("joins", "Whether the members are lists, of which this one is made.") { view, _ in .bool(view.joins)
            },
        ]
    )

    /// The sets of a root namespace in a file of presets.
    static func sets(of scope: SwiftScopeView, _ plan: ModulePlan) -> [SwiftPresetSetView] {
        guard scope.kind == .viewPreset, !scope.isRoot, !scope.scope.members.isEmpty else { return [] }
        let presets = plan.viewPresets
        var current: [String] = []
        var renamed: [String] = []
        for entry in scope.scope.members {
            guard let member = presets.table.names[entry]?.member else { continue }
            if plan.registry.metrics[presets.entries[entry].place].isCurrent {
                current.append(member)
            } else {
                renamed.append(member)
            }
        }
        let isGated = scope.isGated
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
        ].compactMap { $0 }
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
        return [
            SwiftPresetSetView(
                set: .stable,
                comment: "The presets of all namespaces whose metrics are stable.",
                members: stable.compactMap { place in
                    presets.table.names[place].flatMap { $0.path(inside: root.path) }
                }
            ),
            SwiftPresetSetView(
                set: .all,
                comment: "The presets of all namespaces.",
                members: root.namespaces.filter { !current($0).isEmpty }.map {
                    "\($0.name).\(ViewPresetSet.all.rawValue)"
                },
                joins: true
            ),
        ].compactMap { $0 }
    }
}

extension Metric {
    fileprivate var isCurrent: Bool { header.deprecated == nil }
}
