package import SemConvDiagnostics

/// Why a template cannot be rendered.
package struct TemplateError: Error, Hashable, Sendable {
    package var diagnostic: Diagnostic

    package init(diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    /// An error of a filter, test or function. The machine adds the place where it was called.
    package init(_ rule: RuleID, _ message: String, help: String? = nil) {
        diagnostic = Diagnostic(.error, rule, message, help: help)
    }
}

extension RuleID {
    /// A template that does not parse.
    package static let templateSyntax: RuleID = "template-syntax"
    /// A filter, test, function, method or template that does not exist.
    package static let templateUnknownName: RuleID = "template-unknown-name"
    /// A variable or field that does not exist.
    package static let templateUndefined: RuleID = "template-undefined"
    /// A value of a kind that the operation cannot take.
    package static let templateType: RuleID = "template-type"
    /// An argument too many, too few, or of a name that nobody knows.
    package static let templateArgument: RuleID = "template-argument"
    /// Too deep, too long or too large.
    package static let templateLimit: RuleID = "template-limit"
    /// A template gave up by itself with `raise`.
    package static let templateRaised: RuleID = "template-raised"
}
