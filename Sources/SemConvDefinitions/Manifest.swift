package import SemConvDiagnostics
package import SemConvYAML

/// What `manifest.yaml` says of a registry.
package struct Manifest: Sendable {
    /// A registry that this one builds upon.
    package struct Dependency: Sendable {
        package internal(set) var schemaURL: SchemaURL?
        /// Only in manifests of the old form.
        package internal(set) var name: String?
        /// A folder, archive or repository.
        package internal(set) var registryPath: String?
        package internal(set) var location: SourceLocation

        /// What `--dependency SOURCE=DIR` calls it: the path, or without one the schema URL.
        package var source: String { registryPath ?? schemaURL?.text ?? name ?? "" }
    }

    package internal(set) var schemaURL: SchemaURL?
    package internal(set) var name: String?
    package internal(set) var version: String?
    package internal(set) var dependencies: [Dependency] = []
    /// For a published registry: the file beside the manifest that holds it, resolved.
    package internal(set) var resolvedRegistryPath: String?
    package internal(set) var isPublication = false
    package internal(set) var location: SourceLocation
}

/// The address of a version of a registry: its last path segment is the version, the rest names the registry.
package struct SchemaURL: Hashable, Sendable {
    /// As written, without a trailing slash.
    package let text: String
    package let registryName: String
    package let version: String

    /// `nil` where the text has no path to take a version from.
    package init?(_ text: String) {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        var rest = Substring(trimmed)
        var afterScheme = rest.startIndex
        var bytes = rest.utf8.indices.makeIterator()
        while let index = bytes.next() {
            if rest.utf8[index...].starts(with: "://".utf8) {
                afterScheme = rest.utf8.index(index, offsetBy: 3)
                break
            }
        }
        rest = rest[afterScheme...]
        guard let slash = rest.lastIndex(of: "/"), slash != rest.startIndex else { return nil }
        let version = rest[rest.index(after: slash)...]
        if version.isEmpty { return nil }
        self.text = trimmed
        self.registryName = String(trimmed[..<slash])
        self.version = String(version)
    }
}

/// Turns a document into a manifest.
package struct ManifestReader: Sendable {
    package init() {}

    package func read(_ document: YAMLDocument, diagnostics: inout DiagnosticCollector) -> Manifest? {
        var decoder = Decoder(diagnostics: diagnostics)
        defer { diagnostics = decoder.diagnostics }
        guard let root = document.root else {
            decoder.diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidManifest,
                    "the manifest is empty",
                    at: SourceLocation(file: document.file),
                    help: "add 'schema_url:'"
                )
            )
            return nil
        }
        return decoder.manifest(root)
    }
}
