import SemConvDefinitions
import SemConvDiagnostics

@testable import SemConvRendering

/// Identifiers, and a Swift source that declares and uses the name of each.
struct NamedModel {
    var attributes: [String]
    var metrics: [String]
    var spans: [String] = []
    var enumerations: [String: [String]]
    private var deprecated: Set<String> = []

    init(attributes: [String] = [], metrics: [String] = [], enumerations: [String: [String]] = [:]) {
        self.attributes = attributes
        self.metrics = metrics
        self.enumerations = enumerations
    }

    /// Takes over what a file of facts names.
    mutating func add(facts: Any) {
        guard let facts = facts as? [String: [String: [String: Any]]] else { return }
        let known = Set(attributes + metrics + spans)
        for (id, attribute) in facts["attributes"] ?? [:] where !known.contains(id) {
            attributes.append(id)
            if attribute["deprecated"] != nil { deprecated.insert(id) }
            enumerations[id] = (attribute["members"] as? [[Any]])?.map { String(describing: $0.first ?? "") }
        }
        metrics += (facts["metrics"] ?? [:]).keys.filter { !known.contains($0) }
        for kind in ["spans", "events", "entities"] {
            spans += (facts[kind] ?? [:]).keys.filter { !known.contains($0) }
        }
        attributes.sort()
        metrics.sort()
        spans.sort()
    }

    func source() -> String {
        var diagnostics = DiagnosticCollector()
        var source = "public import TelemetryAPI\n"
        var uses: [String] = []
        let attributeNames = table(attributes, .init(root: "Attributes"), &diagnostics)
        var types = SwiftEnumNames(SwiftNaming())
        types.add(
            enumerations.keys.sorted().map { SwiftNameTable.Item(key: $0, isDeprecated: deprecated.contains($0)) },
            isAvoided: attributeNames.namespaceNames.union(["Attributes", "Metrics", "Spans"]).contains,
            diagnostics: &diagnostics
        )
        for (ids, table, type) in [
            (attributes, attributeNames, "AttributeKey<String>"),
            (metrics, table(metrics, .init(root: "Metrics", maximumNamespaces: 2), &diagnostics), "MetricDescriptor"),
            (spans, table(spans, .init(root: "Spans"), &diagnostics), "SpanDescriptor"),
        ] {
            // Of the right type: `N.self` would compile too, and be the namespace.
            let use = type.hasPrefix("Attribute") ? "take" : "take\(type)"
            uses += table.names.compactMap { $0?.path }.map { "    \(use)(\($0))" }
            declare(table.root, of: table, indent: "", into: &source) { place in
                guard type.hasPrefix("Attribute") else { return (type, "fatalError()") }
                let id = ids[place]
                return (types[id].map { "AttributeKey<\($0)>" } ?? type, ".init(\"x\")")
            }
        }
        var memberNaming = SwiftEnumMemberNaming(SwiftNaming())
        for (id, members) in enumerations.sorted(by: { $0.key < $1.key }) {
            guard let type = types[id] else { continue }
            let tag = SwiftEnumNames.tagName(of: type)
            let names = memberNaming.names(
                of: Enumeration(members: members.map { EnumMember(id: $0, value: .string($0)) }),
                attribute: SwiftNameTable.Item(key: id),
                diagnostics: &diagnostics
            ).compactMap { $0 }
            source += "public enum \(tag) {}\npublic typealias \(type) = EnumValue<\(tag), String>\n"
            source += "extension EnumValue where Tag == \(tag), RawValue == String {\n"
            for name in names {
                source += "    public static var \(SwiftReservedWords.declaration(of: name)): Self { \"x\" }\n"
                // Where the value is optional, `.none` would be `Optional.none`, and the compiler would warn.
                uses.append("    do { let value: \(type)? = .\(name); _ = value }")
                uses.append("    _ = \(type).\(name)")
            }
            source += "}\n"
        }
        source += "func take<Value>(_ key: AttributeKey<Value>) {}\n"
        source += "func takeMetricDescriptor(_ metric: MetricDescriptor) {}\n"
        source += "func takeSpanDescriptor(_ span: SpanDescriptor) {}\n"
        return source + "func use() {\n\(uses.joined(separator: "\n"))\n}\n"
    }

    private func table(
        _ ids: [String],
        _ layout: SwiftNameTable.Layout,
        _ diagnostics: inout DiagnosticCollector
    ) -> SwiftNameTable {
        SwiftNameTable.make(
            ids.map { SwiftNameTable.Item(key: $0, isDeprecated: deprecated.contains($0)) },
            layout: layout,
            naming: SwiftNaming(),
            diagnostics: &diagnostics
        )
    }

    private func declare(
        _ namespace: SwiftNamespace,
        of table: SwiftNameTable,
        indent: String,
        into source: inout String,
        body: (Int) -> (type: String, value: String)
    ) {
        source += "\(indent)public enum \(namespace.name) {\n"
        for place in namespace.members {
            guard let name = table.names[place] else { continue }
            let (type, value) = body(place)
            source += "\(indent)    public static var \(name.declaration): \(type) { \(value) }\n"
        }
        for inner in namespace.namespaces {
            declare(inner, of: table, indent: indent + "    ", into: &source, body: body)
        }
        source += "\(indent)}\n"
    }
}
