internal import SemConvDefinitions
internal import SemConvRegistry

/// How much a registry has of what.
struct RegistryStatistics {
    /// The counts of one kind of definition.
    struct Row: Hashable, Sendable {
        let noun: String
        /// The name in JSON.
        let key: String
        var total = 0
        var deprecated = 0
        /// By the spelling of the stability; `none` where a definition has none.
        var stabilities: [String: Int] = [:]

        init(_ noun: String, _ key: String) {
            self.noun = noun
            self.key = key
        }

        mutating func count(_ stability: Stability?, _ deprecation: Deprecation?) {
            total += 1
            if deprecation != nil { deprecated += 1 }
            stabilities[stability?.rawValue ?? RegistryStatistics.noStability, default: 0] += 1
        }
    }

    /// A count of something that definitions have, such as types.
    struct Table: Hashable, Sendable {
        let label: String
        let key: String
        var counts: [String: Int] = [:]

        init(_ label: String, _ key: String) {
            self.label = label
            self.key = key
        }

        mutating func count(_ value: String) {
            counts[value, default: 0] += 1
        }

        /// The most frequent first; of equals the first in the alphabet.
        var sorted: [(value: String, count: Int)] {
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        }
    }

    static let noStability = "none"
    /// The columns, from firm to loose.
    static let stabilities =
        Stability.allCases.sorted { ($1.rank, $0.rawValue) < ($0.rank, $1.rawValue) }.map(\.rawValue) + [noStability]

    let schemaURL: String?
    private(set) var rows: [Row] = []
    private(set) var tables: [Table] = []

    init(_ registry: Registry) {
        schemaURL = registry.schemaURL
        countAttributes(registry)
        countSignals(registry)
    }

    private mutating func countAttributes(_ registry: Registry) {
        var attributes = Row("attribute", "attributes")
        var members = Row("enum member", "enum_members")
        var types = Table("attribute types", "attribute_types")
        var namespaces = Table("root namespaces of attributes", "root_namespaces")
        for attribute in registry.attributes {
            attributes.count(attribute.stability, attribute.deprecated)
            types.count(attribute.type.spelling)
            namespaces.count(String(attribute.id.prefix { $0 != "." }))
            guard case .enumeration(let enumeration) = attribute.type else { continue }
            for member in enumeration.members { members.count(member.stability, member.deprecated) }
        }
        rows += [attributes, members]
        tables += [types, namespaces]
    }

    private mutating func countSignals(_ registry: Registry) {
        rows.append(row("metric", "metrics", registry.metrics.map(\.header)))
        rows.append(row("metric refinement", "metric_refinements", registry.metricRefinements.map(\.header)))
        let spans = registry.spans
        rows.append(row("span", "spans", spans.filter { $0.refines == nil }.map(\.header)))
        rows.append(row("span refinement", "span_refinements", spans.filter { $0.refines != nil }.map(\.header)))
        rows.append(row("event", "events", registry.events.map(\.header)))
        rows.append(row("entity", "entities", registry.entities.map(\.header)))
        rows.append(row("attribute group", "attribute_groups", registry.attributeGroups.map(\.header)))
        rows.append(row("other group", "other_groups", registry.otherGroups.map(\.header)))
        var instruments = Table("instruments of metrics", "instruments")
        for metric in registry.metrics { instruments.count(metric.instrument.rawValue) }
        var kinds = Table("kinds of spans", "span_kinds")
        for span in spans { kinds.count(span.kind?.rawValue ?? Self.noStability) }
        tables += [instruments, kinds]
    }

    private func row(_ noun: String, _ key: String, _ headers: [SignalHeader]) -> Row {
        var row = Row(noun, key)
        for header in headers { row.count(header.stability, header.deprecated) }
        return row
    }

    // MARK: Results

    /// The kinds that there are any of, in one line.
    var sentence: String {
        let parts = rows.filter { $0.total > 0 }.map { String(describing: Count($0.total, $0.noun)) }
        return parts.isEmpty ? "nothing is defined" : parts.joined(separator: ", ")
    }

    /// For programs.
    var value: FreeValue {
        var map = MapBuilder()
        map.add("schema_url", schemaURL)
        for row in rows {
            var entry = MapBuilder()
            entry.add("total", .int(row.total))
            entry.add("deprecated", .int(row.deprecated))
            let stabilities = Self.stabilities.compactMap { name in
                row.stabilities[name].map { FreeValue.Entry(key: name, value: .int($0)) }
            }
            entry.add("stability", .map(stabilities))
            map.add(row.key, entry.value)
        }
        for table in tables {
            map.add(table.key, .map(table.sorted.map { FreeValue.Entry(key: $0.value, value: .int($0.count)) }))
        }
        return map.value
    }
}
