internal import SemConvDefinitions
package import SemConvRegistry

/// The facts of a registry: what two readers of the same registry have to agree on, and no words.
///
/// The keys are described in docs/cli.md. An entry with nothing to say for a key leaves it out, with the exception of
/// those that every entry of its kind has.
package struct FactsDocument: Sendable {
    private let registry: Registry

    package init(_ registry: Registry) {
        self.registry = registry
    }

    /// The document, with sorted keys; its bytes are those that `python3 -m json.tool --sort-keys` makes of it.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.indentation = 4
        writer.sortsKeys = true
        writer.isASCII = true
        return writer.document(value)
    }

    var value: FreeValue {
        .map([
            entry("attributes", keyed(registry.attributes, \.id, attribute, merge: countDefinitions)),
            entry("metrics", metrics(registry.metrics)),
            entry("metric_refinements", keyed(registry.metricRefinements, \.header.id, refinement)),
            entry("spans", keyed(registry.spans, \.header.id, span)),
            entry("events", keyed(registry.events, \.header.id, event)),
            entry("entities", keyed(registry.entities, \.header.id, entity)),
            entry("attribute_groups", keyed(registry.attributeGroups, \.header.id) { self.common($0.header) }),
            entry("other_groups", keyed(registry.otherGroups, \.header.id, otherGroup)),
        ])
    }

    // MARK: Kinds

    private func attribute(_ attribute: Attribute) -> [FreeValue.Entry] {
        var entries = [
            entry("type", .string(attribute.type.spelling)),
            entry("stability", stability(attribute.stability)),
            entry("examples", .bool(!attribute.examples.isEmpty)),
        ]
        entries += deprecation(attribute.deprecated)
        guard case .enumeration(let enumeration) = attribute.type else { return entries }
        entries.append(
            entry("members", .list(enumeration.members.map { .list([.string($0.id), FreeValue($0.value)]) }))
        )
        let deprecated = enumeration.members.compactMap { member in
            member.deprecated.map { entry(member.id, .string($0.reason)) }
        }
        if !deprecated.isEmpty { entries.append(entry("deprecated_members", .map(deprecated))) }
        return entries
    }

    /// A second definition of an attribute id adds how many there are; the first one's facts stay.
    private func countDefinitions(_ first: [FreeValue.Entry], _ count: Int) -> [FreeValue.Entry] {
        first + [entry("definitions", .int(count))]
    }

    /// Metrics are keyed by name; a further one of the same name by `NAME#GROUPID`.
    private func metrics(_ metrics: [Metric]) -> FreeValue {
        var names: Set<String> = []
        return .map(
            metrics.map { metric in
                let id = metric.header.id
                let key = names.insert(metric.name).inserted ? metric.name : "\(metric.name)#\(id)"
                var entries = self.metric(metric)
                if id != "metric.\(metric.name)" { entries.append(entry("id", .string(id))) }
                return entry(key, .map(entries))
            }
        )
    }

    private func metric(_ metric: Metric) -> [FreeValue.Entry] {
        [entry("instrument", .string(metric.instrument.rawValue)), entry("unit", .string(metric.unit))]
            + common(metric.header)
    }

    private func refinement(_ metric: Metric) -> [FreeValue.Entry] {
        self.metric(metric) + [entry("metric", .string(metric.name))]
    }

    private func span(_ span: Span) -> [FreeValue.Entry] {
        [entry("kind", span.kind.map { .string($0.rawValue) } ?? .null)] + common(span.header)
    }

    private func event(_ event: Event) -> [FreeValue.Entry] {
        var entries = [entry("name", .string(event.name))] + common(event.header)
        if let body = event.body { entries.append(entry("body", .string(body.type))) }
        return entries
    }

    private func entity(_ entity: Entity) -> [FreeValue.Entry] {
        var entries = [entry("name", entity.hasName ? .string(entity.name) : .null)] + common(entity.header)
        let roles = entity.header.attributes.compactMap { use in
            use.role.map { entry(use.id, .string($0.rawValue)) }
        }
        if !roles.isEmpty { entries.append(entry("roles", .map(roles))) }
        return entries
    }

    private func otherGroup(_ group: OtherGroup) -> [FreeValue.Entry] {
        [entry("type", .string(group.type))] + common(group.header)
    }

    // MARK: Parts

    private func common(_ header: SignalHeader) -> [FreeValue.Entry] {
        let attributes = header.attributes.map { entry($0.id, .string($0.requirementLevel.kind.rawValue)) }
        return [entry("stability", stability(header.stability)), entry("attributes", .map(attributes))]
            + deprecation(header.deprecated)
    }

    private func stability(_ stability: Stability?) -> FreeValue {
        stability.map { .string($0.rawValue) } ?? .null
    }

    private func deprecation(_ deprecation: Deprecation?) -> [FreeValue.Entry] {
        guard let deprecation else { return [] }
        var entries = [entry("reason", .string(deprecation.reason))]
        if let target = deprecation.renamedTo { entries.append(entry("renamed_to", .string(target))) }
        return [entry("deprecated", .map(entries))]
    }

    private func entry(_ key: String, _ value: FreeValue) -> FreeValue.Entry {
        FreeValue.Entry(key: key, value: value)
    }

    /// A map of the values by id. Of several with one id the first stands; `merge` may add how many there are.
    private func keyed<Value>(
        _ values: [Value],
        _ id: (Value) -> String,
        _ facts: (Value) -> [FreeValue.Entry],
        merge: ([FreeValue.Entry], Int) -> [FreeValue.Entry] = { entries, _ in entries }
    ) -> FreeValue {
        var entries: [FreeValue.Entry] = []
        var index = 0
        while index < values.count {
            let key = id(values[index])
            let end = values[index...].firstIndex { id($0) != key } ?? values.endIndex
            let single = facts(values[index])
            entries.append(entry(key, .map(end - index > 1 ? merge(single, end - index) : single)))
            index = end
        }
        return .map(entries)
    }
}

extension FreeValue {
    /// The value of an enumeration's member.
    init(_ value: EnumMember.Value) {
        self =
            switch value {
            case .string(let string): .string(string)
            case .int(let int): .int(int)
            case .double(let double): .double(double)
            case .boolean(let bool): .bool(bool)
            }
    }
}
