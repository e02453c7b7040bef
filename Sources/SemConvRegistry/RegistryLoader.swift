package import SemConvDiagnostics
package import SemConvYAML

/// How to read a registry.
package struct RegistryOptions: Sendable {
    /// What newer versions of the rules refuse is refused now.
    package var future = false
    /// Folders to read in place of what a manifest names: the manifest's `registry_path`, or without one its
    /// `schema_url`, to a local folder.
    package var dependencyOverrides: [String: String] = [:]
    package var limits = YAMLReader.Limits()

    package init() {}
}

/// Reads, resolves and checks a registry: a folder, or one file.
package struct RegistryLoader: Sendable {
    package var options: RegistryOptions

    package init(options: RegistryOptions = RegistryOptions()) {
        self.options = options
    }

    /// - Parameter path: a folder with `*.yaml` and `*.yml` files at any depth, or a single file.
    /// - Returns: the registry, or `nil` when an error was reported.
    package func load(path: String, diagnostics: inout DiagnosticCollector) -> Registry? {
        nil
    }
}
