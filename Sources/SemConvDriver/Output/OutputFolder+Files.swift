/// What is done with the files of the folder that was entered last. Names are single names, never paths.
extension OutputFolder {
    /// How a file on disk compares with what it should be.
    enum Comparison: Hashable, Sendable {
        case missing
        case same
        case different
        /// Not a file: a folder, a link, a device.
        case notAFile(FileStatus.Kind)
    }

    /// Compares a file with the bytes that it should have. Reads it only where the sizes agree.
    mutating func compare(_ name: String, with bytes: [UInt8]) throws(SystemError) -> Comparison {
        guard let status = try SystemCalls.status(of: name, in: current) else { return .missing }
        guard status.kind == .file else { return .notAFile(status.kind) }
        guard status.size == bytes.count else { return .different }
        let file = try SystemCalls.openFile(name, in: current)
        return try SystemCalls.contents(of: file, equal: bytes, buffer: &buffer) ? .same : .different
    }

    /// The bytes of a file; `nil` where there is none.
    mutating func read(_ name: String) throws(SystemError) -> [UInt8]? {
        guard let status = try SystemCalls.status(of: name, in: current), status.kind == .file else { return nil }
        let file = try SystemCalls.openFile(name, in: current)
        return try SystemCalls.contents(of: file, buffer: &buffer)
    }

    /// Whether a file says that it is generated. Reads its beginning only.
    mutating func isMarked(_ name: String) throws(SystemError) -> Bool {
        let file = try SystemCalls.openFile(name, in: current)
        let count = try SystemCalls.read(from: file, into: &buffer)
        return GeneratedMarker.isPresent(in: buffer[..<count])
    }

    func status(of name: String) throws(SystemError) -> FileStatus? {
        try SystemCalls.status(of: name, in: current)
    }

    func names() throws(SystemError) -> [String] {
        try SystemCalls.names(in: current)
    }

    /// Puts a file in place, whole or not at all: written beside it first and then given its name.
    func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
        do throws(SystemError) {
            let file = try makeTemporaryFile()
            try SystemCalls.write(bytes, to: file.number)
            try file.finish()
            try SystemCalls.rename(Self.temporaryName, to: name, in: current)
        } catch {
            // The first failure is the one to tell; there may be nothing to remove.
            try? SystemCalls.removeFile(Self.temporaryName, in: current)
            throw error
        }
    }

    /// Makes the temporary file, in place of one that a killed run has left.
    private func makeTemporaryFile() throws(SystemError) -> Descriptor {
        do throws(SystemError) {
            return try SystemCalls.createFile(Self.temporaryName, in: current)
        } catch {
            guard error.isExisting else { throw error }
            try SystemCalls.removeFile(Self.temporaryName, in: current)
            return try SystemCalls.createFile(Self.temporaryName, in: current)
        }
    }

    func remove(_ name: String) throws(SystemError) {
        try SystemCalls.removeFile(name, in: current)
    }

    /// Removes the folder `name` here if nothing is in it.
    ///
    /// - Returns: whether it is gone.
    func removeFolderIfEmpty(_ name: String) -> Bool {
        do throws(SystemError) {
            try SystemCalls.removeFolder(name, in: current)
            return true
        } catch {
            // Not empty, or not ours to remove: both leave everything as it was.
            return false
        }
    }
}
