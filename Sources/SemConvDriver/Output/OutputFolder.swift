/// The output folder, open, and one folder at or below it in which files are looked at and changed.
///
/// Folders are reached one name after the other from an open folder and never through a link. So what was checked is
/// what is used, even if somebody moves things about meanwhile.
struct OutputFolder: ~Copyable {
    /// What a file is called until it is complete. One for each folder is enough, because a run holds the lock.
    static let temporaryName = ".semconv-generated.tmp"

    /// The folder's path, as the user named it.
    let path: String
    private let root: Descriptor
    private(set) var current: Descriptor
    private var currentFolders: [String] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)

    private init(path: String, root: consuming Descriptor, current: consuming Descriptor) {
        self.path = path
        self.root = root
        self.current = current
    }

    /// Opens the output folder.
    ///
    /// - Returns: `nil` where it does not exist and is not to be made.
    static func open(_ path: String, creating: Bool) throws(OutputFailure) -> OutputFolder? {
        if creating { try makeFolders(path) }
        do throws(SystemError) {
            let root = try SystemCalls.openFolder(path)
            let current = try SystemCalls.openFolder(".", in: root)
            return OutputFolder(path: path, root: root, current: current)
        } catch {
            if error.isNotFound, !creating { return nil }
            throw OutputFailure(error, "cannot open the output folder", path: path, rule: .outputFolder)
        }
    }

    /// Makes the folders of a path that are not there yet.
    private static func makeFolders(_ path: String) throws(OutputFailure) {
        if SystemCalls.status(ofPath: path)?.kind == .folder { return }
        var index = path.startIndex
        while index < path.endIndex {
            index = path[path.index(after: index)...].firstIndex(of: "/") ?? path.endIndex
            let prefix = String(path[..<index])
            if SystemCalls.status(ofPath: prefix)?.kind == .folder { continue }
            do throws(SystemError) {
                try SystemCalls.makeFolder(prefix)
            } catch {
                // Another process may have made it meanwhile.
                if SystemCalls.status(ofPath: prefix)?.kind == .folder { continue }
                throw OutputFailure(error, "cannot make the output folder", path: prefix, rule: .outputFolder)
            }
        }
    }

    /// A path below this folder, as diagnostics show it.
    func display(_ relative: String) -> String {
        Self.display(relative, below: path)
    }

    static func display(_ relative: String, below path: String) -> String {
        path.hasSuffix("/") ? path + relative : path + "/" + relative
    }

    /// Whether no other run holds the folder.
    func lock() -> Bool {
        SystemCalls.lock(root)
    }

    // MARK: Moving about

    /// Goes to a folder below the output folder.
    ///
    /// - Returns: `false` where it does not exist and is not to be made.
    mutating func enter(_ folders: [String], creating: Bool = false) throws(OutputFailure) -> Bool {
        if folders == currentFolders { return true }
        current = try Self.translating("cannot open the output folder", path) { () throws(SystemError) in
            try SystemCalls.openFolder(".", in: root)
        }
        currentFolders = []
        for name in folders {
            guard try step(into: name, creating: creating) else { return false }
            currentFolders.append(name)
        }
        return true
    }

    private mutating func step(into name: String, creating: Bool) throws(OutputFailure) -> Bool {
        let shown = display((currentFolders + [name]).joined(separator: "/"))
        let kind = try Self.translating("cannot look at the folder", shown) { () throws(SystemError) in
            try SystemCalls.status(of: name, in: current)?.kind
        }
        switch kind {
        case .folder?:
            break
        case nil:
            if !creating { return false }
            try Self.translating("cannot make the folder", shown) { () throws(SystemError) in
                try SystemCalls.makeFolder(name, in: current)
            }
        case .symbolicLink?:
            throw OutputFailure(
                .outputLink,
                "a symbolic link is in the way: inside the output folder none is followed, as it could lead outside",
                path: shown,
                help: "replace the link by a folder, or choose another folder with '--output'"
            )
        case .file?, .other?:
            throw OutputFailure(
                .foreignFile,
                "a folder has to be here, and it is none",
                path: shown,
                help: "move it away, or choose another folder with '--output'"
            )
        }
        current = try Self.translating("cannot open the folder", shown) { () throws(SystemError) in
            try SystemCalls.openFolder(name, in: current)
        }
        return true
    }

    /// Gives a failed system call the words and the path that a user needs.
    private static func translating<Value: ~Copyable>(
        _ action: String,
        _ path: String,
        _ body: () throws(SystemError) -> Value
    ) throws(OutputFailure) -> Value {
        do throws(SystemError) {
            return try body()
        } catch {
            throw OutputFailure(error, action, path: path)
        }
    }
}
