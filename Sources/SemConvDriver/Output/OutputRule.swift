package import SemConvDiagnostics

/// The rules of writing files.
extension RuleID {
    /// The output folder cannot be made, opened or locked.
    package static let outputFolder: RuleID = "output-folder"
    /// A link inside the output folder; it could lead anywhere.
    package static let outputLink: RuleID = "output-link"
    /// Something that the tool did not write stands where a file has to go.
    package static let foreignFile: RuleID = "foreign-file"
    /// The system refuses to write or read a file.
    package static let outputFile: RuleID = "output-file"
    /// A file that is no longer made, but was edited by hand.
    package static let editedStaleFile: RuleID = "edited-stale-file"
    /// A file that says it is generated and is not listed as such.
    package static let unlistedGeneratedFile: RuleID = "unlisted-generated-file"
    /// The list of generated files has lines that cannot be read.
    package static let damagedManifest: RuleID = "damaged-output-manifest"
    /// A file on disk is not what the registry gives now (`--check`).
    package static let outdatedFile: RuleID = "outdated-file"
}

/// A failure that ends the writing of a run, as the user will read it.
struct OutputFailure: Error {
    let diagnostic: Diagnostic

    init(_ rule: RuleID, _ message: String, path: String, help: String?) {
        diagnostic = Diagnostic(.error, rule, message, at: SourceLocation(file: path), help: help)
    }

    /// A system call on `path` that did not succeed; `action` says what it was for, such as `cannot write the file`.
    init(_ error: SystemError, _ action: String, path: String, rule: RuleID = .outputFile) {
        self.init(rule, "\(action): \(error.message)", path: path, help: error.help)
    }
}
