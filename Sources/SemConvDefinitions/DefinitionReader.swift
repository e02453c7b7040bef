package import SemConvDiagnostics
package import SemConvYAML

/// Turns a document into what it defines.
package struct DefinitionReader: Sendable {
    package init() {}

    /// - Parameters:
    ///   - document: a file of a registry, in either format.
    ///   - syntheticGroupID: the id of the group that holds the loose attributes of a `definition/2` file.
    ///   - diagnostics: receives every problem of the file.
    /// - Returns: what could be read; `nil` where the file as a whole makes no sense.
    package func read(
        _ document: YAMLDocument,
        syntheticGroupID: @autoclosure () -> String,
        diagnostics: inout DiagnosticCollector
    ) -> RegistryFile? {
        decode(document, &diagnostics) { decoder, root in
            decoder.file(root, path: document.file, syntheticGroupID: syntheticGroupID)
        }
    }

    /// Reads the one file of a published registry (`resolved/2.0`).
    package func readPublished(
        _ document: YAMLDocument,
        syntheticGroupID: @autoclosure () -> String,
        diagnostics: inout DiagnosticCollector
    ) -> RegistryFile? {
        decode(document, &diagnostics) { decoder, root in
            decoder.publishedFile(root, path: document.file, syntheticGroupID: syntheticGroupID())
        }
    }

    /// A document without content defines nothing.
    private func decode(
        _ document: YAMLDocument,
        _ diagnostics: inout DiagnosticCollector,
        _ body: (inout Decoder, YAMLNode) -> RegistryFile?
    ) -> RegistryFile? {
        guard let root = document.root else {
            return RegistryFile(path: document.file, groups: [], imports: [])
        }
        var decoder = Decoder(diagnostics: diagnostics)
        defer { diagnostics = decoder.diagnostics }
        return body(&decoder, root)
    }
}

extension Decoder {
    private enum Format {
        case groups
        case signals
    }

    private enum Key: Sendable {
        case fileFormat
        case version
        case imports
        case groups
        case attributes
        case signals(SignalForm)
    }

    private static let groupKeys: KeyTable<Key> = [
        "groups": .groups, "imports": .imports, "file_format": .fileFormat, "version": .version,
    ]

    private static let signalKeys: KeyTable<Key> = [
        "file_format": .fileFormat, "version": .version, "imports": .imports, "attributes": .attributes,
        "attribute_groups": .signals(.attributeGroup), "metrics": .signals(.metric), "spans": .signals(.span),
        "events": .signals(.event), "entities": .signals(.entity),
        "metric_refinements": .signals(.refinement(of: .metric)),
        "span_refinements": .signals(.refinement(of: .span)),
        "event_refinements": .signals(.refinement(of: .event)),
        "entity_refinements": .signals(.refinement(of: .entity)),
    ]

    mutating func file(_ root: YAMLNode, path: String, syntheticGroupID: () -> String) -> RegistryFile? {
        guard root.isMapping else {
            report(
                .error,
                .wrongType,
                "a file of a registry has to be a mapping",
                at: root,
                help: "start it with 'file_format: definition/2' or 'groups:'"
            )
            return nil
        }
        guard let format = format(of: root) else { return nil }
        var groups: [GroupDefinition] = []
        var imports: [ImportPattern] = []
        let isOld = format == .groups
        let hint = { (key: YAMLNode) -> String? in
            if isOld, Self.signalKeys.field(for: key) != nil {
                return "start the file with 'file_format: definition/2'"
            }
            return isOld || !key.matches("groups") ? nil : "move groups to a file of their own, in definition/1"
        }
        let keys = isOld ? Self.groupKeys : Self.signalKeys
        var entries = MappingEntries(of: root, in: "the file")
        while let (field, value) = entries.next(&self, keys, hint: hint) {
            switch field {
            case .fileFormat, .version: break
            case .imports: imports += self.imports(value)
            case .groups:
                groups.reserveCapacity(value.count)
                for element in list(value, "groups") {
                    if let group = self.group(element) { groups.append(group) }
                }
            case .attributes:
                var group = GroupFields(
                    id: syntheticGroupID(),
                    kind: .attributeGroup,
                    format: .signals,
                    location: entries.key.location
                )
                group.isSynthetic = true
                group.attributes = attributes(value, .catalog)
                if !group.attributes.isEmpty { groups.append(GroupDefinition(group)) }
            case .signals(let form):
                for element in list(value, entries.key.string) {
                    if let group = self.signal(element, form) { groups.append(group) }
                }
            }
        }
        return RegistryFile(path: path, groups: groups, imports: imports)
    }

    private mutating func format(of root: YAMLNode) -> Format? {
        if let node = root["file_format"] {
            if node.matches("definition/1") { return .groups }
            if node.matches("definition/2") { return .signals }
            report(
                .error,
                .invalidFileFormat,
                node.isScalar
                    ? "'\(node.string)' is no format of a registry file" : "'file_format' has to be a string",
                at: node,
                help: node.matches("resolved/2.0")
                    ? "a published registry is named by 'resolved_registry_uri' in a manifest"
                    : "the formats are definition/1 and definition/2"
            )
            return nil
        }
        guard let node = root["version"] else { return .groups }
        guard node.matches("1") || node.matches("2") else {
            report(
                .error,
                .invalidFileFormat,
                "'\(node.string)' is no version of a registry file",
                at: node,
                help: "write 'file_format: definition/2' or 'file_format: definition/1' in its place"
            )
            return nil
        }
        report(
            .warning,
            .deprecatedVersionField,
            "'version' is the old name of the file format",
            at: node,
            help: "write 'file_format: definition/\(node.string)'"
        )
        return node.matches("1") ? .groups : .signals
    }

    private static let importKinds: KeyTable<GroupKind> = [
        "metrics": .metric, "events": .event, "entities": .entity, "spans": .span,
        "attribute_groups": .attributeGroup,
    ]

    private mutating func imports(_ node: YAMLNode) -> [ImportPattern] {
        if node.isNull { return [] }
        guard var entries = entries(of: node, Self.importKinds, in: "'imports'") else { return [] }
        var imports: [ImportPattern] = []
        while let (kind, value) = entries.next(&self, Self.importKinds) {
            for reference in references(value, entries.key.string) {
                imports.append(ImportPattern(kind: kind, pattern: reference.id, location: reference.location))
            }
        }
        return imports
    }
}
