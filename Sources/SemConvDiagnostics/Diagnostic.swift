/// The stable name of the rule that a diagnostic enforces, such as `unresolved-attribute-ref`.
///
/// Each stage of the generator declares its own as static members. A name never changes its meaning: users list
/// them in their continuous integration.
package struct RuleID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.rawValue = value
    }
}

/// Something that the user should know about an input: what is wrong, where, and how to mend it.
package struct Diagnostic: Hashable, Sendable {
    /// How much a diagnostic weighs.
    package enum Severity: Hashable, Sendable {
        /// The run fails.
        case error
        /// A warning today and an error in a future version; `--future` makes it one now.
        case futureError
        /// The run goes on.
        case warning
    }

    /// A second place that explains the first, such as "first defined here".
    package struct Note: Hashable, Sendable {
        package var message: String
        package var location: SourceLocation?

        package init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    package var severity: Severity
    package var rule: RuleID
    /// What is wrong, in one sentence without a final period.
    package var message: String
    package var location: SourceLocation?
    /// The id of the definition at fault, such as `http.request.method`; `nil` where there is none.
    package var subject: String?
    /// What the user can do about it.
    package var help: String?
    package var notes: [Note]

    package init(
        _ severity: Severity,
        _ rule: RuleID,
        _ message: String,
        at location: SourceLocation? = nil,
        subject: String? = nil,
        help: String? = nil,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
        self.subject = subject
        self.help = help
        self.notes = notes
    }
}

/// Gathers the diagnostics of a run, so that a user sees all problems at once.
package struct DiagnosticCollector: Sendable {
    /// Whether future errors count as errors.
    package let future: Bool
    package private(set) var diagnostics: [Diagnostic] = []

    package init(future: Bool = false) {
        self.future = future
    }

    /// Adds a diagnostic; a future error becomes an error or a warning here.
    package mutating func report(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if diagnostic.severity == .futureError {
            diagnostic.severity = future ? .error : .warning
        }
        diagnostics.append(diagnostic)
    }

    /// Adds the diagnostics that another collector of the same run has gathered.
    package mutating func append(contentsOf other: DiagnosticCollector) {
        diagnostics.append(contentsOf: other.diagnostics)
    }

    /// Whether the run has to fail.
    package var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    /// Every diagnostic once, in the order of their places, so that no order of reading shows in the output.
    package var sorted: [Diagnostic] {
        var seen = Set<Diagnostic>()
        return diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
            switch (left.location, right.location) {
            case (let left?, let right?) where left != right: return left < right
            case (nil, .some): return true
            case (.some, nil): return false
            default: break
            }
            return (left.rule.rawValue, left.message) < (right.rule.rawValue, right.message)
        }
    }
}
