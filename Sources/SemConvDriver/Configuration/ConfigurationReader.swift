package import SemConvDiagnostics
internal import SemConvRendering
package import SemConvYAML

/// Reads a configuration file, `semconv.yaml`. Every problem is reported with its place, all of a file at once.
package struct ConfigurationReader {
    /// The name that is looked for where none is given.
    package static let defaultFile = "semconv.yaml"

    /// The folder of the file: paths in it start from there.
    private let folder: String
    private var diagnostics = DiagnosticCollector()

    private init(file: String) {
        folder = PathText.folder(of: file)
    }

    /// - Returns: the settings; `nil` when an error was reported.
    package static func read(path: String, diagnostics: inout DiagnosticCollector) -> Configuration? {
        var own = DiagnosticCollector()
        defer { diagnostics.append(contentsOf: own) }
        guard let document = YAMLReader().read(path: path, diagnostics: &own) else { return nil }
        var reader = ConfigurationReader(file: path)
        let configuration = reader.configuration(document)
        own.append(contentsOf: reader.diagnostics)
        return own.hasErrors ? nil : configuration
    }

    /// Reads bytes that are already in memory; `file` is where they would be.
    package static func read(document: YAMLDocument, diagnostics: inout DiagnosticCollector) -> Configuration? {
        var reader = ConfigurationReader(file: document.file)
        let configuration = reader.configuration(document)
        diagnostics.append(contentsOf: reader.diagnostics)
        return reader.diagnostics.hasErrors ? nil : configuration
    }

    private mutating func configuration(_ document: YAMLDocument) -> Configuration {
        var configuration = Configuration()
        guard let root = document.root else { return configuration }
        guard root.kind == .mapping else {
            report(.invalidConfiguration, "a configuration is a map of settings, and this is \(described(root))", root)
            return configuration
        }
        for (key, value) in root.entries {
            if let known = ConfigurationKey(rawValue: key.string) {
                read(known, value, into: &configuration)
            } else {
                reportUnknown(key, "setting", in: ConfigurationKey.allCases.map(\.rawValue))
            }
        }
        return configuration
    }

    private mutating func read(_ key: ConfigurationKey, _ value: YAMLNode, into configuration: inout Configuration) {
        let name = key.rawValue
        switch key {
        case .registry: configuration.registry = path(value, name)
        case .output: configuration.output = path(value, name)
        case .templates: configuration.templates = path(value, name)
        case .boundaries: configuration.boundaries = path(value, name)
        case .include: configuration.include = namespaces(value, name)
        case .exclude: configuration.exclude = namespaces(value, name)
        case .stability: configuration.stability = stability(value)
        case .accessLevel: configuration.accessLevel = accessLevel(value)
        case .rootNames: configuration.rootNames = rootNames(value)
        case .gate: configuration.gate = identifier(value, name)
        case .imports: configuration.imports = imports(value)
        case .documentationURL: configuration.documentationURL = text(value, name)
        case .dependencies: configuration.dependencies = dependencies(value)
        case .parameters: configuration.parameters = parameters(value)
        case .future: configuration.future = boolean(value, name)
        }
    }

    // MARK: Problems

    mutating func report(_ rule: RuleID, _ message: String, _ node: YAMLNode, help: String? = nil) {
        diagnostics.report(Diagnostic(.error, rule, message, at: node.location, help: help))
    }

    mutating func reportUnknown(_ key: YAMLNode, _ what: String, in known: [String]) {
        let help = Suggestion.didYouMean(key.string, in: known) ?? "known are: \(known.joined(separator: ", "))"
        report(.unknownConfigurationKey, "unknown \(what) '\(key.string)'", key, help: help)
    }

    /// Reports that a setting has a value of the wrong type.
    mutating func reportType(_ name: String, _ expected: String, _ node: YAMLNode) {
        report(.configurationType, "'\(name)' takes \(expected), and this is \(described(node))", node)
    }

    /// What a value is, in words.
    func described(_ node: YAMLNode) -> String {
        switch node.kind {
        case .mapping: return "a map"
        case .sequence: return "a list"
        case .scalar:
            switch node.scalar {
            case .null: return "nothing"
            case .bool(let bool): return "the Boolean \(bool)"
            case .int, .double: return "the number \(node.string)"
            case .string: return "a text"
            }
        }
    }

    // MARK: Values

    mutating func text(_ node: YAMLNode, _ name: String) -> String? {
        guard case .string(let string) = node.scalar, node.kind == .scalar else {
            reportType(name, "a text", node)
            return nil
        }
        guard !string.isEmpty else {
            report(.configurationValue, "'\(name)' is empty", node, help: "give it a value, or leave it out")
            return nil
        }
        return string
    }

    mutating func path(_ node: YAMLNode, _ name: String) -> String? {
        text(node, name).map { PathText.join(folder, $0) }
    }

    mutating func boolean(_ node: YAMLNode, _ name: String) -> Bool? {
        guard case .bool(let bool) = node.scalar else {
            reportType(name, "true or false", node)
            return nil
        }
        return bool
    }

    /// One text, or a list of texts.
    mutating func texts(_ node: YAMLNode, _ name: String) -> [(text: String, node: YAMLNode)]? {
        switch node.kind {
        case .mapping:
            reportType(name, "a text or a list of texts", node)
            return nil
        case .sequence:
            // Every element is looked at, so that all problems are told.
            let texts = node.elements.map { element in (text(element, name), element) }
            return texts.compactMap { text, node in text.map { ($0, node) } }
        case .scalar:
            return text(node, name).map { [($0, node)] }
        }
    }
}
