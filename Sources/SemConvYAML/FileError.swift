internal import SemConvDiagnostics

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Why a file cannot be read.
enum FileError: Error, Hashable {
    case missing
    case unreadable
    case isFolder
    case notRegular
    case tooLarge
    /// Another error of the system.
    case system(Int32)

    init(_ code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .missing
        case EACCES, EPERM: self = .unreadable
        // A folder that a system refuses to open as a file, and a socket or a device without a driver.
        case EISDIR: self = .isFolder
        case ENXIO, ENODEV: self = .notRegular
        default: self = .system(code)
        }
    }

    /// The diagnostic for a file with this error.
    func diagnostic(for file: String, limit: Int) -> Diagnostic {
        let location = SourceLocation(file: file)
        return switch self {
        case .missing:
            Diagnostic(.error, .fileMissing, "no such file", at: location, help: "check the path and its spelling")
        case .unreadable:
            Diagnostic(
                .error,
                .fileUnreadable,
                "no permission to read the file",
                at: location,
                help: "give the user that runs the generator the right to read it"
            )
        case .isFolder:
            Diagnostic(.error, .fileIsFolder, "a folder, where a file is expected", at: location, help: "name a file")
        case .notRegular:
            Diagnostic(
                .error,
                .fileNotRegular,
                "not a regular file but a pipe, a socket or a device",
                at: location,
                help: "save the text to a file and name that"
            )
        case .tooLarge:
            Diagnostic(
                .error,
                .fileTooLarge,
                "the file is larger than the limit of \(limit) bytes",
                at: location,
                help: "split it into several files"
            )
        case .system(let code):
            Diagnostic(
                .error,
                .fileUnreadable,
                "cannot read the file: \(Self.reason(code))",
                at: location,
                help: "see whether other programs can read it"
            )
        }
    }

    /// What an error of the system means. `strerror` depends on the locale, and output must not.
    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "it does not exist"
        case ENOTDIR: "not a folder"
        case EACCES, EPERM: "no permission"
        case ELOOP: "too many symbolic links"
        case ENAMETOOLONG: "the path is too long"
        case EMFILE, ENFILE: "too many open files"
        case EIO: "input/output error"
        case ENOMEM: "out of memory"
        default: "error \(code) of the system"
        }
    }
}
