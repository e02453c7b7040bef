package import SemConvDiagnostics

/// What the user asked to see, and how.
package struct ConsoleOptions: Hashable, Sendable {
    package enum Volume: Hashable, Sendable {
        /// Errors alone.
        case quiet
        case normal
        /// Also what was read and written.
        case verbose
    }

    /// How diagnostics are written.
    package var format = DiagnosticFormatter.Format.text
    package var volume = Volume.normal
    /// Whether colours are wanted where the terminal has them.
    package var allowsColor = true

    package init() {}
}

/// The two streams of a command: the result on standard output, all else on standard error.
package struct Console: Sendable {
    let options: ConsoleOptions

    static let output: Int32 = 1
    static let error: Int32 = 2

    init(options: ConsoleOptions) {
        self.options = options
    }

    /// Whether standard error is a terminal on which something may move.
    var showsProgress: Bool {
        options.volume != .quiet && options.format == .text && SystemCalls.isTerminal(Self.error)
            && SystemCalls.environment("TERM") != "dumb"
    }

    /// Colours only on a terminal that has them, and not where `NO_COLOR` is set (https://no-color.org).
    var usesColor: Bool {
        guard options.allowsColor, options.format == .text, SystemCalls.isTerminal(Self.error) else { return false }
        return SystemCalls.environment("NO_COLOR") == nil
            && SystemCalls.environment("TERM") != "dumb"
    }

    // MARK: Standard output

    /// Writes a part of the command's result.
    ///
    /// A reader that has gone, as in `codegen resolve | head`, is no failure.
    func writeResult(_ bytes: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            try SystemCalls.write(bytes, to: Self.output)
        } catch {
            if !error.isBrokenPipe { throw error }
        }
    }

    // MARK: Standard error

    /// Says something about the run, unless the user wants it quiet or the stream has a format of its own.
    func inform(_ line: String) {
        if options.volume != .quiet, options.format == .text { writeError(line + "\n") }
    }

    /// Says something that only helps to find out what a run does.
    func detail(_ line: @autoclosure () -> String) {
        if options.volume == .verbose { inform(line()) }
    }

    func writeError(_ text: String) {
        Self.printError(text)
    }

    // MARK: Without a run

    /// Prints the answer to a request that needs no run, such as a help text.
    package static func print(_ text: String) -> ExitStatus {
        do throws(SystemError) {
            try SystemCalls.write(Array(text.utf8), to: output)
            return .success
        } catch {
            return error.isBrokenPipe ? .success : .failure
        }
    }

    package static func printError(_ text: String) {
        // There is nowhere left to tell of a failure.
        try? SystemCalls.write(Array(text.utf8), to: error)
    }
}
