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
    /// The folders on the way, the outermost first.
    let folders: [String]
    /// The file's own name.
    let name: String

    init(_ text: String) throws(Refusal) {
        guard !text.isEmpty else { throw Refusal(reason: "is empty") }
        guard text.utf8.first != UInt8(ascii: "/") else { throw Refusal(reason: "is absolute") }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Refusal(reason: "has a control character")
        }
        var components = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for component in components {
            switch component {
            case "": throw Refusal(reason: "has an empty part")
            case ".", "..": throw Refusal(reason: "has the part '\(component)'")
            case OutputManifest.fileName, OutputFolder.temporaryName:
                throw Refusal(reason: "has the name '\(component)', which the tool keeps for itself")
            default:
                guard component.utf8.count <= Self.longestName else {
                    throw Refusal(reason: "has a part of more than \(Self.longestName) bytes")
                }
            }
        }
        self.text = text
        name = components.removeLast()
        folders = components
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
