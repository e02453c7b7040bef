import Foundation
import SemConvDefinitions
import SemConvRegistry
import SemConvTestSupport

/// The facts of a registry, as sets of lines that can be compared.
struct FactLines {
    private let kinds: [String: [String: [String: Any]]]

    /// - Parameter file: an expected resolution.
    init(_ file: URL) throws {
        kinds = try Loading.object(file).compactMapValues { $0 as? [String: [String: Any]] }
    }

    init(_ registry: Registry) {
        var kinds = RegistryFacts(registry).value.mapValues { $0.compactMapValues { $0 as? [String: Any] } }
        // Internal groups only keep definitions short; they are nobody else's business.
        let shown = Set(registry.attributeGroups.filter { $0.visibility == .public }.map(\.header.id))
        let groups = FactKind.attributeGroups.rawValue
        kinds[groups] = kinds[groups]?.filter { shown.contains($0.key) }
        self.kinds = kinds
    }

    func facts(_ kind: FactKind) -> Facts {
        (kinds[kind.rawValue] ?? [:]).mapValues(Self.lines)
    }

    /// What is stable in the given namespaces.
    func stable(_ kind: FactKind, in namespaces: Set<Substring>) -> [String] {
        (kinds[kind.rawValue] ?? [:]).filter { id, facts in
            facts["stability"] as? String == "stable" && namespaces.contains(kind.rootNamespace(of: id))
        }
        .keys.sorted()
    }

    private static func lines(_ facts: [String: Any]) -> Set<String> {
        var lines: Set<String> = []
        for (key, value) in facts {
            switch key {
            case "members":
                for (index, member) in ((value as? [[Any]]) ?? []).enumerated() where member.count == 2 {
                    lines.insert("member \(index) \(member[0]) \(member[1])")
                }
            case "deprecated":
                guard let deprecated = value as? [String: String] else { continue }
                lines.insert("deprecated \(deprecated["reason"] ?? "") \(deprecated["renamed_to"] ?? "")")
            case "attributes", "roles", "deprecated_members":
                for (id, detail) in (value as? [String: String]) ?? [:] {
                    lines.insert("\(key) \(id) \(detail)")
                }
            case "examples":
                if value as? Bool == true { lines.insert("examples") }
            default:
                lines.insert("\(key) \(value)")
            }
        }
        return lines
    }
}
