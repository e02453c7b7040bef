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
///
/// - Parameter session: receives the session, so that the process can end while it lives. To free all that it holds piece
///   by piece would be the last thing that the process does, and serve nobody.
func run(_ arguments: [String], keeping session: inout Session?) -> ExitStatus {
    func carryOut(_ request: Request) -> ExitStatus {
        var started = Session(request)
        defer { session = started }
        return started.run()
    }
    if let request = CommandLineReader.read(arguments) { return carryOut(request) }
    do {
        let command = try Codegen.parseAsRoot(CommandLineReader.commandFirst(arguments))
        if let command = command as? any RequestCommand {
            return carryOut(try command.request())
        }
        // Help and version come as commands of the parser's own.
        var other = command
        try other.run()
        return .success
    } catch {
        return report(error)
    }
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

var session: Session?
exit(run(Array(CommandLine.arguments.dropFirst()), keeping: &session).rawValue)
