/// The options without a value.
enum CommandLineFlag: String {
    case future = "--future"
    case check = "--check"
    case quiet = "--quiet"
    case shortQuiet = "-q"
    case verbose = "--verbose"
    case shortVerbose = "-v"
    case noColor = "--no-color"
}

/// The options with a value.
enum CommandLineOption: String {
    case registry = "--registry"
    case config = "--config"
    case dependency = "--dependency"
    case diagnosticsFormat = "--diagnostics-format"
    case format = "--format"
    case output = "--output"
    case templates = "--templates"
    case include = "--include"
    case exclude = "--exclude"
    case stability = "--stability"
    case accessLevel = "--access-level"

    /// Reads `--name`, `--name=value` or `-n`.
    init?(_ argument: String) {
        switch argument {
        case "-r": self = .registry
        case "-f": self = .format
        case "-o": self = .output
        case "-t": self = .templates
        default:
            let name = argument.firstIndex(of: "=").map { String(argument[..<$0]) } ?? argument
            self.init(rawValue: name)
        }
    }

    /// Whether only the command `generate` takes it.
    var isForGenerate: Bool {
        switch self {
        case .registry, .config, .dependency, .diagnosticsFormat, .format: false
        case .output, .templates, .include, .exclude, .stability, .accessLevel: true
        }
    }
}

/// The value of `--dependency`: what a manifest names, and the folder to read in its place.
package struct DependencyText: Hashable, Sendable {
    package var source: String
    package var folder: String

    /// Splits at the last `=`, because a URL may have one too.
    package init?(_ argument: String) {
        guard let mark = argument.lastIndex(of: "="), mark != argument.startIndex else { return nil }
        source = String(argument[..<mark])
        folder = String(argument[argument.index(after: mark)...])
        if folder.isEmpty { return nil }
    }
}
