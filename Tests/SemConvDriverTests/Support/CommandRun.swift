import Foundation

/// One run of the built command, as a user sees it.
struct CommandRun {
    let status: Int32
    let output: String
    let errors: String

    /// The folder of the package.
    static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Where the command was built: beside the program that runs the tests. `nil` where it is not there.
    static let executable: String? = {
        let bundles = CommandLine.arguments.compactMap { argument -> String? in
            guard let range = argument.range(of: ".xctest") else { return nil }
            return URL(fileURLWithPath: String(argument[..<range.upperBound])).deletingLastPathComponent().path
        }
        let folders = bundles + [packageRoot + "/.build/debug"]
        return folders.map { $0 + "/codegen" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Runs the command in a folder.
    ///
    /// - Parameters:
    ///   - wrapper: a shell line in which `"$@"` stands for the command with its arguments.
    ///   - whileRunning: is called with the process's id once it has begun.
    init(
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:],
        wrapper: String? = nil,
        whileRunning: ((Int32) -> Void)? = nil
    ) throws {
        let process = Process()
        let command = [Self.executable ?? "codegen"] + arguments
        process.executableURL = URL(fileURLWithPath: wrapper == nil ? command[0] : "/bin/sh")
        process.arguments = wrapper.map { ["-c", $0, "sh"] + command } ?? arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "HOME": folder,
            // The tool ends without freeing what it read; where a sanitizer watches, that is no leak.
            "ASAN_OPTIONS": "detect_leaks=0",
        ].merging(environment) { $1 }
        // Files and not pipes: nobody has to read while the command writes.
        let streams = try TemporaryFolder()
        try streams.write("", to: "output")
        try streams.write("", to: "errors")
        process.standardOutput = FileHandle(forWritingAtPath: streams["output"])
        process.standardError = FileHandle(forWritingAtPath: streams["errors"])
        process.standardInput = FileHandle.nullDevice
        try Self.start(process)
        whileRunning?(process.processIdentifier)
        process.waitUntilExit()
        status = process.terminationStatus
        output = streams.text("output") ?? ""
        errors = streams.text("errors") ?? ""
    }

    /// Starts a process that takes signals: tests run on threads that block them, and a child inherits that.
    private static func start(_ process: Process) throws {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }
}

/// A registry small enough for every run of the command.
enum SmallRegistry {
    static let text = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: The shop.
            attributes:
              - id: shop.order.id
                type: string
                brief: The order.
                stability: stable
                examples: ["A-1"]
              - id: shop.kind
                type:
                  members:
                    - id: new
                      value: new
                      brief: New.
                      stability: stable
                brief: The kind.
                stability: stable

        """

    /// With two attributes that are excluded from code; one wants the Swift name of another.
    static let withExcluded = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: The shop.
            attributes:
              - id: shop.order-id
                type: string
                brief: The order.
                stability: stable
                examples: ["A-1"]
                annotations: {code_generation: {exclude: true}}
              - id: shop.order_id
                type: string
                brief: The order.
                stability: stable
                examples: ["A-1"]
              - id: excluded
                type: int
                brief: A number.
                stability: development
                annotations: {code_generation: {exclude: true}}

        """

    /// With warnings, one of which is an error with `--future`: nothing defines the entity.
    static let withWarning = """
        groups:
          - id: span.shop
            type: span
            span_kind: client
            brief: A call.
            entity_associations: [nothing]

        """

    /// With an error in line 6, column 14.
    static let withError = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: The shop.
            attributes:
              - ref: shop.nothing

        """
}
