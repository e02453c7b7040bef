internal import SemConvDiagnostics
internal import SemConvRendering

/// Reads a plain command line without a library.
///
/// The library that prints help and explains mistakes builds a picture of all commands at run time, which costs a tenth
/// of the whole work on a large registry. So the common case is read here first; whatever is not plain and right, help
/// included, is left to the library. A tool without that library can do with this alone.
package struct CommandLineReader {
    /// The words that name a command; without one, it is `generate`.
    private static let commands = ["generate", "check", "resolve", "stats", "explain"]

    private var command = "generate"
    private var operand: String?
    private var format: String?
    private var isCheck = false
    private var stability: [String] = []
    private var request = Request(.check)

    private init() {}

    /// - Parameter arguments: without the name of the tool.
    /// - Returns: `nil` for a command line that is not plain or not right.
    package static func read(_ arguments: [String]) -> Request? {
        var reader = CommandLineReader()
        var rest = commandFirst(arguments)[...]
        if let first = rest.first, commands.contains(first) {
            reader.command = first
            rest.removeFirst()
        }
        while let argument = rest.popFirst() {
            guard reader.take(argument, &rest) else { return nil }
        }
        return reader.finish()
    }

    /// The arguments with the command in front: users write options that all commands have before it too.
    package static func commandFirst(_ arguments: [String]) -> [String] {
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if commands.contains(argument) {
                return [argument] + arguments[..<index] + arguments[(index + 1)...]
            }
            if CommandLineFlag(rawValue: argument) == nil {
                if CommandLineOption(argument) == nil { return arguments }
                if !argument.contains("=") { index += 1 }
            }
            index += 1
        }
        return arguments
    }

    // MARK: One argument

    private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>) -> Bool {
        if let flag = CommandLineFlag(rawValue: argument) { return take(flag) }
        guard let option = CommandLineOption(argument) else {
            guard command == "explain", operand == nil, !argument.hasPrefix("-") else { return false }
            operand = argument
            return true
        }
        if let mark = argument.firstIndex(of: "=") {
            return take(option, String(argument[argument.index(after: mark)...]))
        }
        guard let value = rest.popFirst(), !value.hasPrefix("-") else { return false }
        return take(option, value)
    }

    private mutating func take(_ flag: CommandLineFlag) -> Bool {
        switch flag {
        case .future: request.configuration.future = true
        case .noColor: request.console.allowsColor = false
        case .quiet, .shortQuiet:
            guard request.console.volume != .verbose else { return false }
            request.console.volume = .quiet
        case .verbose, .shortVerbose:
            guard request.console.volume != .quiet else { return false }
            request.console.volume = .verbose
        case .check:
            guard command == "generate" else { return false }
            isCheck = true
        }
        return true
    }

    private mutating func take(_ option: CommandLineOption, _ value: String) -> Bool {
        if value.isEmpty || (option.isForGenerate && command != "generate") { return false }
        switch option {
        case .registry: request.configuration.registry = value
        case .config: request.configurationFile = value
        case .dependency:
            guard let dependency = DependencyText(value) else { return false }
            request.configuration.dependencies = request.configuration.dependencies ?? [:]
            request.configuration.dependencies?[dependency.source] = dependency.folder
        case .diagnosticsFormat:
            guard let format = DiagnosticFormatter.Format(rawValue: value) else { return false }
            request.console.format = format
        case .format: format = value
        case .output: request.configuration.output = value
        case .templates: request.configuration.templates = value
        case .include: return Self.append(value, to: &request.configuration.include)
        case .exclude: return Self.append(value, to: &request.configuration.exclude)
        case .stability: stability += value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        case .accessLevel:
            guard let level = AccessLevel(rawValue: value) else { return false }
            request.configuration.accessLevel = level
        }
        return true
    }

    private static func append(_ value: String, to namespaces: inout [String]?) -> Bool {
        let names = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        namespaces = (namespaces ?? []) + names
        return names.allSatisfy { NamespaceText.problem($0) == nil }
    }

    // MARK: The whole

    private consuming func finish() -> Request? {
        guard let action else { return nil }
        if !stability.isEmpty {
            guard case .success(let selection) = StabilitySelection.parse(stability) else { return nil }
            request.configuration.stability = selection
        }
        request.action = action
        return request
    }

    private var action: Request.Action? {
        switch command {
        case "resolve": Request.ResolveFormat(rawValue: format ?? "json").map { .resolve($0) }
        case "stats": Request.StatsFormat(rawValue: format ?? "text").map { .stats($0) }
        // The other commands have no `--format`.
        case _ where format != nil: nil
        case "explain": operand.map { .explain($0) }
        case "check": .check
        default: .generate(check: isCheck)
        }
    }
}
