internal import CLibYAML
package import SemConvDiagnostics

/// Reads files and bytes into documents. Whatever is wrong becomes a diagnostic with its place; nothing traps.
package struct YAMLReader: Sendable {
    /// What a reader accepts before it refuses.
    package struct Limits: Sendable {
        /// The largest file, in bytes. Places hold columns up to 2^28, so more than 256 MiB is never accepted.
        package var fileSize = 64 << 20
        /// The deepest nesting of collections.
        package var depth = 256
        /// The most nodes that a document may have once every alias is written out.
        package var expandedNodes = 4_000_000

        package init() {}

        /// The largest file whose places all fit the arena.
        var effectiveFileSize: Int { min(fileSize, ArenaNode.columnLimit - 1) }
    }

    package var limits: Limits

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Reads a file. `displayName` is what diagnostics call it.
    ///
    /// - Returns: the document, or `nil` when it cannot be used; `diagnostics` then has the reasons. A document may
    ///   come with errors, such as a key that stands twice, so that the stages after can report theirs too.
    package func read(
        path: String,
        displayName: String? = nil,
        diagnostics: inout DiagnosticCollector
    ) -> YAMLDocument? {
        let file = displayName ?? path
        do {
            let contents = try FileContents(path: path, limit: limits.effectiveFileSize)
            return unsafe read(contents.bytes, isPadded: true, file: file, diagnostics: &diagnostics)
        } catch {
            diagnostics.report(error.diagnostic(for: file, limit: limits.effectiveFileSize))
            return nil
        }
    }

    /// Reads bytes that are already in memory.
    package func read(bytes: [UInt8], file: String, diagnostics: inout DiagnosticCollector) -> YAMLDocument? {
        guard bytes.count <= limits.effectiveFileSize else {
            let error = FileError.tooLarge
            diagnostics.report(error.diagnostic(for: file, limit: limits.effectiveFileSize))
            return nil
        }
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe read(bytes, isPadded: false, file: file, diagnostics: &diagnostics)
        }
    }

    /// Decodes what is not UTF-8, then parses.
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isPadded: Bool,
        file: String,
        diagnostics: inout DiagnosticCollector
    ) -> YAMLDocument? {
        switch unsafe TextEncoding.detect(bytes) {
        case .utf8(let markLength):
            return unsafe parse(
                UnsafeBufferPointer(rebasing: bytes.dropFirst(markLength)),
                isPadded: isPadded,
                file: file,
                diagnostics: &diagnostics
            )
        case .utf16(let isBigEndian):
            do {
                let text = try unsafe TextEncoding.decodeUTF16(bytes.dropFirst(2), isBigEndian: isBigEndian)
                return unsafe text.withUnsafeBufferPointer { text in
                    unsafe parse(text, isPadded: false, file: file, diagnostics: &diagnostics)
                }
            } catch {
                diagnostics.report(.badUTF16(at: error.location(in: file)))
                return nil
            }
        case .utf32:
            diagnostics.report(.utf32(at: SourceLocation(file: file, line: 1, column: 1)))
            return nil
        }
    }

    /// Parses UTF-8 without a byte order mark.
    private func parse(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isPadded: Bool,
        file: String,
        diagnostics: inout DiagnosticCollector
    ) -> YAMLDocument? {
        let characters = unsafe ReadableText.characterCount(bytes)
        let source = unsafe SourceText(bytes, isASCII: characters == bytes.count)
        if let offset = source.excessiveDirective {
            diagnostics.report(.tooManyDirectives(at: source.location(ofByte: offset, in: file)))
            return nil
        }
        guard var parser = unsafe EventParser(bytes, characters: characters, isPadded: isPadded) else {
            diagnostics.report(.outOfMemory(at: SourceLocation(file: file)))
            return nil
        }
        var builder = TreeBuilder(file: file, limits: limits, source: source)
        let isComplete = builder.build(from: &parser)
        let arena = builder.finish()
        for diagnostic in builder.diagnostics { diagnostics.report(diagnostic) }
        return isComplete ? YAMLDocument(file: file, arena: arena) : nil
    }
}
