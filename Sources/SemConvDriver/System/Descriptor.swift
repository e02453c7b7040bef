#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// An open file or folder. It cannot be copied, so that it is closed exactly once.
package struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // Nothing was written through it, or that has failed already: a failure here says nothing new.
        _ = close(number)
    }

    /// Closes it and tells of a failure: some file systems report a full disk only here.
    consuming func finish() throws(SystemError) {
        let number = number
        discard self
        if close(number) != 0, errno != EINTR { throw SystemError(code: errno) }
    }
}

/// What stands under a name in a folder.
struct FileStatus: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file
        case folder
        case symbolicLink
        /// A device, a pipe or a socket.
        case other
    }

    /// Two names with the same identity are one file.
    struct Identity: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
    }

    var kind: Kind
    var size: Int
    var identity: Identity
}
