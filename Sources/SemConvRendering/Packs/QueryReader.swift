internal import SemConvDiagnostics
internal import SemConvTemplateEngine
internal import SemConvYAML

/// Reads a query of a pack: a name, a name with options as weaver writes them
/// (`semconv_grouped_metrics({"stable_only": true})`, `semconv_grouped_metrics($params)`), or a mapping with `name`
/// and the options.
struct QueryReader {
    /// What `$params` stands for.
    let parameters: TemplateMap

    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Query? {
        if node.kind == .mapping {
            guard
                let mapping = ConfigurationMapping(
                    node,
                    place: "a query",
                    keys: ["name"] + Query.Options.keys,
                    diagnostics: &diagnostics
                ),
                let name = mapping.string("name", diagnostics: &diagnostics),
                let query = query(named: name.value, at: name.location, diagnostics: &diagnostics)
            else { return nil }
            return options(TemplateValue(node), of: query, at: node.location, diagnostics: &diagnostics)
        }
        guard node.kind == .scalar, !node.isNull else {
            diagnostics.report(.invalid("a query is a name, or a mapping with a name", at: node))
            return nil
        }
        return read(text: node.string, at: node.location, diagnostics: &diagnostics)
    }

    private func read(
        text: String,
        at location: SourceLocation,
        diagnostics: inout DiagnosticCollector
    ) -> Query? {
        let text = text.trimmed
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
            return query(named: text, at: location, diagnostics: &diagnostics)
        }
        let argument = String(text[text.index(after: open)...].dropLast()).trimmed
        guard let query = query(named: String(text[..<open]).trimmed, at: location, diagnostics: &diagnostics) else {
            return nil
        }
        if argument == "$params" {
            return options(.map(parameters), isParameters: true, of: query, at: location, diagnostics: &diagnostics)
        }
        // An object of JQ without variables is a flow mapping of YAML.
        var inner = DiagnosticCollector()
        let document = YAMLReader().read(bytes: Array(argument.utf8), file: location.file, diagnostics: &inner)
        guard let root = document?.root, root.kind == .mapping, !inner.hasErrors else {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "the options of a query are an object, or $params",
                    at: location,
                    help: "write: \(query.name.rawValue)({\"stable_only\": true})"
                )
            )
            return nil
        }
        guard let value = substituted(root, at: location, diagnostics: &diagnostics) else { return nil }
        return options(value, of: query, at: location, diagnostics: &diagnostics)
    }

    /// The object with the parameters that it names in place of their names.
    private func substituted(
        _ object: YAMLNode,
        at location: SourceLocation,
        diagnostics: inout DiagnosticCollector
    ) -> TemplateValue? {
        var entries: [(String, TemplateValue)] = []
        for (key, value) in object.entries {
            guard value.isPlain, value.string.hasPrefix("$") else {
                entries.append((key.string, TemplateValue(value)))
                continue
            }
            let name = String(value.string.dropFirst())
            guard let parameter = parameters[name] else {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .invalidPackConfiguration,
                        "there is no parameter '\(name)'",
                        at: location,
                        help: Suggestion.didYouMean(name, in: parameters.entries.compactMap { $0.key.value.text })
                    )
                )
                return nil
            }
            entries.append((key.string, parameter))
        }
        return .map(TemplateMap(entries))
    }

    private func query(
        named name: String,
        at location: SourceLocation,
        diagnostics: inout DiagnosticCollector
    ) -> Query? {
        if let known = QueryName(rawValue: name) { return Query(known) }
        let names = QueryName.allCases.map(\.rawValue)
        let help =
            Suggestion.didYouMean(name, in: names)
            ?? "queries are known by name, JQ is not supported; there are: \(names.joined(separator: ", "))"
        diagnostics.report(Diagnostic(.error, .unknownQuery, "there is no query '\(name)'", at: location, help: help))
        return nil
    }

    /// - Parameter isParameters: whether other keys are fine, because the options are all the parameters of the pack.
    private func options(
        _ value: TemplateValue,
        isParameters: Bool = false,
        of query: Query,
        at location: SourceLocation,
        diagnostics: inout DiagnosticCollector
    ) -> Query? {
        guard case .map(let map) = value else { return query }
        var query = query
        var isGood = true
        for entry in map.entries {
            guard case .string(let key) = entry.key, key != "name" else { continue }
            let taken = query.options.set(key, to: entry.value)
            if taken == true || (taken == nil && isParameters) { continue }
            isGood = false
            diagnostics.report(
                taken == nil
                    ? Diagnostic(
                        .error,
                        .unknownConfigurationKey,
                        "unknown option '\(key)' of a query",
                        at: location,
                        help: Suggestion.didYouMean(key, in: Query.Options.keys)
                            ?? "options: \(Query.Options.keys.joined(separator: ", "))"
                    )
                    : Diagnostic(
                        .error,
                        .invalidPackConfiguration,
                        "the option '\(key)' of a query cannot be \(entry.value.kindName)",
                        at: location
                    )
            )
        }
        if !map.entries.isEmpty, !isParameters, !query.name.takesOptions, query.options != Query.Options() {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidPackConfiguration,
                    "the query '\(query.name.rawValue)' follows the options of the run and takes none of its own",
                    at: location
                )
            )
            return nil
        }
        return isGood ? query : nil
    }
}

extension Query.Options {
    /// Sets one option under weaver's name.
    ///
    /// - Returns: whether the value fits; `nil` where there is no such option.
    fileprivate mutating func set(_ key: String, to value: TemplateValue) -> Bool? {
        switch (key, value) {
        case ("stable_only", .bool(let value)): stableOnly = value
        case ("exclude_deprecated", .bool(let value)): excludesDeprecated = value
        // As in weaver, the key alone counts.
        case ("ignore_code_generation_annotations", _): ignoresCodeGenerationAnnotations = true
        case ("exclude_stability", .list(let values)): excludedStability = Set(values.compactMap(\.text))
        case ("exclude_root_namespace", .list(let values)): excludedRootNamespaces = Set(values.compactMap(\.text))
        // One form of registry is handed to all templates, so there is nothing to choose.
        case ("v2", .bool): break
        default: return Self.keys.contains(key) ? false : nil
        }
        return true
    }
}

extension TemplateValue {
    /// The string that this is.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension String {
    /// Without ASCII blanks and line ends around it.
    var trimmed: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { !$0.isBlank }), let last = bytes.lastIndex(where: { !$0.isBlank })
        else { return "" }
        if first == bytes.startIndex, bytes.index(after: last) == bytes.endIndex { return self }
        return String(self[first...last])
    }
}

extension UInt8 {
    /// Whether this is an ASCII blank or line end.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
            || self == UInt8(ascii: "\r")
    }
}
