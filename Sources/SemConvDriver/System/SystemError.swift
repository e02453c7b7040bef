#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A system call that failed: its `errno`, in words, and what a user can do about it.
package struct SystemError: Error, Hashable, Sendable {
    package let code: Int32

    /// The system's own words, such as `No space left on device`.
    package var message: String { SystemCalls.errorText(code) }

    package var isNotFound: Bool { code == ENOENT }

    var isExisting: Bool { code == EEXIST }

    /// Whether the other end of a pipe has gone, as with `codegen resolve | head`.
    package var isBrokenPipe: Bool { code == EPIPE }

    /// What to do about it; `nil` where the system's words say all.
    package var help: String? {
        switch code {
        case EACCES, EPERM: "check who owns it and its permissions, or choose another folder with '--output'"
        case EROFS: "the file system is mounted read-only; choose another folder with '--output'"
        case ENOSPC, EDQUOT: "free some space, then run the command again; files already written stay as they are"
        case EFBIG: "raise the limit on file sizes ('ulimit -f'), then run the command again"
        case EMFILE, ENFILE: "raise the limit on open files ('ulimit -n'), then run the command again"
        case ENAMETOOLONG: "shorten the path of the output folder, or the names in the template"
        case ENOTDIR, EEXIST:
            "a part of the path is a file, not a folder; move it away or choose another folder with '--output'"
        case EISDIR: "move the folder away, or choose another one with '--output'"
        default: nil
        }
    }
}
