internal import ArgumentParser
internal import SemConvDriver

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Reads the command line and carries it out.
///
/// The parser's own `main` is not used: it ends with 64 for a wrong command line, where this tool promises 2.
func run(_ arguments: [String]) -> ExitStatus {
    if let request = CommandLineReader.read(arguments) { carryOut(request) }
    do {
        let command = try Codegen.parseAsRoot(CommandLineReader.commandFirst(arguments))
        if let command = command as? any RequestCommand { carryOut(try command.request()) }
        // Help and version come as commands of the parser's own.
        var other = command
        try other.run()
        return .success
    } catch {
        return report(error)
    }
}

/// Carries out a request and ends the process, with the session still alive: see what it keeps.
func carryOut(_ request: Request) -> Never {
    var session = Session(request)
    let status = session.run()
    return withExtendedLifetime(session) { exit(status.rawValue) }
}

/// Prints what the parser has to say: help on standard output, a mistake on standard error.
func report(_ error: any Error) -> ExitStatus {
    Interrupt.ignoreBrokenPipes()
    let text = Codegen.fullMessage(for: error)
    guard Codegen.exitCode(for: error).isSuccess else {
        Console.printError(text + "\n")
        return .usage
    }
    return Console.print(text + "\n")
}

exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
