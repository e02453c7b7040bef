package import SemConvDiagnostics

extension RuleID {
    // MARK: Files
    package static let fileMissing: RuleID = "yaml-file-missing"
    package static let fileUnreadable: RuleID = "yaml-file-unreadable"
    package static let fileIsFolder: RuleID = "yaml-file-is-folder"
    package static let fileNotRegular: RuleID = "yaml-file-not-regular"
    package static let fileTooLarge: RuleID = "yaml-file-too-large"
    package static let emptyFile: RuleID = "yaml-empty-file"

    // MARK: Text
    package static let yamlEncoding: RuleID = "yaml-encoding"
    package static let yamlControlCharacter: RuleID = "yaml-control-character"

    // MARK: Structure
    package static let yamlSyntax: RuleID = "yaml-syntax"
    package static let yamlTab: RuleID = "yaml-tab"
    package static let yamlDuplicateKey: RuleID = "yaml-duplicate-key"
    package static let yamlComplexKey: RuleID = "yaml-complex-key"
    package static let yamlMergeKey: RuleID = "yaml-merge-key"
    package static let yamlUnknownAnchor: RuleID = "yaml-unknown-anchor"
    package static let yamlRecursiveAlias: RuleID = "yaml-recursive-alias"
    package static let yamlUnknownTag: RuleID = "yaml-unknown-tag"
    package static let yamlTagMismatch: RuleID = "yaml-tag-mismatch"
    package static let yamlSeveralDocuments: RuleID = "yaml-several-documents"

    // MARK: Limits
    package static let yamlNesting: RuleID = "yaml-nesting"
    package static let yamlTooManyNodes: RuleID = "yaml-too-many-nodes"
    package static let yamlTooManyDirectives: RuleID = "yaml-too-many-directives"
    package static let yamlTooManyProblems: RuleID = "yaml-too-many-problems"
    package static let yamlOutOfMemory: RuleID = "yaml-out-of-memory"
}

extension Diagnostic {
    static func emptyFile(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .warning,
            .emptyFile,
            "the file holds no YAML document",
            at: location,
            help: "remove the file or write definitions into it"
        )
    }

    // MARK: Text

    static func badUTF8(_ byte: UInt8, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlEncoding,
            "the byte \(hexadecimal(UInt32(byte), digits: 2, prefix: "0x")) is not valid UTF-8 here",
            at: location,
            help: "save the file as UTF-8"
        )
    }

    static func badUTF16(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlEncoding,
            "half of a UTF-16 pair, or half of a unit",
            at: location,
            help: "save the file as UTF-8"
        )
    }

    static func utf32(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, .yamlEncoding, "the file is in UTF-32", at: location, help: "save the file as UTF-8")
    }

    static func controlCharacter(_ scalar: UInt32, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlControlCharacter,
            "the character \(hexadecimal(scalar, digits: 4, prefix: "U+")) is not allowed in YAML",
            at: location,
            help: "remove it, or write it as an escape in a double-quoted text"
        )
    }

    private static func hexadecimal(_ value: UInt32, digits: Int, prefix: String) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return prefix + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    // MARK: Structure

    static func duplicateKey(_ key: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlDuplicateKey,
            "the key '\(key)' stands twice in this mapping",
            at: location,
            help: "remove one of the two; the first one is used until then",
            notes: [Note("first here", at: first)]
        )
    }

    static func complexKey(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlComplexKey,
            "a key must be a text, not a sequence or a mapping",
            at: location,
            help: "quote the key if it should start with a bracket or a brace"
        )
    }

    static func mergeKey(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlMergeKey,
            "merge keys are not supported",
            at: location,
            help: "write the merged entries out; '<<' is not part of YAML 1.2"
        )
    }

    static func unknownAnchor(_ name: String, known: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlUnknownAnchor,
            "no anchor '&\(name)' stands before this alias",
            at: location,
            help: Suggestion.didYouMean(name, in: known)
                ?? "mark the node with '&\(name)' before its first alias, or quote a text that starts with '*'"
        )
    }

    static func recursiveAlias(_ name: String, at location: SourceLocation, anchor: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlRecursiveAlias,
            "the alias '*\(name)' stands inside the node that it names",
            at: location,
            help: "write out what is meant; a node cannot contain itself",
            notes: [Note("the node starts here", at: anchor)]
        )
    }

    static func unknownTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlUnknownTag,
            "the tag '\(tag)' is not known",
            at: location,
            help: "remove it; only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are understood"
        )
    }

    static func tagMismatch(_ tag: String, _ what: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlTagMismatch,
            "the tag '\(tag)' does not fit \(what)",
            at: location,
            help: "remove the tag or change the value"
        )
    }

    static func severalDocuments(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlSeveralDocuments,
            "a second document starts here; only the first one of a file is read",
            at: location,
            help: "move it to a file of its own"
        )
    }
}
