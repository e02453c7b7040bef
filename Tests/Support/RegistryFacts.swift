internal import Foundation
internal import SemConvDefinitions
package import SemConvRegistry

/// The facts of a registry as plain JSON values, in the form of the oracle files. Written apart from the exporter of
/// the command, so that the two check each other.
package struct RegistryFacts {
    /// By kind, then by id.
    package let value: [String: [String: Any]]

    package init(_ registry: Registry) {
        value = [
            "attributes": Self.keyed(registry.attributes.map { ($0.id, Self.attribute($0)) }),
            "metrics": Self.metrics(registry.metrics),
            "metric_refinements": Self.keyed(
                registry.metricRefinements.map { metric in
                    var facts = Self.metric(metric)
                    facts["metric"] = metric.name
                    return (metric.header.id, facts)
                }
            ),
            "spans": Self.keyed(
                registry.spans.map { span in
                    var facts = Self.header(span.header)
                    facts["kind"] = span.kind?.rawValue ?? NSNull()
                    return (span.header.id, facts)
                }
            ),
            "events": Self.keyed(
                registry.events.map { event in
                    var facts = Self.header(event.header)
                    facts["name"] = event.name
                    if let body = event.body { facts["body"] = body.type }
                    return (event.header.id, facts)
                }
            ),
            "entities": Self.keyed(
                registry.entities.map { entity in
                    var facts = Self.header(entity.header)
                    facts["name"] = entity.hasName ? entity.name : NSNull()
                    let roles = Self.keyed(
                        entity.header.attributes.compactMap { use in use.role.map { (use.id, $0.rawValue) } }
                    )
                    if !roles.isEmpty { facts["roles"] = roles }
                    return (entity.header.id, facts)
                }
            ),
            "attribute_groups": Self.keyed(registry.attributeGroups.map { ($0.header.id, Self.header($0.header)) }),
            "other_groups": Self.keyed(
                registry.otherGroups.map { group in
                    var facts = Self.header(group.header)
                    facts["type"] = group.type
                    return (group.header.id, facts)
                }
            ),
        ]
    }

    private static func keyed(_ pairs: [(String, Any)]) -> [String: Any] {
        Dictionary(pairs) { first, _ in first }
    }

    private static func header(_ header: SignalHeader) -> [String: Any] {
        var facts: [String: Any] = [
            "stability": header.stability.map(stability) ?? NSNull(),
            "attributes": keyed(header.attributes.map { ($0.id, $0.requirementLevel.kind.rawValue) }),
        ]
        if let deprecated = header.deprecated { facts["deprecated"] = deprecation(deprecated) }
        return facts
    }

    private static func stability(_ stability: Stability) -> String { stability.rawValue }

    private static func deprecation(_ deprecation: Deprecation) -> [String: Any] {
        var facts: [String: Any] = ["reason": deprecation.reason]
        if let target = deprecation.renamedTo { facts["renamed_to"] = target }
        return facts
    }

    private static func metric(_ metric: Metric) -> [String: Any] {
        var facts = header(metric.header)
        facts["instrument"] = metric.instrument.rawValue
        facts["unit"] = metric.unit
        return facts
    }

    private static func metrics(_ metrics: [Metric]) -> [String: Any] {
        var result: [String: Any] = [:]
        for metric in metrics {
            var facts = self.metric(metric)
            if metric.header.id != "metric." + metric.name { facts["id"] = metric.header.id }
            result[result[metric.name] == nil ? metric.name : metric.name + "#" + metric.header.id] = facts
        }
        return result
    }

    private static func attribute(_ attribute: Attribute) -> [String: Any] {
        var facts: [String: Any] = [
            "type": attribute.type.spelling,
            "stability": attribute.stability.map(stability) ?? NSNull(),
            "examples": !attribute.examples.isEmpty,
        ]
        if let deprecated = attribute.deprecated { facts["deprecated"] = deprecation(deprecated) }
        if case .enumeration(let enumeration) = attribute.type {
            facts["members"] = enumeration.members.map { [$0.id, value($0.value)] }
            let deprecated = keyed(
                enumeration.members.compactMap { member in member.deprecated.map { (member.id, $0.reason) } }
            )
            if !deprecated.isEmpty { facts["deprecated_members"] = deprecated }
        }
        return facts
    }

    private static func value(_ value: EnumMember.Value) -> Any {
        switch value {
        case .string(let text): text
        case .int(let number): number
        case .double(let number): number
        case .boolean(let value): value
        }
    }

    // MARK: - Comparison

    /// The places where `expected` says otherwise, as paths with both values.
    package func differences(from expected: Any) -> [String] {
        Self.differences(value, expected, at: "")
    }

    private static func differences(_ actual: Any, _ expected: Any, at path: String) -> [String] {
        if let actual = actual as? [String: Any], let expected = expected as? [String: Any] {
            return Set(actual.keys).union(expected.keys).sorted().flatMap { key -> [String] in
                switch (actual[key], expected[key]) {
                case (let one?, let other?): differences(one, other, at: path + "/" + key)
                case (let one?, nil): ["\(path)/\(key): not expected: \(one)".prefix(200).description]
                case (nil, let other?): ["\(path)/\(key): missing: \(other)".prefix(200).description]
                case (nil, nil): []
                }
            }
        }
        if let actual = actual as? NSObject, let expected = expected as? NSObject, actual == expected { return [] }
        return ["\(path): \(actual) in place of \(expected)".prefix(240).description]
    }
}
