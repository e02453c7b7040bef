#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Finds files below a folder. The order is that of the paths' bytes, whatever the file system says.
package enum FolderListing {
    /// What a path leads to.
    package enum PathKind: Hashable, Sendable {
        case missing
        case file
        case folder
        /// A device, pipe or socket.
        case other
    }

    /// What a path leads to, links followed.
    package static func kind(of path: String) -> PathKind {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    /// Whether two paths lead to one and the same file or folder.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        var first = stat()
        var second = stat()
        guard unsafe stat(one, &first) == 0, unsafe stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// The files below `folder`, as paths relative to it. Hidden files and folders are left out, and links to folders
    /// are not followed, so that no circle can form.
    ///
    /// - Parameter accepts: decides by the file's name.
    /// - Returns: the files, and the folders that could not be read with the reason.
    package static func files(
        below folder: String,
        where accepts: (String) -> Bool
    ) -> (files: [String], unreadable: [(folder: String, reason: String)]) {
        var files: [String] = []
        var unreadable: [(folder: String, reason: String)] = []
        var open = [""]
        while let relative = open.popLast() {
            let path = relative.isEmpty ? folder : folder + "/" + relative
            guard let names = names(in: path) else {
                unreadable.append((path, FileError.reason(errno)))
                continue
            }
            for name in names where !name.hasPrefix(".") {
                let child = relative.isEmpty ? name : relative + "/" + name
                var status = stat()
                guard unsafe lstat(folder + "/" + child, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: open.append(child)
                case S_IFLNK: if accepts(name), kind(of: folder + "/" + child) != .folder { files.append(child) }
                default: if accepts(name) { files.append(child) }
                }
            }
        }
        return (
            files.sorted(by: precedes), unreadable.sorted { $0.folder < $1.folder }
        )
    }

    /// Whether the bytes of a path come before those of another one.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        // No path has a zero byte inside, and bytes are compared without their sign.
        unsafe left.withCString { left in unsafe right.withCString { unsafe strcmp(left, $0) } } < 0
    }

    /// The names in a folder; `nil` with `errno` set where it cannot be read.
    private static func names(in path: String) -> [String]? {
        guard let stream = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // The name has no fixed length in memory: it is read from the entry itself, up to its zero byte.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
