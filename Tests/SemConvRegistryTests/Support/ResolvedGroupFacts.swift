import Foundation
import SemConvDefinitions
import SemConvRegistry
import Testing

/// A group and its attributes in plain words, out of our registry or out of the reference tool's JSON.
struct ResolvedGroupFacts {
    /// What is said of the group, by name.
    var properties: [String: String] = [:]
    /// What is said of each attribute, by its id and name.
    var uses: [String: [String: String]] = [:]

    func differences(from expected: ResolvedGroupFacts, in id: String) -> [String] {
        var result = Self.differences(properties, expected.properties, in: id)
        for name in Set(uses.keys).union(expected.uses.keys) {
            guard let use = uses[name], let wanted = expected.uses[name] else {
                result.append("\(id)/\(name): \(uses[name] == nil ? "missing" : "surplus")")
                continue
            }
            result += Self.differences(use, wanted, in: "\(id)/\(name)")
        }
        return result
    }

    private static func differences(_ one: [String: String], _ other: [String: String], in place: String) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.map {
            "\(place)/\($0): \(one[$0] ?? "nothing") in place of \(other[$0] ?? "nothing")"
        }
    }

    // MARK: - Ours

    static func all(of registry: Registry) -> [String: ResolvedGroupFacts] {
        var all: [String: ResolvedGroupFacts] = [:]
        func add(_ header: SignalHeader, _ type: String, _ more: [String: String?] = [:]) {
            var facts = ResolvedGroupFacts()
            facts.properties = more.compactMapValues(\.self)
            facts.properties["type"] = type
            facts.set(\.properties, brief: header.brief, note: header.note, stability: header.stability)
            for use in header.attributes { facts.uses[use.id] = Self.use(use) }
            all[header.id] = facts
        }
        for metric in registry.metrics + registry.metricRefinements {
            add(
                metric.header,
                "metric",
                ["metric_name": metric.name, "instrument": metric.instrument.rawValue, "unit": metric.unit]
            )
        }
        for span in registry.spans { add(span.header, "span", ["span_kind": span.kind?.rawValue]) }
        for event in registry.events { add(event.header, "event", ["name": event.name]) }
        for entity in registry.entities { add(entity.header, "entity", ["name": entity.hasName ? entity.name : nil]) }
        for group in registry.attributeGroups { add(group.header, "attribute_group") }
        for group in registry.otherGroups { add(group.header, group.type) }
        return all
    }

    private static func use(_ use: AttributeUse) -> [String: String] {
        var facts = ResolvedGroupFacts()
        facts.set(\.properties, brief: use.brief, note: use.note, stability: use.stability)
        facts.properties["type"] = text(use.type)
        if !use.examples.isEmpty { facts.properties["examples"] = use.examples.map(text).joined(separator: ", ") }
        facts.properties["requirement_level"] =
            use.requirementLevel.kind.rawValue
            + (use.requirementLevel.text.isEmpty ? "" : ": \(trimmed(use.requirementLevel.text))")
        facts.properties["role"] = use.role?.rawValue
        facts.properties["deprecated"] = use.deprecated.map { "\($0.reason) \($0.renamedTo ?? "")" }
        if !use.annotations.isEmpty { facts.properties["annotations"] = text(.map(use.annotations.entries)) }
        return facts.properties
    }

    private mutating func set(
        _ path: WritableKeyPath<ResolvedGroupFacts, [String: String]>,
        brief: String,
        note: String,
        stability: Stability?
    ) {
        self[keyPath: path]["brief"] = Self.trimmed(brief)
        if !note.isEmpty { self[keyPath: path]["note"] = Self.trimmed(note) }
        self[keyPath: path]["stability"] = stability?.rawValue
    }

    private static func text(_ type: AttributeType) -> String {
        guard case .enumeration(let enumeration) = type else { return type.spelling }
        return "enum " + enumeration.members.map { "\($0.id)=\(text($0.value))" }.joined(separator: " ")
    }

    private static func text(_ value: EnumMember.Value) -> String {
        switch value {
        case .string(let text): text
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .boolean(let value): "\(value)"
        }
    }

    private static func text(_ value: FreeValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): trimmed(text)
        case .list(let list): "[\(list.map(text).joined(separator: ", "))]"
        case .map(let entries):
            "{\(entries.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
        }
    }

    // MARK: - The reference tool's

    static func all(
        ofRegistry registry: [String: Any],
        catalog: [[String: Any]],
        withoutPrefix prefix: String
    ) throws -> [String: ResolvedGroupFacts] {
        var all: [String: ResolvedGroupFacts] = [:]
        for group in try #require(registry["groups"] as? [[String: Any]]) {
            var facts = ResolvedGroupFacts()
            for key in ["type", "metric_name", "instrument", "unit", "span_kind", "name", "brief", "note", "stability"]
            {
                facts.properties[key] = (group[key] as? String).map(trimmed)
            }
            for index in group["attributes"] as? [Int] ?? [] {
                let attribute = catalog[index]
                facts.uses[try #require(attribute["name"] as? String)] = try use(attribute)
            }
            // Spans have no name; the tool gives those of the second format their type for one.
            if facts.properties["type"] == "span" { facts.properties["name"] = nil }
            if facts.properties["brief"] == "<synthetic v2>" { facts.properties["brief"] = "" }
            let id = try #require(group["id"] as? String)
            all[id.hasPrefix(prefix) ? "registry." + id.dropFirst(prefix.count) : id] = facts
        }
        return all
    }

    private static func use(_ attribute: [String: Any]) throws -> [String: String] {
        var facts: [String: String] = [:]
        for key in ["brief", "note", "stability", "role"] { facts[key] = (attribute[key] as? String).map(trimmed) }
        if facts["note"] == "" { facts["note"] = nil }
        if let type = attribute["type"] as? [String: Any] {
            let members = try #require(type["members"] as? [[String: Any]])
            facts["type"] =
                "enum " + members.map { "\($0["id"] ?? "")=\(text($0["value"] ?? ""))" }.joined(separator: " ")
        } else {
            facts["type"] = attribute["type"] as? String
        }
        if let examples = attribute["examples"] {
            facts["examples"] = (examples as? [Any])?.map(text).joined(separator: ", ") ?? text(examples)
        }
        if let level = attribute["requirement_level"] as? [String: String], let (kind, condition) = level.first {
            facts["requirement_level"] = kind + (condition.isEmpty ? "" : ": \(trimmed(condition))")
        } else {
            facts["requirement_level"] = attribute["requirement_level"] as? String
        }
        if let deprecated = attribute["deprecated"] as? [String: Any] {
            facts["deprecated"] = "\(deprecated["reason"] ?? "") \(deprecated["renamed_to"] ?? "")"
        }
        if let annotations = attribute["annotations"] as? [String: Any], !annotations.isEmpty {
            facts["annotations"] = text(annotations)
        }
        return facts
    }

    private static func text(_ value: Any) -> String {
        switch value {
        case let number as NSNumber: json(number)
        case let string as String: trimmed(string)
        case let list as [Any]: "[\(list.map(text).joined(separator: ", "))]"
        case let map as [String: Any]:
            "{\(map.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
        default: "null"
        }
    }

    /// Truth values come out of Foundation as numbers, and only as JSON again do they show what they are.
    private static func json(_ number: NSNumber) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: [number])) ?? Data()
        let text = String(decoding: data.dropFirst().dropLast(), as: UTF8.self)
        return text == "true" || text == "false" ? text : "\(number)"
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .newlines)
    }
}
