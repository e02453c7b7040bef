internal import SemConvDiagnostics
internal import SemConvYAML

/// Published registries (`resolved/2.0`): one file in which every reference has been followed. Its signals become
/// groups again, so that all that follows knows one form only.
extension Decoder {
    private enum Section: Sendable {
        case attributes
        case signals(GroupKind)
    }

    private static let sections: KeyTable<Section> = [
        "attributes": .attributes, "attribute_groups": .signals(.attributeGroup), "metrics": .signals(.metric),
        "spans": .signals(.span), "events": .signals(.event), "entities": .signals(.entity),
    ]

    private static let refinementSections: KeyTable<GroupKind> = [
        "metrics": .metric, "spans": .span, "events": .event, "entities": .entity,
    ]

    mutating func publishedFile(_ root: YAMLNode, path: String, syntheticGroupID: String) -> RegistryFile? {
        guard root.isMapping, let format = root["file_format"], format.matches("resolved/2.0") else {
            report(
                .error,
                .invalidFileFormat,
                "a published registry has to start with 'file_format: resolved/2.0'",
                at: root["file_format"] ?? root,
                help: "name a file that was made by publishing a registry"
            )
            return nil
        }
        let catalog = root["attribute_catalog"].map { attributes($0, .published) } ?? []
        var groups: [GroupDefinition] = []
        var owned: Set<Int> = []
        if let registry = root["registry"], !registry.isNull,
            var entries = entries(of: registry, Self.sections, in: "'registry'")
        {
            while let (section, value) = entries.next(&self, Self.sections) {
                switch section {
                case .attributes:
                    for element in list(value, "attributes") {
                        if let index = index(element, in: catalog) { owned.insert(index) }
                    }
                case .signals(let kind):
                    groups += publishedSignals(value, of: entries.key, kind, catalog, isRefinement: false)
                }
            }
        }
        if let refinements = root["refinements"], !refinements.isNull,
            var entries = entries(of: refinements, Self.refinementSections, in: "'refinements'")
        {
            while let (kind, value) = entries.next(&self, Self.refinementSections) {
                groups += publishedSignals(value, of: entries.key, kind, catalog, isRefinement: true)
            }
        }
        groups.append(contentsOf: catalogGroups(catalog, owned: owned, id: syntheticGroupID, at: root))
        return RegistryFile(path: path, groups: groups, imports: [])
    }

    /// The attributes that the registry defines, and apart from them those that its signals only carry.
    private func catalogGroups(
        _ catalog: [AttributeEntry],
        owned: Set<Int>,
        id: String,
        at root: YAMLNode
    ) -> [GroupDefinition] {
        var own = GroupFields(id: id, kind: .attributeGroup, format: .signals, location: root.location)
        own.isSynthetic = true
        var carried = own
        carried.id = id + ".carried"
        carried.definesOnlyForItself = true
        var known: Set<String> = []
        for (index, entry) in catalog.enumerated() where owned.contains(index) {
            guard case .definition(let definition) = entry, known.insert(definition.id).inserted else { continue }
            own.attributes.append(entry)
        }
        for entry in catalog {
            guard case .definition(let definition) = entry, known.insert(definition.id).inserted else { continue }
            carried.attributes.append(entry)
        }
        return [GroupDefinition(own), GroupDefinition(carried)]
    }

    private mutating func index(_ node: YAMLNode, in catalog: [AttributeEntry]) -> Int? {
        if case .int(let index) = node.scalar, catalog.indices.contains(index) { return index }
        report(
            .error,
            .invalidValue,
            "'\(node.string)' is no index into 'attribute_catalog'",
            at: node,
            help: catalog.isEmpty ? "the catalog has no attributes" : "indices go from 0 to \(catalog.count - 1)"
        )
        return nil
    }

    private mutating func publishedSignals(
        _ node: YAMLNode,
        of key: YAMLNode,
        _ kind: GroupKind,
        _ catalog: [AttributeEntry],
        isRefinement: Bool
    ) -> [GroupDefinition] {
        var groups: [GroupDefinition] = []
        for element in list(node, key.string) {
            if let group = publishedSignal(element, kind, catalog, isRefinement: isRefinement) { groups.append(group) }
        }
        return groups
    }

