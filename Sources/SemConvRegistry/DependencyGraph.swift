internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvYAML

/// The registry that the user named, with all registries that it builds upon, directly or not.
struct DependencyGraph {
    private(set) var sources: [RegistrySource] = []
    private let options: RegistryOptions
    private let reader: RegistryReader
    private var usedOverrides: Set<String> = []
    private static let depthLimit = 10

    private init(options: RegistryOptions) {
        self.options = options
        reader = RegistryReader(options)
    }

    /// The main registry is the first source. Problems are reported; what is missing is left out.
    static func load(path: String, options: RegistryOptions, _ diagnostics: inout DiagnosticCollector)
        -> DependencyGraph?
    {
        var graph = DependencyGraph(options: options)
        guard graph.addMain(path, &diagnostics) else { return nil }
        graph.chooseVersions(&diagnostics)
        graph.reportUnusedOverrides(&diagnostics)
        return graph
    }

    private mutating func addMain(_ path: String, _ diagnostics: inout DiagnosticCollector) -> Bool {
        switch reader.kind(of: path) {
        case .missing:
            diagnostics.report(
                Diagnostic(
                    .error,
                    .registryNotFound,
                    "there is no file or folder '\(path)'",
                    at: SourceLocation(file: path),
                    help: "name the registry's folder with '--registry'"
                )
            )
            return false
        case .file, .other:
            sources.append(
                RegistrySource(
                    path: path,
                    isFile: true,
                    manifest: nil,
                    name: nil,
                    version: nil,
                    schemaURL: nil,
                    namedAt: nil
                )
            )
        case .folder:
            let folder = Self.trimmed(path)
            let manifest = RegistrySource.manifest(in: folder, reader, &diagnostics)
            sources.append(
                RegistrySource(
                    path: folder,
                    isFile: false,
                    manifest: manifest,
                    name: manifest?.schemaURL?.registryName,
                    version: manifest?.schemaURL?.version,
                    schemaURL: manifest?.schemaURL?.text,
                    namedAt: nil
                )
            )
            addDependencies(of: 0, chain: [0], &diagnostics)
        }
        return true
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    // MARK: - Following manifests

    private mutating func addDependencies(of index: Int, chain: [Int], _ diagnostics: inout DiagnosticCollector) {
        for dependency in sources[index].manifest?.dependencies ?? [] {
            guard let folder = folder(of: dependency, named: sources[index].path, &diagnostics) else { continue }
            let manifest = manifest(in: folder, of: dependency, isOwn: index == 0, &diagnostics)
            let url = manifest?.schemaURL ?? dependency.schemaURL
            let source = RegistrySource(
                path: folder,
                isFile: false,
                manifest: manifest,
                name: url?.registryName ?? dependency.name,
                version: url?.version,
                schemaURL: url?.text,
                namedAt: dependency.location
            )
            if chain.contains(where: { isSame(sources[$0], source) }) {
                reportCycle(chain, source, dependency, &diagnostics)
                continue
            }
            // One registry may be named by several paths; its schema URL is what it is known by.
            if let known = sources.firstIndex(where: {
                $0.schemaURL == source.schemaURL && ($0.path == folder || source.schemaURL != nil)
            }) {
                sources[index].dependencies.append(known)
                continue
            }
            if chain.count > Self.depthLimit {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .dependencyTooDeep,
                        "dependencies go deeper than \(Self.depthLimit) levels",
                        at: dependency.location,
                        subject: dependency.source,
                        help: "depend on fewer levels of registries"
                    )
                )
                continue
            }
            sources.append(source)
            let added = sources.count - 1
            sources[index].dependencies.append(added)
            // A registry that cannot be told from others could be met again and again.
            if manifest?.schemaURL != nil { addDependencies(of: added, chain: chain + [added], &diagnostics) }
        }
    }

    /// The manifest of a dependency. What others could write better in theirs is not for this user to mend.
    private func manifest(
        in folder: String,
        of dependency: Manifest.Dependency,
        isOwn: Bool,
        _ diagnostics: inout DiagnosticCollector
    ) -> Manifest? {
        var theirs = DiagnosticCollector(future: options.future)
        let manifest = RegistrySource.manifest(in: folder, reader, &theirs)
        for diagnostic in theirs.diagnostics where diagnostic.severity == .error { diagnostics.report(diagnostic) }
        if isOwn, let wanted = dependency.schemaURL, let found = manifest?.schemaURL, wanted != found {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .schemaURLMismatch,
                    "the registry in '\(folder)' is \(found.text), not \(wanted.text)",
                    at: dependency.location,
                    subject: wanted.text,
                    help: "write 'schema_url: \(found.text)', or name another folder"
                )
            )
        }
        return manifest
    }

    private func isSame(_ one: RegistrySource, _ other: RegistrySource) -> Bool {
        one.path == other.path || (one.name != nil && one.name == other.name)
    }

    private func reportCycle(
        _ chain: [Int],
        _ source: RegistrySource,
        _ dependency: Manifest.Dependency,
        _ diagnostics: inout DiagnosticCollector
    ) {
        let names = (chain.map { sources[$0] } + [source]).map { $0.name ?? $0.path }
        diagnostics.report(
            Diagnostic(
                .error,
                .dependencyCycle,
                "registries depend on each other: \(names.joined(separator: " -> "))",
                at: dependency.location,
                subject: dependency.source,
                help: "remove one of the dependencies"
            )
        )
    }

    // MARK: - Places

    /// The local folder of a dependency: what the user named in its place, otherwise the manifest's path.
    private mutating func folder(
        of dependency: Manifest.Dependency,
        named parent: String,
        _ diagnostics: inout DiagnosticCollector
    ) -> String? {
        let source = dependency.source
        // A URL stands for the same place with or without a slash at its end.
        for name in [source, source + "/"] {
            guard let folder = options.dependencyOverrides[name] else { continue }
            usedOverrides.insert(name)
            return existing([folder], dependency, &diagnostics)
        }
        guard let path = dependency.registryPath, !isRemote(path) else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .dependencyNotLocal,
                    "the dependency '\(source)' is not a local folder",
                    at: dependency.location,
                    subject: source,
                    help: "fetch it, then name the copy with '--dependency \(source)=FOLDER'"
                )
            )
            return nil
        }
        return existing(path.hasPrefix("/") ? [path] : [parent + "/" + path, path], dependency, &diagnostics)
    }

    private func existing(
        _ candidates: [String],
        _ dependency: Manifest.Dependency,
        _ diagnostics: inout DiagnosticCollector
    ) -> String? {
        if let folder = candidates.first(where: { reader.kind(of: $0) == .folder }) {
            return reader.direct(Self.trimmed(folder))
        }
        diagnostics.report(
            Diagnostic(
                .error,
                .dependencyNotFound,
                "there is no folder '\(candidates.last ?? "")'",
                at: dependency.location,
                subject: dependency.source,
                help: "paths are taken from the manifest's folder, then from the current one"
            )
        )
        return nil
    }

    private func isRemote(_ path: String) -> Bool {
        if reader.kind(of: path) == .folder { return false }
        return path.contains("://") || path.hasSuffix("]") || path.hasSuffix(".git") || path.hasSuffix(".zip")
            || path.hasSuffix(".tar.gz") || path.hasPrefix("git@")
    }

    private func reportUnusedOverrides(_ diagnostics: inout DiagnosticCollector) {
        let named = sources.flatMap { $0.manifest?.dependencies.map(\.source) ?? [] }
        for source in options.dependencyOverrides.keys.sorted() where !usedOverrides.contains(source) {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .dependencyUnused,
                    "no manifest names the dependency '\(source)'",
                    subject: source,
                    help: Suggestion.didYouMean(source, in: named)
                        ?? (named.isEmpty
                            ? "the registry has no dependencies"
                            : "the dependencies are \(named.joined(separator: ", "))")
                )
            )
        }
    }

    // MARK: - Versions

    /// One version of each registry: the highest of one major. Everything that named another is led to it.
    private mutating func chooseVersions(_ diagnostics: inout DiagnosticCollector) {
        var byName: [String: [Int]] = [:]
        for index in sources.indices.dropFirst() {
            if let name = sources[index].name { byName[name, default: []].append(index) }
        }
        for (name, candidates) in byName.sorted(by: { $0.key < $1.key }) where candidates.count > 1 {
            guard let chosen = choose(name, candidates, &diagnostics) else { continue }
            for index in sources.indices {
                sources[index].dependencies = sources[index].dependencies.map { candidates.contains($0) ? chosen : $0 }
            }
        }
    }

    private func choose(_ name: String, _ candidates: [Int], _ diagnostics: inout DiagnosticCollector) -> Int? {
        let place = sources[candidates[candidates.count - 1]].namedAt
        let versions = candidates.map { sources[$0].version.flatMap(SemanticVersion.init) }
        let texts = candidates.map { sources[$0].version ?? "without a version" }
        guard let first = versions[0], versions.allSatisfy({ $0 != nil }) else {
            if Set(texts).count == 1, sources[candidates[0]].version != nil { return candidates[0] }
            diagnostics.report(
                Diagnostic(
                    .error,
                    .dependencyUnversioned,
                    "several registries are called '\(name)' and their versions cannot be compared: "
                        + texts.joined(separator: ", "),
                    at: place,
                    subject: name,
                    help: "give each a 'schema_url' that ends with a version such as 1.0.0"
                )
            )
            return nil
        }
        guard versions.allSatisfy({ $0?.major == first.major }) else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .dependencyVersions,
                    "'\(name)' is needed in versions that do not go together: \(texts.joined(separator: ", "))",
                    at: place,
                    subject: name,
                    help: "depend on one major version"
                )
            )
            return nil
        }
        let ordered = candidates.sorted { left, right in
            (sources[left].version.flatMap(SemanticVersion.init) ?? first)
                < (sources[right].version.flatMap(SemanticVersion.init) ?? first)
        }
        let chosen = ordered[ordered.count - 1]
        if Set(texts).count > 1 {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .dependencyUpgraded,
                    "'\(name)' is needed as \(texts.joined(separator: " and ")): \(sources[chosen].version ?? "") is used",
                    at: place,
                    subject: name,
                    help: "depend on one version everywhere"
                )
            )
        }
        return chosen
    }
}
