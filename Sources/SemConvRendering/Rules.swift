package import SemConvDiagnostics
internal import SemConvYAML

/// The rules of rendering.
extension RuleID {
    /// An option names a namespace that the registry does not have.
    package static let unknownNamespace: RuleID = "unknown-namespace"
    /// The configuration of a template pack has another form.
    package static let invalidPackConfiguration: RuleID = "invalid-pack-configuration"
    /// The configuration of a template pack, or another file of options, has a key that nobody reads.
    package static let unknownConfigurationKey: RuleID = "unknown-configuration-key"
    /// A pack names a query that does not exist.
    package static let unknownQuery: RuleID = "unknown-query"
    /// A pack or a template names a template that the pack does not have.
    package static let unknownTemplate: RuleID = "unknown-template"
    /// There is no built-in pack of this name.
    package static let unknownTemplatePack: RuleID = "unknown-template-pack"
    /// A template asks for an output path outside the output folder, or one that no file system takes.
    package static let invalidOutputPath: RuleID = "invalid-output-path"
    /// Two renderings write the same file.
    package static let duplicateOutputPath: RuleID = "duplicate-output-path"
    /// An option has a value that cannot be used.
    package static let invalidOption: RuleID = "invalid-option"
}

extension Diagnostic {
    /// A key that is not among those that a mapping may have.
    static func unknownKey(_ key: YAMLNode, in place: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .error,
            .unknownConfigurationKey,
            "unknown key '\(key.string)' in \(place)",
            at: key.location,
            help: Suggestion.didYouMean(key.string, in: known)
                ?? "known keys: \(known.sorted().joined(separator: ", "))"
        )
    }
}
