/// The path of a file below the output folder, proven not to lead out of it.
struct OutputPath: Hashable, Sendable {
    /// Why a path was refused.
    struct Refusal: Error, Hashable, Sendable {
        let reason: String
    }

    /// The longest name that the usual file systems take, in bytes.
    private static let longestName = 255

    /// The whole path, `/` between folders.
    let text: String
    /// Where the file's own name begins.
    private let nameStart: String.Index

    init(_ text: String) throws(Refusal) {
        if let reason = Self.problem(text.utf8) { throw Refusal(reason: reason) }
        self.text = text
        nameStart = text.utf8.lastIndex(of: UInt8(ascii: "/")).map { text.utf8.index(after: $0) } ?? text.startIndex
    }

    /// The file's own name.
    var name: String { String(text[nameStart...]) }

    /// The folders on the way, the outermost first.
    var folders: [String] {
        text[..<nameStart].utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    /// Looks at the bytes alone: every file of every run comes through here.
    private static func problem(_ path: String.UTF8View) -> String? {
        if path.isEmpty { return "is empty" }
        if path.first == UInt8(ascii: "/") { return "is absolute" }
        var partStart = path.startIndex
        var length = 0
        for index in path.indices {
            let byte = path[index]
            if byte < 0x20 || byte == 0x7F { return "has a control character" }
            if byte != UInt8(ascii: "/") {
                length += 1
                continue
            }
            if let problem = problem(part: path[partStart..<index], length: length) { return problem }
            partStart = path.index(after: index)
            length = 0
        }
        return problem(part: path[partStart...], length: length)
    }

    private static func problem(part: Substring.UTF8View, length: Int) -> String? {
        if length == 0 { return "has an empty part" }
        if length > longestName { return "has a part of more than \(longestName) bytes" }
        guard part.first == UInt8(ascii: ".") else { return nil }
        switch Substring(part) {
        case ".", "..": return "has the part '\(Substring(part))'"
        case OutputManifest.fileName, OutputFolder.temporaryName:
            return "has the name '\(Substring(part))', which the tool keeps for itself"
        default: return nil
        }
    }

    /// The form in which two paths are the same for a file system that does not tell case apart.
    var caseFolded: String { text.lowercased() }
}

extension OutputPath {
    // The other properties follow from the text.
    static func == (left: OutputPath, right: OutputPath) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension OutputPath: Comparable {
    static func < (left: OutputPath, right: OutputPath) -> Bool { left.text < right.text }
}
