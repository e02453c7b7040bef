internal import SemConvDiagnostics
internal import SemConvYAML

/// The entries of a mapping on their way into a definition, in the order of the file. Keys that the mapping may not have
/// are reported and left out.
///
/// An iterator, since a closure for each entry would keep what it fills in boxes: large values would have to be copied
/// out of them.
struct MappingEntries {
    private var entries: YAMLNode.KeyedEntries
    /// What diagnostics call the mapping.
    private let context: StaticString

    init(of node: YAMLNode, in context: StaticString) {
        self.entries = node.keyedEntries
        self.context = context
    }

    /// The key of the last entry.
    var key: YAMLNode { entries.key }

    /// The next entry with a known key.
    ///
    /// - Parameters:
    ///   - table: the known keys. Handed over for each entry, since to keep it here would count its references.
    ///   - hint: help for an unknown key, where something better can be said than what the keys are.
    mutating func next<Field>(
        _ decoder: inout Decoder,
        _ table: KeyTable<Field>,
        hint: (YAMLNode) -> String? = { _ in nil }
    ) -> (field: Field, value: YAMLNode)? {
        while let value = entries.next(in: table.keywords) {
            if let keyword = entries.keyword { return (table[keyword], value) }
            report(key, hint(key), table.names, &decoder)
        }
        return nil
    }

    private func report(
        _ key: YAMLNode,
        _ hint: String?,
        _ names: @autoclosure () -> [String],
        _ decoder: inout Decoder
    ) {
        // The reader has refused merge keys and keys that are no text.
        guard key.isScalar, !key.matches("<<") else { return }
        let name = key.string
        decoder.report(
            .error,
            .unknownKey,
            "unknown key '\(name)' in \(context)",
            at: key,
            help: hint ?? Suggestion.didYouMean(name, in: names())
                ?? "the keys are \(names().joined(separator: ", "))"
        )
    }
}

// MARK: - Kinds of nodes

/// In place of comparisons: those of another module's enumeration are calls.
extension YAMLNode {
    var isScalar: Bool { if case .scalar = kind { true } else { false } }
    var isSequence: Bool { if case .sequence = kind { true } else { false } }
    var isMapping: Bool { if case .mapping = kind { true } else { false } }
}
