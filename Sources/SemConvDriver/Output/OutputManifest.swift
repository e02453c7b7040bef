/// The list of what a run wrote, kept beside the output: from it the next run knows which files it may remove.
///
/// A text file of one line for each file, `HASH PATH`, sorted by path, so that it merges well under version control.
struct OutputManifest: Hashable, Sendable {
    /// A hidden name: package managers and build systems pass it over.
    static let fileName = ".semconv-generated"

    private static let header = """
        # The files of this folder that codegen wrote. It removes those that are no longer made, and no others.

        """

    private(set) var hashes: [OutputPath: ContentHash] = [:]
    /// The numbers of the lines that could not be read, such as those that a merge has left.
    private(set) var damagedLines: [Int] = []

    init() {}

    /// The manifest of a run.
    init(of files: [OutputFile], paths: OutputPaths) {
        hashes.reserveCapacity(files.count)
        for (path, file) in paths.entries { hashes[path] = ContentHash(files[file].bytes) }
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
            hashes[entry.path] = entry.hash
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
        get { hashes[path] }
        set { hashes[path] = newValue }
    }

    /// Forgets all files but these.
    mutating func keep(_ paths: [OutputPath]) {
        let kept = Set(paths)
        hashes = hashes.filter { kept.contains($0.key) }
    }

    /// The files, in byte order.
    var paths: [OutputPath] { hashes.keys.sorted() }

    var isEmpty: Bool { hashes.isEmpty }

    var bytes: [UInt8] {
        var bytes = Array(Self.header.utf8)
        for (path, hash) in hashes.sorted(by: { $0.key < $1.key }) {
            bytes.append(contentsOf: hash.description.utf8)
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: path.text.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
