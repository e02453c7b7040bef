internal import SemConvDiagnostics
internal import SemConvYAML

/// Where the files of registries lie.
package enum RegistryPlace: Sendable {
    case disk
    /// The contents of files by their paths, which have no `.` and no `..` in them. A folder is what such a path leads
    /// through.
    case memory([String: [UInt8]])
}

/// Finds and reads the files of registries, on disk or in memory.
struct RegistryReader: Sendable {
    private let place: RegistryPlace
    private let reader: YAMLReader

    init(_ options: RegistryOptions) {
        place = options.place
        reader = YAMLReader(limits: options.limits)
    }

    /// What a path leads to.
    func kind(of path: String) -> FolderListing.PathKind {
        guard case .memory(let files) = place else { return FolderListing.kind(of: path) }
        let path = Self.withoutDetours(path)
        if files[path] != nil { return .file }
        return path == "." || files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : .missing
    }

    /// The path without detours where it leads to the same folder, otherwise the path as it is.
    ///
    /// Behind a link, `..` leads elsewhere than the text says.
    func direct(_ folder: String) -> String {
        let direct = Self.withoutDetours(folder)
        if case .disk = place, !FolderListing.isSame(direct, folder) { return folder }
        return direct
    }

    /// The files below a folder, by the rules of `FolderListing`.
    func files(
        below folder: String,
        where accepts: (String) -> Bool
    ) -> (files: [String], unreadable: [(folder: String, reason: String)]) {
        guard case .memory(let files) = place else { return FolderListing.files(below: folder, where: accepts) }
        let direct = Self.withoutDetours(folder)
        let start = direct == "." ? "" : direct + "/"
        let found = files.keys.compactMap { path -> String? in
            let parts = path.dropFirst(start.count).split(separator: "/")
            guard path.hasPrefix(start), let name = parts.last, accepts(String(name)) else { return nil }
            return parts.contains { $0.hasPrefix(".") } ? nil : parts.joined(separator: "/")
        }
        return (found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, [])
    }

    /// Reads a file, which diagnostics call by its path.
    func document(_ path: String, _ diagnostics: inout DiagnosticCollector) -> YAMLDocument? {
        guard case .memory(let files) = place else {
            return reader.read(path: path, displayName: path, diagnostics: &diagnostics)
        }
        guard let bytes = files[Self.withoutDetours(path)] else {
            // No file has an empty path, so that this says what is said of a missing file.
            return reader.read(path: "", displayName: path, diagnostics: &diagnostics)
        }
        return reader.read(bytes: bytes, file: path, diagnostics: &diagnostics)
    }

    /// A path without `.`, and without `..` where a name stands before it: `a/b/../c` is `a/c`.
    private static func withoutDetours(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case ".." where !(parts.isEmpty || parts.last == ".."): parts.removeLast()
            default: parts.append(part)
            }
        }
        let joined = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }
}
