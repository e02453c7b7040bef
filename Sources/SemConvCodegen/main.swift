import ArgumentParser
import SemConvDriver

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Parses the command line and carries it out.
///
/// Done by hand because the parser's own `main` ends with 64 for a wrong command line, where this tool promises 2.
func run() -> ExitStatus {
    do {
        let command = try Codegen.parseAsRoot()
        if let command = command as? any RequestCommand {
            var session = Session(try command.request())
            return session.run()
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

exit(run().rawValue)
