package import SemConvDiagnostics
internal import SemConvYAML

extension RuleID {
    package static let invalidManifest: RuleID = "invalid-manifest"
    package static let unknownManifestKey: RuleID = "unknown-manifest-key"
    package static let legacyManifestSyntax: RuleID = "legacy-manifest-syntax"
}

extension Decoder {
    private enum Key: Sendable {
        case schemaURL
        case name
        case version
        case baseURL
        case dependencies
        case resolvedRegistry
        case fileFormat
        case registryPath
        case stability
        case description
    }

    private static let keys: KeyTable<Key> = [
        "schema_url": .schemaURL, "description": .description, "dependencies": .dependencies, "stability": .stability,
        "file_format": .fileFormat, "name": .name, "semconv_version": .version, "schema_base_url": .baseURL,
        "resolved_registry_uri": .resolvedRegistry, "resolved_schema_uri": .resolvedRegistry,
    ]

    private static let dependencyKeys: KeyTable<Key> = [
        "schema_url": .schemaURL, "registry_path": .registryPath, "name": .name,
    ]

    mutating func manifest(_ root: YAMLNode) -> Manifest? {
        guard root.isMapping else {
            report(.error, .invalidManifest, "a manifest has to be a mapping", at: root, help: "add 'schema_url:'")
            return nil
        }
        var manifest = Manifest(location: root.location)
        var baseURL: String?
        for (key, value) in root.entries {
            switch Self.keys.field(for: key) {
            case .schemaURL: manifest.schemaURL = schemaURL(value)
            case .name: manifest.name = string(value, "name")
            case .version: manifest.version = looseString(value)
            case .baseURL: baseURL = string(value, "schema_base_url")
            case .dependencies:
                for element in list(value, "dependencies") {
                    if let dependency = dependency(element) { manifest.dependencies.append(dependency) }
                }
            case .resolvedRegistry: manifest.resolvedRegistryPath = string(value, "resolved_registry_uri")
            case .fileFormat: manifest.isPublication = isPublication(value)
            case .stability: _ = stability(value)
            case .description: _ = string(value, "description")
            case .registryPath: break
            case nil: unknownManifestKey(key, Self.keys.names)
            }
        }
        finish(&manifest, baseURL: baseURL, at: root)
        return manifest
    }

    /// Newer tools ignore such keys, so they cannot be errors; but a slip of the fingers should show.
    private mutating func unknownManifestKey(_ key: YAMLNode, _ names: [String]) {
        report(
            .warning,
            .unknownManifestKey,
            "unknown key '\(key.string)' in the manifest",
            at: key,
            help: Suggestion.didYouMean(key.string, in: names) ?? "it has no effect; remove it"
        )
    }

    private mutating func finish(_ manifest: inout Manifest, baseURL: String?, at root: YAMLNode) {
        if manifest.isPublication, manifest.resolvedRegistryPath == nil {
            report(
                .error,
                .invalidManifest,
                "a published registry has no 'resolved_registry_uri'",
                at: root,
                help: "add 'resolved_registry_uri:' with the path of the resolved registry"
            )
        }
        if manifest.schemaURL != nil || root["schema_url"] != nil { return }
        guard let name = manifest.name, let version = manifest.version else {
            report(
                .error,
                .invalidManifest,
                "the manifest has no 'schema_url'",
                at: root,
                help: "add 'schema_url: https://example.com/schemas/1.0.0'"
            )
            return
        }
        if name.isEmpty || version.isEmpty {
            report(
                .error,
                .invalidManifest,
                "'name' and 'semconv_version' must not be empty",
                at: root,
                help: "write 'schema_url:' in their place"
            )
            return
        }
        report(
            .warning,
            .legacyManifestSyntax,
            "'name' and 'semconv_version' are the old form of 'schema_url'",
            at: root,
            help: "write 'schema_url: https://example.com/schemas/1.0.0'"
        )
        var base = baseURL ?? ""
        while base.hasSuffix("/") { base.removeLast() }
        manifest.schemaURL = SchemaURL((base.isEmpty ? "https://unknown/" + name : base) + "/" + version)
    }

    private mutating func isPublication(_ node: YAMLNode) -> Bool {
        if node.matches("manifest/2.0") { return true }
        report(
            .error,
            .invalidManifest,
            "'\(node.string)' is no format of a manifest",
            at: node,
            help: "leave 'file_format' out, or write manifest/2.0 for a published registry"
        )
        return false
    }

    private mutating func schemaURL(_ node: YAMLNode) -> SchemaURL? {
        guard let text = string(node, "schema_url") else { return nil }
        guard let url = SchemaURL(text) else {
            report(
                .error,
                .invalidManifest,
                "'\(text)' has no path that ends with a version",
                at: node,
                help: "write it like https://example.com/schemas/1.0.0"
            )
            return nil
        }
        return url
    }

    /// A version such as `0.1` reads as a number; its text is what counts.
    private mutating func looseString(_ node: YAMLNode) -> String? {
        node.isScalar ? node.string : string(node, "semconv_version")
    }

    private mutating func dependency(_ node: YAMLNode) -> Manifest.Dependency? {
        var dependency = Manifest.Dependency(location: node.location)
        guard node.isMapping else {
            report(.error, .wrongType, "a dependency has to be a mapping", at: node, help: "add 'schema_url:'")
            return nil
        }
        for (key, value) in node.entries {
            switch Self.dependencyKeys.field(for: key) {
            case .schemaURL: dependency.schemaURL = schemaURL(value)
            case .registryPath: dependency.registryPath = string(value, "registry_path")
            case .name: dependency.name = string(value, "name")
            case nil: unknownManifestKey(key, Self.dependencyKeys.names)
            default: break
            }
        }
        // A URL that was refused is one problem, not two.
        if dependency.schemaURL == nil, node["schema_url"] != nil { return nil }
        if dependency.schemaURL == nil, dependency.name == nil {
            report(
                .error,
                .invalidManifest,
                "a dependency has no 'schema_url'",
                at: node,
                help: "add 'schema_url: https://example.com/schemas/1.0.0'"
            )
            return nil
        }
        if dependency.schemaURL == nil {
            report(
                .warning,
                .legacyManifestSyntax,
                "a dependency without 'schema_url' has no version",
                at: node,
                help: "add 'schema_url:'"
            )
        }
        return dependency
    }
}
