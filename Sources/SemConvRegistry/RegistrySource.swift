internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvParallel
internal import SemConvYAML
internal import Synchronization

/// Where a registry lies and what its manifest says.
struct RegistrySource {
    /// The folder, or the one file that is the registry.
    let path: String
    let isFile: Bool
    let manifest: Manifest?
    /// The registry without its version, to recognise it by.
    let name: String?
    let version: String?
    let schemaURL: String?
    /// Positions of the sources that it depends on.
    var dependencies: [Int] = []
    /// Where the manifest that named it did so.
    let namedAt: SourceLocation?

    /// What provenance and diagnostics call it.
    var identity: String? { schemaURL ?? name }

    // MARK: - Files

    private static let manifestName = "manifest.yaml"
    private static let legacyManifestName = "registry_manifest.yaml"
    private static let otherFiles = [manifestName, legacyManifestName, "schema-next.yaml"]

    /// The manifest in a folder, under today's name or the old one; `nil` where there is none.
    static func manifest(
        in folder: String,
        _ reader: RegistryReader,
        _ diagnostics: inout DiagnosticCollector
    ) -> Manifest? {
        var path = folder + "/" + manifestName
        if reader.kind(of: path) == .missing {
            path = folder + "/" + legacyManifestName
            if reader.kind(of: path) == .missing { return nil }
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .legacyManifest,
                    "'\(legacyManifestName)' is the old name of the manifest",
                    at: SourceLocation(file: path),
                    help: "rename it to '\(manifestName)'"
                )
            )
        }
        guard let document = reader.document(path, &diagnostics) else { return nil }
        return ManifestReader().read(document, diagnostics: &diagnostics)
    }

    /// Reads what the registry defines, file by file.
    ///
    /// - Returns: the files, and whether every one of them could be read.
    func read(
        _ reader: RegistryReader,
        _ diagnostics: inout DiagnosticCollector
    ) -> (files: [RegistryFile], isWhole: Bool) {
        if let manifest, manifest.isPublication { return readPublished(manifest, reader, &diagnostics) }
        if isFile {
            let file = read(
                path,
                syntheticID: Self.syntheticID(of: Self.lastComponent(path)),
                reader,
                &diagnostics
            )
            return (file.map { [$0] } ?? [], file != nil)
        }
        let listing = reader.files(below: path) { name in
            (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && !Self.otherFiles.contains(name)
        }
        for folder in listing.unreadable {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .registryNotFound,
                    "the folder cannot be read: \(folder.reason)",
                    at: SourceLocation(file: folder.folder),
                    help: "make it readable for this user"
                )
            )
        }
        if listing.files.isEmpty, listing.unreadable.isEmpty, !hasManifestFile(reader) {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .registryEmpty,
                    "the folder holds no file of a registry",
                    at: SourceLocation(file: path),
                    help: "put '*.yaml' files there, or name another folder with '--registry'"
                )
            )
        }
        // Most of a run's time goes into this: no file needs to know of another one yet.
        let future = diagnostics.future
        let results = Mutex(
            [(file: RegistryFile?, diagnostics: DiagnosticCollector)?](repeating: nil, count: listing.files.count)
        )
        concurrentForEach(count: listing.files.count) { index in
            var own = DiagnosticCollector(future: future)
            let name = listing.files[index]
            let full = path + "/" + name
            let file = read(full, syntheticID: Self.syntheticID(of: name), reader, &own)
            results.withLock { $0[index] = (file, own) }
        }
        var files: [RegistryFile] = []
        files.reserveCapacity(listing.files.count)
        for case let result? in results.withLock({ $0 }) {
            diagnostics.append(contentsOf: result.diagnostics)
            if let file = result.file { files.append(file) }
        }
        return (files, files.count == listing.files.count && listing.unreadable.isEmpty)
    }

    /// Whether there is a manifest, be it one that makes no sense.
    private func hasManifestFile(_ reader: RegistryReader) -> Bool {
        [Self.manifestName, Self.legacyManifestName].contains { reader.kind(of: path + "/" + $0) != .missing }
    }

    private func read(
        _ path: String,
        syntheticID: @autoclosure () -> String,
        _ reader: RegistryReader,
        _ diagnostics: inout DiagnosticCollector
    ) -> RegistryFile? {
        guard let document = reader.document(path, &diagnostics) else { return nil }
        return DefinitionReader().read(document, syntheticGroupID: syntheticID(), diagnostics: &diagnostics)
    }

    private func readPublished(
        _ manifest: Manifest,
        _ reader: RegistryReader,
        _ diagnostics: inout DiagnosticCollector
    ) -> (files: [RegistryFile], isWhole: Bool) {
        // A manifest without the path has been reported.
        guard let name = manifest.resolvedRegistryPath else { return ([], false) }
        if name.isEmpty || name.utf8.contains(UInt8(ascii: ":")) || name.hasPrefix("/") {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .dependencyNotLocal,
                    "the resolved registry '\(name)' does not lie beside its manifest",
                    at: manifest.location,
                    help: "fetch it, and name it by a path relative to the manifest"
                )
            )
            return ([], false)
        }
        let full = path + "/" + name
        guard let document = reader.document(full, &diagnostics),
            let file = DefinitionReader().readPublished(
                document,
                syntheticGroupID: Self.syntheticID(of: name),
                diagnostics: &diagnostics
            )
        else { return ([], false) }
        return ([file], true)
    }

    /// The id of the group for the loose attributes of a file: `registry.` and the file's path below the registry.
    private static func syntheticID(of relativePath: String) -> String {
        var stem = relativePath
        for ending in [".yaml", ".yml"] where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
            break
        }
        return "registry." + stem.split(separator: "/").joined(separator: ".")
    }

    private static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
