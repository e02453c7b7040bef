import Foundation

/// The facts of OpenTelemetry, from an expected resolution.
struct ExpectedFacts {
    private let kinds: [String: [String: [String: Any]]]

    init(_ file: URL) throws {
        kinds = try Loading.object(file).compactMapValues { $0 as? [String: [String: Any]] }
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
