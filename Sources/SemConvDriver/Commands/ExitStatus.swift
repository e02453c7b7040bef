/// How a command ended, as the shell sees it.
package struct ExitStatus: RawRepresentable, Hashable, Sendable {
    package var rawValue: Int32

    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// All is well; there may have been warnings.
    package static let success = ExitStatus(rawValue: 0)
    /// There were errors, or `--check` found differences.
    package static let failure = ExitStatus(rawValue: 1)
    /// The command line itself is wrong.
    package static let usage = ExitStatus(rawValue: 2)

    /// Ended by a signal: 130 for Ctrl-C, 143 for SIGTERM, as shells have it.
    package static func signal(_ number: Int32) -> ExitStatus {
        ExitStatus(rawValue: 128 + number)
    }
}
