internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRendering
internal import SemConvYAML

/// The settings that take more than a text.
extension ConfigurationReader {
    mutating func namespaces(_ node: YAMLNode, _ name: String) -> [String]? {
        texts(node, name)?.compactMap { text, node in
            if let problem = NamespaceText.problem(text) {
                report(.configurationValue, "'\(text)' is not a namespace: \(problem)", node)
                return nil
            }
            return text
        }
    }

    mutating func stability(_ node: YAMLNode) -> StabilitySelection? {
        let name = ConfigurationKey.stability.rawValue
        guard let words = texts(node, name) else { return nil }
        if node.kind == .sequence, node.count == 0 {
            reportType(name, "at least one stability, or 'all'", node)
        }
        let known = StabilitySelection.words
        for (word, node) in words {
            guard case .failure = StabilitySelection.parse([word]) else { continue }
            let help = Suggestion.didYouMean(word, in: known) ?? "known are: \(known.joined(separator: ", "))"
            report(.configurationValue, "unknown stability '\(word)'", node, help: help)
        }
        return try? StabilitySelection.parse(words.map(\.text)).get()
    }

    mutating func accessLevel(_ node: YAMLNode) -> AccessLevel? {
        guard let word = text(node, ConfigurationKey.accessLevel.rawValue) else { return nil }
        if let level = AccessLevel(rawValue: word) { return level }
        let known = AccessLevel.allCases.map(\.rawValue)
        let help = Suggestion.didYouMean(word, in: known) ?? "known are: \(known.joined(separator: ", "))"
        report(.configurationValue, "unknown access level '\(word)'", node, help: help)
        return nil
    }

    /// A list of modules.
    mutating func imports(_ node: YAMLNode) -> [String]? {
        let name = ConfigurationKey.imports.rawValue
        return texts(node, name)?.compactMap { _, node in identifier(node, name) }
    }

    mutating func rootNames(_ node: YAMLNode) -> RootNames? {
        guard let entries = map(node, ConfigurationKey.rootNames.rawValue) else { return nil }
        var names = RootNames()
        var owners: [String: String] = [:]
        for (key, value) in entries {
            guard let path = RootNames.path(of: key.string) else {
                reportUnknown(key, "root name", in: names.all.map(\.option))
                continue
            }
            guard let name = identifier(value, key.string) else { continue }
            if let owner = owners.updateValue(key.string, forKey: name) {
                report(.configurationValue, "'\(name)' is the name of '\(owner)' already", value)
            }
            names[keyPath: path] = name
        }
        return names
    }

    /// A name in Swift. Reserved words are refused later, by those who know them.
    mutating func identifier(_ node: YAMLNode, _ setting: String) -> String? {
        guard let name = text(node, setting) else { return nil }
        if let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            name.utf8.allSatisfy(NamespaceText.isWord)
        {
            return name
        }
        let help = "write ASCII letters, digits and '_', and not a digit first"
        report(.configurationValue, "'\(name)' cannot be a name in Swift", node, help: help)
        return nil
    }

    /// Sources, as manifests write them, and the folders to read in their place.
    mutating func dependencies(_ node: YAMLNode) -> [String: String]? {
        guard let entries = map(node, ConfigurationKey.dependencies.rawValue) else { return nil }
        var folders: [String: String] = [:]
        for (key, value) in entries {
            guard let source = text(key, ConfigurationKey.dependencies.rawValue) else { continue }
            folders[source] = path(value, source)
        }
        return folders
    }

    mutating func parameters(_ node: YAMLNode) -> [FreeValue.Entry]? {
        guard let entries = map(node, ConfigurationKey.parameters.rawValue) else { return nil }
        return entries.compactMap { key, value in
            text(key, ConfigurationKey.parameters.rawValue).map { FreeValue.Entry(key: $0, value: FreeValue(value)) }
        }
    }

    private mutating func map(_ node: YAMLNode, _ name: String) -> YAMLNode.Entries? {
        guard node.kind == .mapping else {
            reportType(name, "a map", node)
            return nil
        }
        return node.entries
    }
}

extension FreeValue {
    /// The value of a node, whatever it is.
    init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence: self = .list(node.elements.map { FreeValue($0) })
        case .mapping: self = .map(node.entries.map { Entry(key: $0.key.string, value: FreeValue($0.value)) })
        case .scalar:
            self =
                switch node.scalar {
                case .null: .null
                case .bool(let bool): .bool(bool)
                case .int(let int): .int(int)
                case .double(let double): .double(double)
                case .string(let string): .string(string)
                }
        }
    }
}

extension RootNames {
    /// The name that an option sets.
    fileprivate static func path(of option: String) -> WritableKeyPath<RootNames, String>? {
        switch option {
        case "attributes": \.attributes
        case "metrics": \.metrics
        case "spans": \.spans
        case "events": \.events
        case "entities": \.entities
        case "view_presets": \.viewPresets
        case "registry": \.registry
        default: nil
        }
    }
}
