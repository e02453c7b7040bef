import Foundation
import Testing

@testable import SemConvDriver

@Suite("The command", .enabled(if: CommandRun.executable != nil, "the command is not built"))
struct CommandTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write(SmallRegistry.text, to: "model/shop.yaml")
        try temporary.write(SmallRegistry.withWarning, to: "warned/shop.yaml")
        try temporary.write(SmallRegistry.withError, to: "broken/shop.yaml")
        try temporary.write("registry: model\noutput: Out\naccess_level: package\n", to: "conf/good.yaml")
        try temporary.write("registri: model\n", to: "conf/bad.yaml")
        try temporary.write("registry: ../model\noutput: Out\n", to: "other/semconv.yaml")
    }

    private func run(
        _ arguments: [String],
        in folder: String = "",
        environment: [String: String] = [:],
        wrapper: String? = nil
    ) throws -> CommandRun {
        let path = folder.isEmpty ? temporary.path : temporary[folder]
        return try CommandRun(arguments, in: path, environment: environment, wrapper: wrapper)
    }

    // MARK: Exit status

    /// A command line with the status that it ends with.
    private static let statuses: [(arguments: [String], status: Int32)] = [
        (["check"], 0),
        (["check", "--registry", "model/shop.yaml"], 0),
        (["check", "--registry", "warned"], 0),
        (["check", "--registry", "warned", "--future"], 1),
        (["check", "--registry", "broken"], 1),
        (["check", "--registry", "nothing"], 1),
        (["generate", "--registry", "broken"], 1),
        (["resolve", "--registry", "broken"], 1),
        (["stats", "--format", "json"], 0),
        (["explain", "shop.order.id"], 0),
        (["explain", "shop.order"], 1),
        (["--config", "conf/bad.yaml"], 1),
        (["--config", "conf/none.yaml"], 1),
        (["--check"], 1),
        (["--templates", "nothing"], 1),
        (["--version"], 0),
        (["--help"], 0),
        (["help", "resolve"], 0),
        (["--bogus"], 2),
        (["bogus"], 2),
        (["check", "--format", "json"], 2),
        (["resolve", "--format", "xml"], 2),
        (["--quiet", "--verbose"], 2),
        (["explain"], 2),
    ]

    @Test("the exit status says how it ended", arguments: statuses)
    func exitStatus(arguments: [String], status: Int32) throws {
        let run = try run(arguments)
        #expect(run.status == status, "\(run.errors)")
        // Whoever gets a status other than 0 is told why.
        #expect(status == 0 || !(run.errors + run.output).isEmpty)
    }

    // MARK: Generating

    @Test("without options, model goes to Generated/SemanticConventions, and a check is clean after that")
    func defaults() throws {
        let first = try run([])
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output == "")
        let files = temporary.listing("Generated/SemanticConventions")
        #expect(files.contains(".semconv-generated"))
        #expect(files.contains { $0.hasSuffix(".swift") })
        let check = try run(["--check"])
        #expect(check.status == 0)
        #expect(check.output == "")
        #expect(check.errors.contains("all up to date"))
        #expect(try run([]).errors.contains("nothing changed"))
    }

    @Test("a check lists the files that differ on standard output, one a line")
    func checkLists() throws {
        _ = try run(["-o", "Out"])
        let name = try #require(temporary.listing("Out").first { $0.hasSuffix(".swift") })
        try temporary.write("edited", to: "Out/\(name)")
        let check = try run(["-o", "Out", "--check"])
        #expect(check.status == 1)
        #expect(check.output == "differs: Out/\(name)\n")
        #expect(temporary.text("Out/\(name)") == "edited")
        let quiet = try run(["-o", "Out", "--check", "--quiet"])
        #expect(quiet.output == check.output)
        #expect(quiet.errors == "")
    }

    @Test(
        "`all` generates the whole registry, a list of all levels leaves out what is excluded from code",
        arguments: [
            ("--stability all", ["shop.order_id", "shop.order-id", "excluded"]),
            ("--config conf/all.yaml", ["shop.order_id", "shop.order-id", "excluded"]),
            ("--stability stable,release_candidate,beta,alpha,development", ["shop.order_id"]),
            ("--config conf/all.yaml --stability stable", ["shop.order_id"]), ("", ["shop.order_id"]),
        ]
    )
    func wholeRegistry(options: String, expected: [String]) throws {
        try temporary.write(SmallRegistry.withExcluded, to: "excluded/shop.yaml")
        try temporary.write("stability: all\n", to: "conf/all.yaml")
        let arguments = ["--registry", "excluded", "--output", "Out"] + options.split(separator: " ").map(String.init)
        let run = try run(arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.errors.contains("warning"), "\(run.errors)")
        let text = temporary.listing("Out").compactMap { temporary.text("Out/\($0)") }.joined()
        for id in ["shop.order_id", "shop.order-id", "excluded"] {
            #expect(text.contains("(\"\(id)\")") == expected.contains(id), "\(id)")
        }
        #expect(text.contains("var orderID: AttributeKey<String> { .init(\"shop.order_id\")"))
        #expect(text.contains("var orderID_: ") == expected.contains("shop.order-id"))
    }

    @Test("without a registry and a folder 'model' it says what to do")
    func nothingThere() throws {
        let run = try run([], in: "conf")
        #expect(run.status == 1)
        #expect(run.errors.contains("there is no folder 'model' here [missing-input]"))
        #expect(run.errors.contains("'--registry'"))
    }

    @Test("a configuration file is read, and the command line wins over it")
    func configuration() throws {
        try temporary.write(SmallRegistry.text, to: "conf/model/shop.yaml")
        let first = try run(["--config", "conf/good.yaml"])
        #expect(first.status == 0, "\(first.errors)")
        #expect(temporary.listing("conf/Out").contains(".semconv-generated"))
        _ = try run(["--config", "conf/good.yaml", "--output", "Mine"])
        #expect(temporary.listing("Mine").contains(".semconv-generated"))
    }

    @Test("semconv.yaml of the current folder is read, unless the command line names a registry")
    func usualConfiguration() throws {
        #expect(try run([], in: "other").status == 0)
        #expect(temporary.listing("other/Out").contains(".semconv-generated"))
        #expect(try run(["--registry", "../model", "--output", "New"], in: "other").status == 0)
        #expect(temporary.listing("other/New").contains(".semconv-generated"))
    }

    @Test("explain says the names that the user's templates lead to")
    func explainedNames() throws {
        try temporary.write("registry: ../model\ntemplates: Mine\n", to: "spelled/semconv.yaml")
        try temporary.write(
            "acronyms: [ShOp]\ntemplates: [{template: module.swift.j2}]\n",
            to: "spelled/Mine/pack.yaml"
        )
        let explained = try run(["explain", "shop.order.id"], in: "spelled")
        #expect(explained.output.contains("Attributes.ShOp.Order.id"), "\(explained.output)\(explained.errors)")
        try temporary.write("registry: ../model\ntemplates: Gone\n", to: "spelled/semconv.yaml")
        let unexplained = try run(["explain", "shop.order.id"], in: "spelled")
        #expect(unexplained.status == 1 && unexplained.errors.contains("Gone"), "\(unexplained.errors)")
    }

    @Test("a user's template takes the place of the built-in one")
    func templates() throws {
        try temporary.write("templates:\n  - template: a.j2\n    query: all_attributes\n", to: "bad/pack.yaml")
        let bad = try run(["--templates", "bad"])
        #expect(bad.status == 1)
        #expect(bad.errors.contains("bad/pack.yaml:"))
        try temporary.write("no templates", to: "empty/readme.txt")
        let empty = try run(["--templates", "empty"])
        #expect(empty.errors.contains("the folder has no templates [template-folder]"))
        #expect(temporary.listing("Generated").isEmpty)
    }

    // MARK: Streams

    @Test("data goes to standard output, all else to standard error")
    func streams() throws {
        let run = try run(["resolve", "--registry", "warned", "--format", "facts"])
        #expect(run.output.hasPrefix("{\n"))
        #expect(run.errors.contains("warning: "))
        let quiet = try self.run(["resolve", "--registry", "warned", "--format", "facts", "--quiet"])
        #expect(quiet.output == run.output)
        #expect(quiet.errors == "")
    }

    @Test("a registry with an error prints nothing on standard output")
    func noPartialData() throws {
        let run = try run(["resolve", "--registry", "broken"])
        #expect(run.output == "")
        #expect(run.errors.contains("broken/shop.yaml:6:14: error: "))
    }

    @Test("options that all commands have may stand before the command")
    func globalOptions() throws {
        let run = try run(["--quiet", "--registry", "warned", "check"])
        #expect(run.status == 0)
        #expect(run.errors == "")
        // Also where the rest is wrong.
        #expect(try self.run(["--quiet", "check", "--bogus"]).errors.contains("Usage: codegen check"))
    }

    @Test("verbose says what is read and written")
    func verbose() throws {
        let run = try run(["--verbose", "--config", "other/semconv.yaml"])
        #expect(run.errors.contains("configuration: other/semconv.yaml\n"))
        #expect(run.errors.contains("reading other/../model"))
        #expect(run.errors.contains("wrote other/Out/"))
    }

    @Test("a reader that goes away is no failure", arguments: ["json", "yaml", "facts"])
    func brokenPipe(format: String) throws {
        // The status is that of the command, not that of the reader.
        let line = "{ \"$@\"; echo $? > status; } | true"
        _ = try run(["resolve", "--format", format], wrapper: line)
        #expect(temporary.text("status") == "0\n")
    }

    @Test(
        "standard output that takes nothing is a failure that is told",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full")
    )
    func fullOutput() throws {
        let run = try run(["resolve"], wrapper: "\"$@\" > /dev/full")
        #expect(run.status == 1)
        #expect(run.errors.contains("cannot write to standard output: No space left on device"))
    }

    // MARK: Diagnostics

    @Test("what is not a terminal gets no colours")
    func noColours() throws {
        #expect(try !run(["check", "--registry", "broken"]).errors.contains("\u{1B}["))
    }

    /// Options and variables of the environment, with whether there are colours on a terminal.
    private static let colourChoices: [(options: [String], environment: [String: String], isColoured: Bool)] = [
        ([], [:], true),
        ([], ["NO_COLOR": ""], true),
        ([], ["NO_COLOR": "1"], false),
        (["--no-color"], [:], false),
        ([], ["TERM": "dumb"], false),
    ]

    @Test(
        "a terminal gets colours unless told otherwise",
        .enabled(if: Tool.path("script") != nil, "there is no 'script' to make a terminal"),
        arguments: colourChoices
    )
    func terminalColours(options: [String], environment: [String: String], isColoured: Bool) throws {
        let arguments = ["check", "--registry", "broken"] + options
        let run = try run(
            arguments,
            environment: ["TERM": "xterm"].merging(environment) { $1 },
            wrapper: "script -qec \"$*\" /dev/null"
        )
        #expect(run.output.contains("broken/shop.yaml:6:14:"))
        #expect(run.output.contains("\u{1B}[") == isColoured)
    }

    @Test("a format for programs is the whole of standard output where the command prints no data")
    func diagnosticFormats() throws {
        for format in ["json", "sarif"] {
            let run = try run(["check", "--registry", "broken", "--diagnostics-format", format])
            #expect(run.status == 1)
            #expect(run.errors == "")
            let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            #expect(document is [String: Any])
            let data = try self.run(["resolve", "--registry", "broken", "--diagnostics-format", format])
            #expect(data.output == "")
            #expect(data.errors == run.output)
            let clean = try self.run(["check", "--diagnostics-format", format])
            #expect(clean.status == 0)
            #expect(try JSONSerialization.jsonObject(with: Data(clean.output.utf8)) is [String: Any])
        }
        let run = try run(["check", "--registry", "broken", "--diagnostics-format", "github"])
        #expect(run.errors.hasPrefix("::error file=broken/shop.yaml,line=6,"))
        #expect(run.output == "")
    }

    @Test("a check for programs has the files that differ among its diagnostics")
    func checkForPrograms() throws {
        let run = try run(["--check", "-o", "Out", "--diagnostics-format", "json"])
        #expect(run.status == 1)
        #expect(run.output.contains("outdated-file"))
        #expect(!run.output.contains("missing: Out"))
    }

    // MARK: Help

    @Test(
        "help shows examples of each command, in lines of at most 80 columns",
        arguments: [[], ["generate"], ["check"], ["resolve"], ["stats"], ["explain"]]
    )
    func help(command: [String]) throws {
        let run = try run(command + ["--help"])
        #expect(run.errors == "")
        #expect(run.output.contains("EXAMPLES\n  codegen \(command.first == "generate" ? "" : command.first ?? "")"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("the version is that of the driver")
    func version() throws {
        #expect(try run(["--version"]).output == "codegen \(Session.version)\n")
    }
}
