internal import SemConvDiagnostics
internal import SemConvTemplateEngine
internal import SemConvYAML

/// A mapping of a configuration file, read key by key. Every mistake becomes a diagnostic with its place, and reading
/// goes on with the next key.
struct ConfigurationMapping {
    let node: YAMLNode
    /// What messages call the mapping, such as "a template entry".
    let place: String

    /// - Returns: `nil`, with a diagnostic, for a node that is no mapping or for keys that nobody reads.
    init?(_ node: YAMLNode, place: String, keys: [String], diagnostics: inout DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(.invalid("\(place) is a mapping", at: node))
            return nil
        }
        self.init(node, place: place)
        for (key, _) in node.entries where !keys.contains(key.string) {
            diagnostics.report(.unknownKey(key, in: place, known: keys))
        }
    }

    /// A mapping with free keys.
    init(_ node: YAMLNode, place: String) {
        self.node = node
        self.place = place
    }

    func value(_ key: StaticString) -> YAMLNode? { node[key] }

    func string(_ key: StaticString, diagnostics: inout DiagnosticCollector) -> Located<String>? {
        guard let value = node[key] else { return nil }
        guard value.kind == .scalar, !value.isNull else {
            diagnostics.report(.invalid("'\(key)' of \(place) is a text", at: value))
            return nil
        }
        return Located(value.string, at: value.location)
    }

    func bool(_ key: StaticString, diagnostics: inout DiagnosticCollector) -> Bool? {
        guard let value = node[key] else { return nil }
        guard case .bool(let bool) = value.scalar else {
            diagnostics.report(.invalid("'\(key)' of \(place) is true or false", at: value))
            return nil
        }
        return bool
    }

    func strings(_ key: StaticString, diagnostics: inout DiagnosticCollector) -> [String]? {
        guard let value = node[key] else { return nil }
        guard value.kind == .sequence, value.elements.allSatisfy({ $0.kind == .scalar }) else {
            diagnostics.report(.invalid("'\(key)' of \(place) is a list of texts", at: value))
            return nil
        }
        return value.elements.map(\.string)
    }

    /// One of the raw values of an enum.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: StaticString,
        of type: Choice.Type,
        diagnostics: inout DiagnosticCollector
    ) -> Choice? where Choice.RawValue == String {
        guard let word = string(key, diagnostics: &diagnostics) else { return nil }
        if let choice = Choice(rawValue: word.value) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        diagnostics.report(
            Diagnostic(
                .error,
                .invalidPackConfiguration,
                "'\(key)' of \(place) cannot be '\(word.value)'",
                at: word.location,
                help: Suggestion.didYouMean(word.value, in: words) ?? "one of: \(words.joined(separator: ", "))"
            )
        )
        return nil
    }
}

extension Diagnostic {
    static func invalid(_ message: String, at node: YAMLNode, help: String? = nil) -> Diagnostic {
        Diagnostic(.error, .invalidPackConfiguration, message, at: node.location, help: help)
    }
}

extension TemplateValue {
    /// Whatever stands in a file, as a template sees it.
    init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence: self = .list(node.elements.map { TemplateValue($0) })
        case .mapping: self = .map(TemplateMap(node.entries.map { ($0.key.string, TemplateValue($0.value)) }))
        case .scalar:
            switch node.scalar {
            case .null: self = .none
            case .bool(let value): self = .bool(value)
            case .int(let value): self = .int(value)
            case .double(let value): self = .double(value)
            case .string(let value): self = .string(value)
            }
        }
    }
}
