internal import ArgumentParser
internal import SemConvDiagnostics
internal import SemConvDriver

/// How much is said, and in what form.
struct ConsoleArguments: ParsableArguments {
    @Flag(name: [.long, .short], help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: [.long, .short], help: "Say what is read and written, and how long it takes.")
    var verbose = false

    @Option(help: ArgumentHelp("The form of errors and warnings.", valueName: "text|json|github|sarif"))
    var diagnosticsFormat: DiagnosticFormatter.Format = .text

    @Flag(name: .customLong("no-color"), help: "No colours, not even on a terminal. 'NO_COLOR' does the same.")
    var noColor = false

    var options: ConsoleOptions {
        var options = ConsoleOptions()
        options.volume = quiet ? .quiet : verbose ? .verbose : .normal
        options.format = diagnosticsFormat
        options.allowsColor = !noColor
        return options
    }

    func validate() throws {
        if quiet, verbose { throw ValidationError("'--quiet' and '--verbose' do not go together.") }
    }
}

extension DiagnosticFormatter.Format: ExpressibleByArgument {}
