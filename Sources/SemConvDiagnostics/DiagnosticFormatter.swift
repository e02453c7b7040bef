/// Writes diagnostics in the format that a reader wants: a person, a program, or a service for code reviews.
///
/// The order is the caller's (`DiagnosticCollector.sorted`), and the same diagnostics give the same bytes. No name or
/// text from an input can break a format, or move the cursor of a terminal.
package struct DiagnosticFormatter: Sendable {
    /// The forms of output; the raw values are the words of `--diagnostics-format`.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// As compilers write: `file:line:column: error: message [rule-id]`, with indented lines for notes and help.
        case text
        /// One object; see `json(_:)` for its keys.
        case json
        /// Workflow commands of GitHub Actions, which become annotations of a pull request.
        case github
        /// SARIF 2.1.0, for code scanning.
        case sarif
    }

    package let format: Format
    /// Whether text is coloured by ANSI sequences; the other formats never are.
    package let usesColor: Bool

    package init(_ format: Format, usesColor: Bool = false) {
        self.format = format
        self.usesColor = usesColor
    }

    /// All diagnostics of a run. JSON and SARIF write a document even where there are none.
    package func string(for diagnostics: [Diagnostic]) -> String {
        switch format {
        case .text: diagnostics.map(text).joined()
        case .json: json(diagnostics)
        case .github: diagnostics.map(workflowCommand).joined()
        case .sarif: sarif(diagnostics)
        }
    }

    /// How many errors and warnings there are, as `2 errors, 1 warning`; `nil` where there are none.
    package static func summary(of diagnostics: [Diagnostic]) -> String? {
        func counted(_ count: Int, _ word: String) -> String? {
            count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        let errors = diagnostics.count { $0.severity == .error }
        let parts = [counted(errors, "error"), counted(diagnostics.count - errors, "warning")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Diagnostic.Severity {
    /// The word for it in every format. A collector has made each future error one or the other; one that never met
    /// a collector is what it is without `--future`.
    var word: String {
        switch self {
        case .error: "error"
        case .warning, .futureError: "warning"
        }
    }
}
