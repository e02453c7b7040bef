#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The bytes of a file, freed with it.
///
/// Read with `read`: for hundreds of small files that is twice as quick as mapping them.
@safe struct FileContents: ~Copyable {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// What was read, with `EventParser.padding` zeros after it; valid as long as the value lives.
    var bytes: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(rebasing: storage.prefix(count))
    }

    /// Reads a regular file of at most `limit` bytes.
    init(path: String, limit: Int) throws(FileError) {
        unsafe storage = .init(start: nil, count: 0)
        // The C function would stop at the zero and open another file.
        guard unsafe path.withCString({ unsafe strlen($0) }) == path.utf8.count else { throw .missing }
        // Without O_NONBLOCK the call would wait for a writer where the path is a FIFO.
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError(errno) }
        defer { close(descriptor) }

        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isFolder
        default: throw .notRegular
        }
        guard status.st_size <= limit else { throw .tooLarge }
        // One byte more than the file has, so that the end shows without growing. Files of /proc say 0.
        grow(to: Int(status.st_size) + 1 + EventParser.padding)
        try readAll(descriptor, limit: limit)
        if unsafe storage.count - count < EventParser.padding { grow(to: count + EventParser.padding) }
        unsafe storage[count..<count + EventParser.padding].update(repeating: 0)
    }

    deinit {
        unsafe storage.deallocate()
    }

    /// Reads until the end. The size may have changed since it was asked for.
    private mutating func readAll(_ descriptor: Int32, limit: Int) throws(FileError) {
        while true {
            let capacity = unsafe storage.count
            if count == capacity { grow(to: min(max(capacity * 2, 4096), limit + 1)) }
            guard let start = unsafe storage.baseAddress else { return }
            let result = unsafe Self.read(descriptor, start + count, storage.count - count)
            if result == 0 { return }
            if result < 0 {
                if errno == EINTR { continue }
                throw FileError(errno)
            }
            count += result
            if count > limit { throw .tooLarge }
        }
    }

    private static func read(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.read(descriptor, start, count)
        #elseif canImport(Musl)
        unsafe Musl.read(descriptor, start, count)
        #else
        unsafe Glibc.read(descriptor, start, count)
        #endif
    }

    private mutating func grow(to capacity: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        _ = unsafe larger.update(fromContentsOf: storage.prefix(count))
        unsafe storage.deallocate()
        unsafe storage = larger
    }
}
