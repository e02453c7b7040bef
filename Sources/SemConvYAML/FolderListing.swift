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
            let path = relative.isEmpty ? folder : joined(folder, relative)
            guard let entries = entries(in: path) else {
                unreadable.append((path, FileError.reason(errno)))
                continue
            }
            for entry in entries {
                let child = relative.isEmpty ? entry.name : joined(relative, entry.name)
                switch entry.kind ?? kindOfEntry(joined(folder, child)) {
                case nil: break
                case .folder: open.append(child)
                case .link:
                    if accepts(entry.name), kind(of: joined(folder, child)) != .folder { files.append(child) }
                case .other: if accepts(entry.name) { files.append(child) }
                }
            }
        }
        return (sorted(files), unreadable.sorted { $0.folder < $1.folder })
    }

    /// In the order of the paths' bytes. The first bytes as numbers decide nearly every comparison.
    private static func sorted(_ paths: [String]) -> [String] {
        let keys = paths.indices.map { (words: paths[$0].leadingWords, index: $0) }
        return keys.sorted { left, right in
            left.words == right.words
                ? precedes(paths[left.index], paths[right.index]) : left.words < right.words
        }.map { paths[$0.index] }
    }

    /// Whether the bytes of a path come before those of another one.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        // No path has a zero byte inside, and bytes are compared without their sign.
        unsafe left.withCString { left in unsafe right.withCString { unsafe strcmp(left, $0) } } < 0
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        var path = ""
        path.reserveCapacity(folder.utf8.count + 1 + name.utf8.count)
        path += folder
        path += "/"
        path += name
        return path
    }

    /// What a name in a folder is itself, links not followed.
    private enum EntryKind {
        case folder
        case link
        case other
    }

    /// Asks the file system; `nil` where the entry has gone meanwhile.
    private static func kindOfEntry(_ path: String) -> EntryKind? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The names in a folder but for hidden ones; `nil` with `errno` set where it cannot be read.
    ///
    /// - Returns: with each name what it is, where the folder itself says so.
    private static func entries(in path: String) -> [(name: String, kind: EntryKind?)]? {
        guard let stream = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(stream) }
        var entries: [(name: String, kind: EntryKind?)] = []
        while let entry = unsafe readdir(stream) {
            // The name has no fixed length in memory: it is read from the entry itself, up to its zero byte.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { pointer in
                    unsafe pointer.pointee == CChar(UInt8(ascii: ".")) ? nil : unsafe String(cString: pointer)
                }
            }
            guard let name else { continue }
            let kind: EntryKind? =
                switch Int32(unsafe entry.pointee.d_type) {
                case Int32(DT_DIR): .folder
                case Int32(DT_LNK): .link
                case Int32(DT_REG): .other
                default: nil
                }
            entries.append((name, kind))
        }
        return entries
    }
}
