#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The system calls that the driver makes, with types that cannot go wrong.
///
/// All pointers of this module are here. Every call that takes a name takes the folder that the name is in, and none
/// follows a symbolic link there, so that nothing can lead out of the output folder.
enum SystemCalls {
    // MARK: Opening

    /// Opens a folder by its path, following links: the path is the user's own.
    static func openFolder(_ path: String) throws(SystemError) -> Descriptor {
        Descriptor(try retry { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
    }

    static func openFolder(_ name: String, in folder: borrowing Descriptor) throws(SystemError) -> Descriptor {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let parent = folder.number
        return Descriptor(try retry { unsafe openat(parent, name, flags) })
    }

    /// Opens a file of the user's by its path, following links, to read. A pipe does not make it wait.
    static func openFile(_ path: String) throws(SystemError) -> Descriptor {
        Descriptor(try retry { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) })
    }

    /// Opens a file to read. A pipe does not make it wait.
    static func openFile(_ name: String, in folder: borrowing Descriptor) throws(SystemError) -> Descriptor {
        let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let parent = folder.number
        return Descriptor(try retry { unsafe openat(parent, name, flags) })
    }

    /// Makes a file that must not be there yet; the process's umask decides about its permissions.
    static func createFile(_ name: String, in folder: borrowing Descriptor) throws(SystemError) -> Descriptor {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let parent = folder.number
        return Descriptor(try retry { unsafe openat(parent, name, flags, 0o666) })
    }

    static func makeFolder(_ path: String) throws(SystemError) {
        _ = try retry { unsafe mkdir(path, 0o777) }
    }

    static func makeFolder(_ name: String, in folder: borrowing Descriptor) throws(SystemError) {
        let parent = folder.number
        _ = try retry { unsafe mkdirat(parent, name, 0o777) }
    }

    // MARK: Looking

    /// What is there; `nil` for nothing.
    static func status(of name: String, in folder: borrowing Descriptor) throws(SystemError) -> FileStatus? {
        var info = stat()
        let parent = folder.number
        do throws(SystemError) {
            _ = try retry { unsafe fstatat(parent, name, &info, AT_SYMLINK_NOFOLLOW) }
        } catch {
            if error.isNotFound { return nil }
            throw error
        }
        return FileStatus(info)
    }

    /// What a path of the user's leads to, links followed; `nil` for nothing, or where it cannot be seen.
    static func status(ofPath path: String) -> FileStatus? {
        var info = stat()
        guard unsafe stat(path, &info) == 0 else { return nil }
        return FileStatus(info)
    }

    /// The names in a folder, in byte order, without `.` and `..`.
    static func names(in folder: borrowing Descriptor) throws(SystemError) -> [String] {
        // `fdopendir` takes the descriptor over, hence one of its own.
        let parent = folder.number
        let own = try retry { unsafe openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard let stream = unsafe fdopendir(own) else {
            let error = SystemError(code: errno)
            _ = close(own)
            throw error
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    // MARK: Contents

    /// Whether the rest of a file has exactly these bytes.
    static func contents(
        of file: borrowing Descriptor,
        equal bytes: [UInt8],
        buffer: inout [UInt8]
    ) throws(SystemError) -> Bool {
        var offset = 0
        while true {
            let count = try read(from: file, into: &buffer)
            if count == 0 { return offset == bytes.count }
            if offset + count > bytes.count { return false }
            let same = unsafe bytes.withUnsafeBytes { expected in
                unsafe buffer.withUnsafeBytes { found in
                    guard let expected = expected.baseAddress, let found = found.baseAddress else { return false }
                    return unsafe memcmp(expected + offset, found, count) == 0
                }
            }
            if !same { return false }
            offset += count
        }
    }

    /// All that is left to read of a file.
    static func contents(of file: borrowing Descriptor, buffer: inout [UInt8]) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let count = try read(from: file, into: &buffer)
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Reads at most as much as the buffer holds.
    ///
    /// - Returns: the number of bytes, 0 at the end.
    static func read(from file: borrowing Descriptor, into buffer: inout [UInt8]) throws(SystemError) -> Int {
        let number = file.number
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { space in
                #if canImport(Glibc)
                return unsafe Glibc.read(number, space.baseAddress, space.count)
                #elseif canImport(Musl)
                return unsafe Musl.read(number, space.baseAddress, space.count)
                #elseif canImport(Darwin)
                return unsafe Darwin.read(number, space.baseAddress, space.count)
                #endif
            }
            if count >= 0 { return count }
            if errno != EINTR { throw SystemError(code: errno) }
        }
    }

    /// Writes all the bytes.
    static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { source in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: source[offset...])
                #if canImport(Glibc)
                return unsafe Glibc.write(number, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                return unsafe Musl.write(number, rest.baseAddress, rest.count)
                #elseif canImport(Darwin)
                return unsafe Darwin.write(number, rest.baseAddress, rest.count)
                #endif
            }
            if count > 0 {
                offset += count
            } else if count < 0, errno != EINTR {
                throw SystemError(code: errno)
            }
        }
    }

    // MARK: Changing

    /// Gives a file another name in the same folder, in place of what had that name.
    static func rename(_ name: String, to newName: String, in folder: borrowing Descriptor) throws(SystemError) {
        let parent = folder.number
        _ = try retry { unsafe renameat(parent, name, parent, newName) }
    }

    static func removeFile(_ name: String, in folder: borrowing Descriptor) throws(SystemError) {
        let parent = folder.number
        _ = try retry { unsafe unlinkat(parent, name, 0) }
    }

    /// Removes a folder that is empty.
    static func removeFolder(_ name: String, in folder: borrowing Descriptor) throws(SystemError) {
        let parent = folder.number
        _ = try retry { unsafe unlinkat(parent, name, AT_REMOVEDIR) }
    }

    /// Takes the lock of a folder.
    ///
    /// - Returns: `false` where another process holds it. A file system without locks counts as taken: a missing lock
    ///   must not keep anybody from working.
    static func lock(_ folder: borrowing Descriptor) -> Bool {
        flock(folder.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    // MARK: The process

    static func pause(milliseconds: UInt32) {
        _ = usleep(milliseconds * 1000)
    }

    static func isTerminal(_ number: Int32) -> Bool {
        isatty(number) == 1
    }

    /// An environment variable; `nil` where it is not set or empty.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    static func errorText(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    /// Makes a call again that a signal has broken off.
    private static func retry(_ call: () -> Int32) throws(SystemError) -> Int32 {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw SystemError(code: errno) }
        }
    }
}

extension FileStatus {
    fileprivate init(_ info: stat) {
        kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .other
            }
        size = Int(info.st_size)
        identity = Identity(
            device: UInt64(truncatingIfNeeded: info.st_dev),
            number: UInt64(truncatingIfNeeded: info.st_ino)
        )
    }
}
