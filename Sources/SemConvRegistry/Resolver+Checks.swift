internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// What has to be, or should be, unique in a registry.
    mutating func checkUniqueness() {
        guard mayCollide() else { return }
        var metrics: [String: SourceLocation] = [:]
        var names: [String: SourceLocation] = [:]
        var signals: [String: (id: String, location: SourceLocation)] = [:]
        for index in definitions.indices where !definitions[index].isRefinement {
            let definition = definitions[index]
            switch definition.kind {
            case .metric:
                guard let name = definition.metricName else { continue }
                unique(name, .duplicateMetric, "the metric name", definition, &metrics)
            case .event, .entity:
                if let name = definition.name {
                    unique(
                        "\(definition.kind.rawValue).\(name)",
                        .duplicateName,
                        "the \(definition.kind.rawValue) name",
                        definition,
                        &names
                    )
                }
            default: break
            }
            checkCollision(of: definition, &signals)
        }
    }

    /// Whether two signals might share a name or an id.
    ///
    /// Nearly every id is the kind's prefix and the name, and ids have been compared already: only what departs from
    /// that has to be looked up.
    private func mayCollide() -> Bool {
        if hasRepeatedIDs { return true }
        var departures: [String: Int] = [:]
        for index in definitions.indices {
            let definition = definitions[index]
            let prefix = definition.kind.idPrefix
            if prefix.isEmpty || definition.isRefinement { continue }
            let id = definition.id
            let hasPrefix = id.hasPrefix(prefix)
            let name =
                definition.kind == .metric ? definition.metricName : definition.kind == .span ? nil : definition.name
            if hasPrefix, name.map({ id.utf8.count == prefix.utf8.count + $0.utf8.count && id.hasSuffix($0) }) ?? true {
                continue
            }
            for form in [hasPrefix ? id : prefix + id, name.map { prefix + $0 }] {
                guard let form else { continue }
                if let other = groupIndex[form] ?? departures[form], other != index { return true }
                departures[form] = index
            }
        }
        return false
    }

    private mutating func unique(
        _ name: String,
        _ rule: RuleID,
        _ what: String,
        _ definition: GroupDefinition,
        _ seen: inout [String: SourceLocation]
    ) {
        guard let first = seen[name] else {
            seen[name] = definition.location
            return
        }
        diagnostics.report(
            Diagnostic(
                .warning,
                rule,
                "\(what) '\(definition.metricName ?? definition.name ?? name)' is taken",
                at: definition.location,
                subject: definition.id,
                help: "rename one of the two",
                notes: [.init("first used here", at: first)]
            )
        )
    }

    /// Two ids that differ by the kind's prefix alone become one in `definition/2`.
    private mutating func checkCollision(
        of definition: GroupDefinition,
        _ seen: inout [String: (id: String, location: SourceLocation)]
    ) {
        if definition.kind.idPrefix.isEmpty { return }
        let key =
            definition.id.hasPrefix(definition.kind.idPrefix) ? definition.id : definition.kind.idPrefix + definition.id
        guard let first = seen[key] else {
            seen[key] = (definition.id, definition.location)
            return
        }
        if first.id == definition.id { return }
        diagnostics.report(
            Diagnostic(
                .warning,
                .collidingSignal,
                "'\(definition.id)' and '\(first.id)' are one id without the kind's prefix",
                at: definition.location,
                subject: definition.id,
                help: "rename one of the two",
                notes: [.init("the other is here", at: first.location)]
            )
        )
    }
}
