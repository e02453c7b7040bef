import SemConvDefinitions
import SemConvDiagnostics
import SemConvYAML

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
        guard let words = texts(node, ConfigurationKey.stability.rawValue) else { return nil }
        let known = StabilitySelection.words
        for (word, node) in words {
            guard case .failure = StabilitySelection.parse([word]) else { continue }
            let help = Suggestion.didYouMean(word, in: known) ?? "known are: \(known.joined(separator: ", "))"
            report(.configurationValue, "unknown stability '\(word)'", node, help: help)
        }
        switch StabilitySelection.parse(words.map(\.text)) {
        case .success(.only([])):
            reportType(ConfigurationKey.stability.rawValue, "at least one stability, or 'all'", node)
            return nil
        case .success(let selection): return selection
        case .failure(let unknown):
            if unknown.word == "all", words.count > 1 {
                report(.configurationValue, "'all' stands alone", node, help: "write 'stability: all'")
            }
            return nil
        }
    }

    mutating func accessLevel(_ node: YAMLNode) -> AccessLevel? {
        guard let word = text(node, ConfigurationKey.accessLevel.rawValue) else { return nil }
        if let level = AccessLevel(rawValue: word) { return level }
        let known = AccessLevel.allCases.map(\.rawValue)
        let help = Suggestion.didYouMean(word, in: known) ?? "known are: \(known.joined(separator: ", "))"
        report(.configurationValue, "unknown access level '\(word)'", node, help: help)
        return nil
    }

    mutating func rootNames(_ node: YAMLNode) -> [RootType: String]? {
        guard let entries = map(node, ConfigurationKey.rootNames.rawValue) else { return nil }
        var names: [RootType: String] = [:]
        var owners: [String: String] = [:]
        for (key, value) in entries {
            guard let root = RootType(rawValue: key.string) else {
                reportUnknown(key, "root type", in: RootType.allCases.map(\.rawValue))
                continue
            }
            guard let name = text(value, root.rawValue) else { continue }
            guard Self.isTypeName(name) else {
                let help = "write a name such as 'Attributes': letters, digits and '_', not a digit first"
                report(.configurationValue, "'\(name)' cannot be the name of a type", value, help: help)
                continue
            }
            if let owner = owners.updateValue(root.rawValue, forKey: name) {
                report(.configurationValue, "'\(name)' is the name of '\(owner)' already", value)
            }
            names[root] = name
        }
        return names
    }

    private static func isTypeName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.allSatisfy(NamespaceText.isWord)
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