    private mutating func publishedSignal(
        _ node: YAMLNode,
        _ kind: GroupKind,
        _ catalog: [AttributeEntry],
        isRefinement: Bool
    ) -> GroupDefinition? {
        let nameKey: StaticString =
            switch kind {
            case .span, .entity: "type"
            case .attributeGroup: "id"
            default: "name"
            }
        guard let name = node[nameKey].flatMap({ identifier($0, nameKey.description) }) else {
            if node[nameKey] == nil { missing(nameKey, in: "a published signal", at: node) }
            return nil
        }
        let id = node["id"].flatMap { identifier($0, "id") }
        // A published registry lists every signal among its refinements too, under its own name.
        if isRefinement, id == nil || id == name { return nil }
        var group = GroupFields(
            id: isRefinement ? id ?? name : kind.idPrefix + name,
            kind: kind,
            format: .signals,
            location: node.location
        )
        group.isComplete = true
        if isRefinement { group.refines = Reference(id: name, location: node.location) }
        decodePublished(node, name: name, catalog, into: &group)
        return GroupDefinition(group)
    }

    private mutating func decodePublished(
        _ node: YAMLNode,
        name: String,
        _ catalog: [AttributeEntry],
        into group: inout GroupFields
    ) {
        group.brief = node["brief"].flatMap { string($0, "brief") } ?? ""
        group.note = node["note"].flatMap { string($0, "note") } ?? ""
        group.hasBrief = true
        group.hasNote = true
        group.stability = node["stability"].flatMap { stability($0) }
        group.deprecated = node["deprecated"].flatMap { deprecation($0) }
        group.annotations = node["annotations"].map { annotations($0) } ?? AnnotationMap()
        group.entityAssociations = node["entity_associations"].map { associations($0, isPublished: true) } ?? []
        group.requirementLevel = node["requirement_level"].flatMap { signalRequirementLevel($0) }
        group.spanNameNote = node["name"].flatMap { $0.isMapping ? $0["note"]?.string : nil }
        switch group.kind {
        case .metric:
            for key in ["instrument", "unit"] as [StaticString] where node[key] == nil {
                missing(key, in: "a published metric", at: node)
            }
            group.metricName = name
            group.instrument = node["instrument"].flatMap { value($0, "instrument", of: Self.instruments) }
            group.unit = node["unit"].flatMap { string($0, "unit") }
        case .span:
            if node["kind"] == nil { missing("kind", in: "a published span", at: node) }
            group.spanKind = node["kind"].flatMap { value($0, "kind", of: Self.spanKinds) }
        case .event, .entity: group.name = name
        case .attributeGroup: group.visibility = .public
        default: break
        }
        let lists: [(StaticString, AttributeRole?)] =
            group.kind == .entity ? [("identity", .identifying), ("description", .descriptive)] : [("attributes", nil)]
        for (key, role) in lists {
            guard let uses = node[key] else { continue }
            for element in list(uses, key.description) {
                if let entry = publishedUse(element, role, catalog) { group.attributes.append(entry) }
            }
        }
    }

    private mutating func publishedUse(
        _ node: YAMLNode,
        _ role: AttributeRole?,
        _ catalog: [AttributeEntry]
    ) -> AttributeEntry? {
        guard let base = node.isMapping ? node["base"] : node else {
            missing("base", in: "an attribute of a published signal", at: node)
            return nil
        }
        guard let index = index(base, in: catalog), case .definition(let definition) = catalog[index] else {
            return nil
        }
        var fields = definition.fields
        fields.requirementLevel = node["requirement_level"].flatMap { requirementLevel($0) }
        fields.isSamplingRelevant = node["sampling_relevant"].flatMap { boolean($0, "sampling_relevant") }
        fields.role = role
        return .reference(
            AttributeReference(id: definition.id, fields: SharedFields(fields), location: node.location, newID: nil)
        )
    }
}
