import ArgumentParser
import Testing

@testable import SemConvCodegen
@testable import SemConvDriver

/// The two readers of the command line must never part: what the plain one takes, the library takes for the same.
@Suite("Reading the command line")
struct CommandLineReaderTests {
    /// Command lines that are plain and right.
    static let plain: [[String]] = [
        [],
        ["generate"],
        ["--check"],
        ["generate", "--check", "-q"],
        ["-r", "m", "-o", "out", "-t", "tpl"],
        ["--registry", "m", "--output", "out", "--templates", "tpl", "--config", "c.yaml"],
        ["--registry=m", "--output=out", "--include=a,b"],
        ["--registry=a=b"],
        ["--registry", "m", "--registry", "n"],
        ["--include", "http,url", "--include", "db.client", "--exclude", "k8s"],
        ["--stability", "all"],
        ["--stability", "all,stable"],
        ["--stability", "stable,beta", "--stability", "experimental"],
        ["--access-level", "package", "--future", "--verbose", "--no-color"],
        ["--dependency", "https://x/?a=b=dir", "--dependency", "otel=other", "--dependency", "otel=last"],
        ["check", "--registry", "check", "--future"],
        ["check", "--diagnostics-format", "sarif", "-v"],
        ["check", "--diagnostics-format", "github"],
        ["resolve"],
        ["resolve", "--format", "facts", "--registry", "m"],
        ["resolve", "-f", "yaml", "--diagnostics-format", "json"],
        ["stats"],
        ["stats", "--format", "json"],
        ["explain", "http.request.method", "--registry", "m"],
        ["explain", "--registry", "m", "http.request.method"],
        ["explain", "check"],
    ]

    @Test("a plain command line means the same to both readers", arguments: plain)
    func plainCommandLine(arguments: [String]) throws {
        let request = try #require(CommandLineReader.read(arguments))
        let command = try #require(try Codegen.parseAsRoot(arguments) as? any RequestCommand)
        #expect(try command.request() == request)
    }

    /// Command lines that the library has to answer, with a mistake or with help.
    static let other: [[String]] = [
        ["--help"],
        ["-h"],
        ["--version"],
        ["help"],
        ["help", "check"],
        ["check", "--help"],
        ["--bogus"],
        ["bogus"],
        ["--registry"],
        ["--registry", "--output"],
        ["--registry", ""],
        ["--registry="],
        ["--output", ""],
        ["--quiet", "--verbose"],
        ["-qv"],
        ["check", "--output", "x"],
        ["check", "--check"],
        ["check", "--format", "json"],
        ["check", "m"],
        ["--format", "json"],
        ["resolve", "--format", "xml"],
        ["stats", "--format", "yaml"],
        ["explain"],
        ["explain", "a", "b"],
        ["explain", "a", "--stability", "all"],
        ["--stability", "foo"],
        ["--stability", ""],
        ["--access-level", "private"],
        ["--include", "a,,b"],
        ["--include", "http.*"],
        ["--dependency", "x"],
        ["--dependency", "=x"],
        ["--dependency", "x="],
        ["--diagnostics-format", "xml"],
        ["--check=true"],
        ["--", "check"],
    ]

    @Test("what is not plain or not right is left to the library, which refuses it or helps", arguments: other)
    func otherCommandLine(arguments: [String]) {
        #expect(CommandLineReader.read(arguments) == nil)
        #expect(throws: (any Error).self) {
            let command = try Codegen.parseAsRoot(arguments) as? any RequestCommand
            // Help that is asked for by a command arrives as a command of the library's own.
            if command == nil { throw CleanExit.helpRequest() }
        }
    }

    @Test(
        "options that all commands have may stand before the command",
        arguments: [
            (["-q", "check"], ["check", "-q"]),
            (
                ["--registry", "m", "--future", "stats", "--format", "json"],
                ["stats", "--registry", "m", "--future", "--format", "json"]
            ),
            (["--registry=m", "explain", "id"], ["explain", "--registry=m", "id"]),
            (["--registry", "check"], ["--registry", "check"]),
            (["--registry", "check", "check"], ["check", "--registry", "check"]),
            (["--bogus", "check"], ["--bogus", "check"]),
            (["generate", "check"], ["generate", "check"]),
        ]
    )
    func commandFirst(arguments: [String], expected: [String]) {
        #expect(CommandLineReader.commandFirst(arguments) == expected)
    }

    @Test("the plain reader knows every option that the library prints")
    func everyOption() throws {
        var printed: Set<String> = []
        for command in ["generate", "check", "resolve", "stats", "explain"] {
            let help = Codegen.helpMessage(
                for: try type(
                    of: Codegen.parseAsRoot(
                        [command, "x"].filter {
                            command == "explain" || $0 != "x"
                        }
                    )
                ),
                columns: 200
            )
            for word in help.split(whereSeparator: { " ,[]<>()'\n=".contains($0) }) where word.hasPrefix("--") {
                printed.insert(String(word))
            }
        }
        printed.subtract(["--help", "--version"])
        #expect(printed.count == 16)
        for option in printed.sorted() {
            #expect(CommandLineFlag(rawValue: option) != nil || CommandLineOption(option) != nil, "\(option)")
        }
    }
}
