/// The list of what a run wrote, kept beside the output: from it the next run knows which files it may remove.
///
/// A text file of one line for each file, `HASH PATH`, sorted by path, so that it merges well under version control.
struct OutputManifest: Hashable, Sendable {
    /// A hidden name: package managers and build systems pass it over.
    static let fileName = ".semconv-generated"

    private static let header = """
        # The files of this folder that codegen wrote. It removes those that are no longer made, and no others.

        """

    private struct Entry: Hashable, Sendable {
        let path: OutputPath
        var hash: ContentHash
    }

    /// In the order of the paths. A table of hashes would cost more to fill than the few questions that are asked of it.
    private var entries: [Entry] = []
    /// The numbers of the lines that could not be read, such as those that a merge has left.
    private(set) var damagedLines: [Int] = []

    init() {}

    /// The manifest of a run.
    init(of files: [OutputFile], paths: OutputPaths) {
        entries = paths.entries.map { Entry(path: $0.path, hash: ContentHash(files[$0.file].bytes)) }
    }

    /// Reads a manifest. Lines that are not understood are noted and left out: the files that they meant are then
    /// simply not known to be generated, which errs on the safe side.
    init(bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            guard let entry = Self.entry(line) else {
                damagedLines.append(index + 1)
                continue
            }
            self[entry.path] = entry.hash
        }
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (path: OutputPath, hash: ContentHash)? {
        guard let text = String(validating: line, as: UTF8.self), let space = text.utf8.firstIndex(of: 0x20),
            let hash = ContentHash(text[..<space]),
            let path = try? OutputPath(String(text[text.utf8.index(after: space)...]))
        else { return nil }
        return (path, hash)
    }

    subscript(path: OutputPath) -> ContentHash? {
        get {
            let index = index(of: path)
            return index < entries.count && entries[index].path == path ? entries[index].hash : nil
        }
        set {
            let index = index(of: path)
            let isThere = index < entries.count && entries[index].path == path
            switch newValue {
            case let hash? where isThere: entries[index].hash = hash
            case let hash?: entries.insert(Entry(path: path, hash: hash), at: index)
            case nil: if isThere { entries.remove(at: index) }
            }
        }
    }

    /// Where the entry of a path is, or would be.
    private func index(of path: OutputPath) -> Int {
        // Paths come in order, so most are new at the end.
        if let last = entries.last, last.path < path { return entries.count }
        var range = 0..<entries.count
        while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
            if entries[middle].path < path {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }

    /// Forgets all files but these.
    mutating func keep(_ paths: [OutputPath]) {
        // In a run that makes what the last one made, the lists are the same.
        if entries.elementsEqual(paths, by: { $0.path == $1 }) { return }
        let kept = Set(paths)
        entries.removeAll { !kept.contains($0.path) }
    }

    /// The files, in byte order.
    var paths: [OutputPath] { entries.map(\.path) }

    var isEmpty: Bool { entries.isEmpty }

    var bytes: [UInt8] {
        var bytes = Array(Self.header.utf8)
        for entry in entries {
            bytes.append(contentsOf: entry.hash.description.utf8)
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: entry.path.text.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
