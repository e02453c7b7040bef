import SemConvDefinitions
import SemConvDiagnostics
import SemConvRegistry

/// What a registry made of a few texts resolves to.
struct Resolved {
    let registry: Registry?
    let diagnostics: [Diagnostic]
    /// Places and rules, with paths below the registry's folder.
    let findings: [Finding]

    /// - Parameters:
    ///   - files: texts by path.
    ///   - folder: the folder of the registry among them.
    init(_ files: [String: String], folder: String = "", options: RegistryOptions = RegistryOptions()) throws {
        let temporary = try TemporaryRegistry(files)
        (registry, diagnostics) = temporary.load(folder, options: options)
        findings = temporary.findings(diagnostics)
    }

    /// A registry of the texts, a file for each.
    init(_ texts: String..., options: RegistryOptions = RegistryOptions()) throws {
        let files = texts.enumerated().map { ("\($0.offset).yaml", $0.element) }
        try self.init(Dictionary(uniqueKeysWithValues: files), options: options)
    }

    var rules: [String] { diagnostics.map(\.rule.rawValue).sorted() }

    // MARK: - Parts

    func attribute(_ id: String) -> Attribute? { registry?.attributes.first { $0.id == id } }
    func span(_ id: String) -> Span? { registry?.spans.first { $0.header.id == id } }
    func event(_ id: String) -> Event? { registry?.events.first { $0.header.id == id } }
    func entity(_ id: String) -> Entity? { registry?.entities.first { $0.header.id == id } }
    func group(_ id: String) -> AttributeGroup? { registry?.attributeGroups.first { $0.header.id == id } }
    func metric(_ id: String) -> Metric? {
        ((registry?.metrics ?? []) + (registry?.metricRefinements ?? [])).first { $0.header.id == id }
    }

    /// The header of a signal or group of any kind.
    func header(_ id: String) -> SignalHeader? {
        metric(id)?.header ?? span(id)?.header ?? event(id)?.header ?? entity(id)?.header ?? group(id)?.header
            ?? registry?.otherGroups.first { $0.header.id == id }?.header
    }

    /// The ids of the attributes of a signal or group.
    func attributes(of id: String) -> [String]? { header(id)?.attributes.map(\.id) }

    func use(_ attribute: String, in id: String) -> AttributeUse? {
        header(id)?.attributes.first { $0.id == attribute }
    }
}

/// Pieces of registries, so that a test shows only what it is about.
enum Piece {
    /// A group of the first format that defines attributes of integers.
    static func attributes(_ ids: String..., group: String = "registry.test") -> String {
        let lines = ids.map { "      - {id: \($0), type: int, brief: Of \($0)., stability: stable}" }
        return """
            groups:
              - id: \(group)
                type: attribute_group
                brief: Attributes.
                attributes:
            \(lines.joined(separator: "\n"))

            """
    }

    /// A file of the second format that defines attributes of integers.
    static func catalog(_ ids: String...) -> String {
        "file_format: definition/2\nattributes:\n"
            + ids.map { "  - {key: \($0), type: int, brief: Of \($0)., stability: stable}\n" }.joined()
    }

    /// A group of the first format, with keys of its own.
    static func group(_ id: String, _ keys: String, type: String = "attribute_group") -> String {
        "groups:\n  - {id: \(id), type: \(type), brief: Group \(id)., stability: stable, \(keys)}\n"
    }

    /// A metric of the second format.
    static func metric(_ name: String, _ keys: String = "") -> String {
        """
        file_format: definition/2
        metrics:
          - {name: \(name), instrument: counter, unit: '1', brief: Metric \(name)., stability: stable,
             requirement_level: recommended, \(keys)}

        """
    }
}
