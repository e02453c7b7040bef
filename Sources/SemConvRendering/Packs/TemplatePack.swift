package import SemConvDiagnostics
internal import SemConvTemplateEngine
internal import SemConvTemplates
internal import SemConvYAML

/// The files of a template pack, in memory: its configuration and its templates.
///
/// Reading a user's folder is the driver's work; only two kinds of file count, `*.j2` and `pack.yaml` (or
/// `weaver.yaml`, which has the same form).
package struct TemplatePack: Sendable {
    /// A file of a pack.
    package struct File: Sendable {
        /// The path within the pack, with `/`; what `include` and `import` call it.
        package let name: String
        /// What diagnostics call the file.
        package let displayPath: String
        package let contents: [UInt8]

        package init(name: String, displayPath: String, contents: [UInt8]) {
            self.name = name
            self.displayPath = displayPath
            self.contents = contents
        }
    }

    /// The names that a configuration may have, the first before the others.
    package static let configurationNames = ["pack.yaml", "weaver.yaml"]

    /// What the generated files say of their maker, such as `swift`.
    package let name: String
    /// Sorted by name, in byte order.
    package let files: [File]

    package init(name: String, files: [File]) {
        self.name = name
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// A pack that the tool brings along.
    package static func builtin(_ name: String, diagnostics: inout DiagnosticCollector) -> TemplatePack? {
        guard let files = BuiltinTemplates.files(ofPack: name) else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .unknownTemplatePack,
                    "there is no built-in template pack '\(name)'",
                    help: Suggestion.didYouMean(name, in: BuiltinTemplates.packs)
                        ?? "there are: \(BuiltinTemplates.packs.joined(separator: ", "))"
                )
            )
            return nil
        }
        return TemplatePack(
            name: name,
            files: files.map {
                File(name: $0.name, displayPath: "<built-in>/\(name)/\($0.name)", contents: $0.contents)
            }
        )
    }

    /// Whether a file of a user's folder counts as one of a pack.
    package static func takes(fileName: String) -> Bool {
        fileName.hasSuffix(".j2") || configurationNames.contains(fileName)
    }

    /// This pack with single files of a user's in place of its own, and further ones beside them.
    package func overlaid(with files: [File]) -> TemplatePack {
        var byName = Dictionary(self.files.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        // A configuration under either name takes the place of the one that is there.
        if files.contains(where: { Self.configurationNames.contains($0.name) }) {
            for name in Self.configurationNames { byName[name] = nil }
        }
        for file in files { byName[file.name] = file }
        return TemplatePack(name: name, files: Array(byName.values))
    }

    var templates: [File] { files.filter { $0.name.hasSuffix(".j2") } }

    /// Reads the pack's configuration.
    ///
    /// - Parameter parameters: values of the run, which come before those of the pack.
    func configuration(_ parameters: TemplateMap, diagnostics: inout DiagnosticCollector) -> PackConfiguration? {
        let found = Self.configurationNames.lazy.compactMap { name in files.first { $0.name == name } }.first
        guard let file = found else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "the template pack '\(name)' has no configuration",
                    help: "add a file pack.yaml that lists the templates to render"
                )
            )
            return nil
        }
        var own = DiagnosticCollector(future: diagnostics.future)
        defer { diagnostics.append(contentsOf: own) }
        guard let document = YAMLReader().read(bytes: file.contents, file: file.displayPath, diagnostics: &own) else {
            return nil
        }
        let configuration = PackConfigurationReader.read(document, parameters: parameters, diagnostics: &own)
        return own.hasErrors ? nil : configuration
    }
}
