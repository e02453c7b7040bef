internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    private static let stabilities: ValueTable<Stability> = [
        "stable": .stable, "development": .development, "experimental": .development,
        "release_candidate": .releaseCandidate, "alpha": .alpha, "beta": .beta, "deprecated": .deprecated,
    ]

    mutating func stability(_ node: YAMLNode) -> Stability? {
        if node.isNull { return nil }
        let stability = value(node, "stability", of: Self.stabilities)
        if stability == .deprecated {
            report(
                .warning,
                .stabilityDeprecated,
                "'deprecated' is no stability any more",
                at: node,
                help: "use the key 'deprecated', with a level of stability beside it"
            )
        }
        return stability
    }

    /// Whether a mapping says nothing under a key: it is not there, or null. A value that was refused is not nothing,
    /// and has been reported already.
    func isAbsent(_ key: StaticString, in node: YAMLNode) -> Bool {
        node[key]?.isNull ?? true
    }

    // MARK: - Deprecation

    private enum DeprecatedKey: Sendable {
        case reason
        case renamedTo
        case note
    }

    private static let deprecatedKeys: KeyTable<DeprecatedKey> = [
        "reason": .reason, "renamed_to": .renamedTo, "note": .note,
    ]

    private enum Reason: Sendable {
        case renamed
        case obsoleted
        case uncategorized
        case unspecified
    }

    private static let reasons: ValueTable<Reason> = [
        "renamed": .renamed, "obsoleted": .obsoleted, "uncategorized": .uncategorized, "unspecified": .unspecified,
    ]

    /// A deprecation: the old form is a string, the new one a mapping.
    mutating func deprecation(_ node: YAMLNode) -> Deprecation? {
        if node.isScalar {
            if node.isNull { return nil }
            guard let note = string(node, "deprecated") else { return nil }
            report(
                .warning,
                .unstructuredDeprecation,
                "'deprecated' is a plain string",
                at: node,
                help:
                    "write a mapping: 'reason: renamed' with 'renamed_to', 'reason: obsoleted' or 'reason: uncategorized'"
            )
            return .unspecified(note: note)
        }
        guard var entries = entries(of: node, Self.deprecatedKeys, in: "'deprecated'") else { return nil }
        var reason: Reason?
        var renamedTo: String?
        var note = ""
        while let (field, value) = entries.next(&self, Self.deprecatedKeys) {
            switch field {
            case .reason: reason = self.value(value, "reason", of: Self.reasons)
            case .renamedTo: renamedTo = identifier(value, "renamed_to")
            case .note: note = string(value, "note") ?? ""
            }
        }
        switch reason {
        case .renamed:
            guard let renamedTo else {
                if node["renamed_to"] == nil {
                    missing("renamed_to", in: "'deprecated' with the reason 'renamed'", at: node)
                }
                return .uncategorized(note: note)
            }
            return .renamed(to: renamedTo, note: note)
        case .obsoleted: return .obsoleted(note: note)
        case .uncategorized: return .uncategorized(note: note)
        case .unspecified: return .unspecified(note: note)
        case nil:
            if node["reason"] == nil { missing("reason", in: "'deprecated'", at: node) }
            return .unspecified(note: note)
        }
    }

    // MARK: - Requirement levels

    private enum Level: Sendable {
        case required
        case conditionallyRequired
        case recommended
        case optIn
    }

    private static let levels: ValueTable<Level> = [
        "required": .required, "recommended": .recommended, "opt_in": .optIn,
        "conditionally_required": .conditionallyRequired,
    ]

    private static let levelsWithText: KeyTable<Level> = [
        "conditionally_required": .conditionallyRequired, "recommended": .recommended, "opt_in": .optIn,
    ]

    /// A bare word, or a mapping with one key whose value is the condition or remark.
    mutating func requirementLevel(_ node: YAMLNode) -> RequirementLevel? {
        if node.isNull { return nil }
        if node.isScalar {
            switch value(node, "requirement_level", of: Self.levels) {
            case .required: return .required
            case .recommended: return .recommended("")
            case .optIn: return .optIn("")
            case .conditionallyRequired:
                report(
                    .error,
                    .invalidValue,
                    "'conditionally_required' needs its condition",
                    at: node,
                    help: "write 'conditionally_required: when it is required'"
                )
                return nil
            case nil: return nil
            }
        }
        guard !node.isMapping || node.count == 1 else {
            report(
                .error,
                .invalidValue,
                "'requirement_level' has to have exactly one key",
                at: node,
                help: "keep one of conditionally_required, recommended and opt_in"
            )
            return nil
        }
        guard var entries = entries(of: node, Self.levelsWithText, in: "'requirement_level'") else { return nil }
        var level: RequirementLevel?
        while let (field, value) = entries.next(&self, Self.levelsWithText) {
            let text = string(value, "requirement_level") ?? ""
            switch field {
            case .conditionallyRequired: level = .conditionallyRequired(text)
            case .recommended: level = .recommended(text)
            case .optIn: level = .optIn(text)
            case .required: break
            }
        }
        return level
    }

    private static let signalLevels: ValueTable<RequirementLevel> = [
        "recommended": .recommended(""), "opt_in": .optIn(""),
    ]

    /// Of a signal as a whole: there are two levels, and no remarks.
    mutating func signalRequirementLevel(_ node: YAMLNode) -> RequirementLevel? {
        node.isNull ? nil : value(node, "requirement_level", of: Self.signalLevels)
    }

    // MARK: - Annotations

    mutating func annotations(_ node: YAMLNode) -> AnnotationMap {
        if node.isNull { return AnnotationMap() }
        guard case .map(let entries) = freeValue(node) else {
            report(
                .error,
                .wrongType,
                "'annotations' has to be a mapping",
                at: node,
                help: "give each annotation a name, as in 'code_generation: { exclude: true }'"
            )
            return AnnotationMap()
        }
        return AnnotationMap(entries: entries)
    }
}
