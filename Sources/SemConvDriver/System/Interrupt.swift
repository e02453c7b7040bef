internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Notes Ctrl-C (SIGINT) and SIGTERM while files are written, so that a run ends between two files and not within one.
///
/// Reading and rendering leave nothing behind, so there the signals keep their usual effect.
package enum Interrupt {
    /// The signal that came, 0 for none. Atomic, hence safe to set in a signal handler.
    private static let pending = Atomic<Int32>(0)

    /// The signal that came since `watch`, or `nil`.
    static var signalNumber: Int32? {
        let number = pending.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// Begins to note the signals. Each works once: whoever presses Ctrl-C a second time wants out at once.
    static func watch() {
        pending.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            _ = signal(number) { received in
                Interrupt.pending.store(received, ordering: .relaxed)
                _ = signal(received, SIG_DFL)
            }
        }
    }

    /// Gives the signals their usual effect back.
    static func unwatch() {
        for number in [SIGINT, SIGTERM] {
            _ = signal(number, SIG_DFL)
        }
    }

    /// Lets a write to a closed pipe fail with an error, in place of ending the process without a word.
    package static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
