internal import SemConvDiagnostics
internal import SemConvYAML

/// Turns the nodes of one file into definitions, and gathers every problem on the way.
///
/// Its methods are spread over files by what they decode. A value that cannot be used is reported once, at its place,
/// and decoding goes on with the rest, so that a user sees all problems of a file at once.
struct Decoder {
    var diagnostics: DiagnosticCollector
    /// The id of the definition that is being decoded, for diagnostics.
    var subject: String?

    init(diagnostics: DiagnosticCollector) {
        self.diagnostics = diagnostics
    }

    mutating func report(
        _ severity: Diagnostic.Severity,
        _ rule: RuleID,
        _ message: String,
        at node: YAMLNode,
        subject: String? = nil,
        help: String? = nil
    ) {
        diagnostics.report(
            Diagnostic(severity, rule, message, at: node.location, subject: subject ?? self.subject, help: help)
        )
    }

    // MARK: - Mappings

    /// The entries of a mapping; `nil` after a report where the node is none.
    mutating func entries<Field>(
        of node: YAMLNode,
        _ table: KeyTable<Field>,
        in context: StaticString
    ) -> MappingEntries? {
        guard node.isMapping else {
            report(
                .error,
                .wrongType,
                "\(context) has to be a mapping",
                at: node,
                help: "its keys are \(table.names.joined(separator: ", "))"
            )
            return nil
        }
        return MappingEntries(of: node, in: context)
    }

    /// The elements of a list; none after a report where the node is neither a list nor null.
    mutating func list(_ node: YAMLNode, _ key: @autoclosure () -> String) -> YAMLNode.Elements {
        if !node.isSequence, !node.isNull {
            report(
                .error,
                .wrongType,
                "'\(key())' has to be a list",
                at: node,
                help: "put each entry on a line of its own, after '- '"
            )
        }
        return node.elements
    }

    mutating func missing(_ key: StaticString, in context: StaticString, at node: YAMLNode) {
        report(.error, .missingKey, "\(context) has no '\(key)'", at: node, help: "add '\(key):'")
    }

    // MARK: - Scalars

    /// A string; `nil` for null, and for anything else after a report.
    mutating func string(_ node: YAMLNode, _ key: @autoclosure () -> String) -> String? {
        if node.isScalar {
            if let text = node.stringValue { return text }
            switch node.scalar {
            case .string(let text): return text
            case .null: return nil
            case .bool, .int, .double:
                report(
                    .error,
                    .wrongType,
                    "'\(key())' has to be a string, not '\(node.string)'",
                    at: node,
                    help: "put the value in quotes"
                )
                return nil
            }
        }
        report(.error, .wrongType, "'\(key())' has to be a string", at: node, help: "write a single text")
        return nil
    }

    /// An id: a string that is not empty.
    mutating func identifier(_ node: YAMLNode, _ key: @autoclosure () -> String) -> String? {
        let text = string(node, key())
        if let text, !text.isEmpty { return text }
        if text != nil || node.isNull {
            report(
                .error,
                .invalidValue,
                "'\(key())' is empty",
                at: node,
                help: "give it a value"
            )
        }
        return nil
    }

    mutating func boolean(_ node: YAMLNode, _ key: StaticString) -> Bool? {
        if node.isScalar, node.isPlain, case .bool(let value) = node.scalar { return value }
        if !node.isNull {
            report(
                .error,
                .wrongType,
                "'\(key)' has to be true or false",
                at: node,
                help: node.isScalar
                    ? "write true or false without quotes, not '\(node.string)'" : "write true or false"
            )
        }
        return nil
    }

    /// One of a closed set of values.
    mutating func value<Value>(_ node: YAMLNode, _ key: StaticString, of table: ValueTable<Value>) -> Value? {
        if node.isScalar, let value = table.field(for: node) { return value }
        let text = node.isScalar ? node.string : ""
        let what = node.isScalar ? node.isNull ? "nothing" : "'\(text)'" : "a list or mapping"
        report(
            .error,
            .invalidValue,
            "\(what) is no value of '\(key)'",
            at: node,
            help: Suggestion.didYouMean(text, in: table.names)
                ?? "the values are \(table.names.joined(separator: ", "))"
        )
        return nil
    }

    /// A value of free form, as deep as the reader lets a document be. Three small functions without closures, so that
    /// a level takes little of a thread's stack, in a build with sanitizers too.
    func freeValue(_ node: YAMLNode) -> FreeValue {
        switch node.kind {
        case .scalar: freeScalar(node)
        case .sequence: .list(freeElements(node))
        case .mapping: .map(freeEntries(node))
        }
    }

    func freeElements(_ node: YAMLNode) -> [FreeValue] {
        var list: [FreeValue] = []
        list.reserveCapacity(node.count)
        for element in node.elements { list.append(freeValue(element)) }
        return list
    }

    private func freeEntries(_ node: YAMLNode) -> [FreeValue.Entry] {
        var entries: [FreeValue.Entry] = []
        entries.reserveCapacity(node.count)
        for (key, value) in node.entries { entries.append(.init(key: key.string, value: freeValue(value))) }
        return entries
    }

    private func freeScalar(_ node: YAMLNode) -> FreeValue {
        if let text = node.stringValue { return .string(text) }
        return switch node.scalar {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        }
    }
}
