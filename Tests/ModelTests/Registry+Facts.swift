import SemConvDefinitions
import SemConvRegistry

extension Registry {
    func facts(_ kind: FactKind) -> Facts {
        switch kind {
        case .attributes: Facts(unique: attributes.map { ($0.id, $0.facts) })
        case .metrics: Facts(unique: metrics.map { ($0.name, $0.facts) })
        case .spans: Facts(unique: spans.map { ($0.header.id, $0.facts) })
        case .events: Facts(unique: events.map { ($0.header.id, $0.header.facts.union(["name \($0.name)"])) })
        case .entities: Facts(unique: entities.map { ($0.header.id, $0.facts) })
        case .attributeGroups:
            // Internal groups only keep definitions short; they are nobody else's business.
            Facts(unique: attributeGroups.filter { $0.visibility == .public }.map { ($0.header.id, $0.header.facts) })
        }
    }
}

extension Facts {
    /// A second entry with the same id adds its lines to the first, which then no longer equal the expected ones.
    fileprivate init(unique entries: [(String, Set<String>)]) {
        self.init(entries) { $0.union($1).union(["defined more than once"]) }
    }
}

extension Attribute {
    fileprivate var facts: Set<String> {
        var facts: Set<String> = ["type \(type.spelling)"]
        facts.formUnion(factsOf(stability, deprecated))
        if !examples.isEmpty { facts.insert("examples") }
        guard case .enumeration(let enumeration) = type else { return facts }
        for (index, member) in enumeration.members.enumerated() {
            facts.insert("member \(index) \(member.id) \(member.value.spelling)")
            if let deprecated = member.deprecated {
                facts.insert("deprecated_members \(member.id) \(deprecated.reason)")
            }
        }
        return facts
    }
}

extension EnumMember.Value {
    fileprivate var spelling: String {
        switch self {
        case .string(let value): value
        case .int(let value): String(value)
        case .double(let value): String(value)
        case .boolean(let value): String(value)
        }
    }
}

extension SignalHeader {
    fileprivate var facts: Set<String> {
        factsOf(stability, deprecated)
            .union(attributes.map { "attributes \($0.id) \($0.requirementLevel.kind.rawValue)" })
    }
}

extension Metric {
    fileprivate var facts: Set<String> {
        var facts = header.facts.union(["instrument \(instrument.rawValue)", "unit \(unit)"])
        if header.id != "metric.\(name)" { facts.insert("id \(header.id)") }
        return facts
    }
}

extension Span {
    fileprivate var facts: Set<String> {
        header.facts.union(["kind \(kind?.rawValue ?? "none")"])
    }
}

extension Entity {
    fileprivate var facts: Set<String> {
        let roles = header.attributes.compactMap { use in use.role.map { "roles \(use.id) \($0.rawValue)" } }
        return header.facts.union(["name \(name)"]).union(roles)
    }
}

private func factsOf(_ stability: Stability?, _ deprecated: Deprecation?) -> Set<String> {
    var facts: Set<String> = []
    if let stability { facts.insert("stability \(stability.rawValue)") }
    if let deprecated { facts.insert("deprecated \(deprecated.reason) \(deprecated.renamedTo ?? "")") }
    return facts
}
