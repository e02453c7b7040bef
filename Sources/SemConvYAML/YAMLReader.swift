package import SemConvDiagnostics

/// Reads files and bytes into documents. Whatever is wrong becomes a diagnostic with its place; nothing traps.
package struct YAMLReader: Sendable {
    /// What a reader accepts before it refuses.
    package struct Limits: Sendable {
        /// The largest file, in bytes.
        package var fileSize = 64 << 20
        /// The deepest nesting of collections.
        package var depth = 256
        /// The most nodes that a document may have once every alias is written out.
        package var expandedNodes = 4_000_000

        package init() {}
    }

    package var limits: Limits

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Reads a file. `displayName` is what diagnostics call it.
    ///
    /// - Returns: the document, or `nil` when it cannot be used; `diagnostics` then has the reasons.
    package func read(
        path: String,
        displayName: String? = nil,
        diagnostics: inout DiagnosticCollector
    ) -> YAMLDocument? {
        nil
    }

    /// Reads bytes that are already in memory.
    package func read(bytes: [UInt8], file: String, diagnostics: inout DiagnosticCollector) -> YAMLDocument? {
        nil
    }
}
