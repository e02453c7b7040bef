package import SemConvDiagnostics
package import SemConvTemplateEngine

/// What a template pack asks for: the contents of its `pack.yaml`.
///
/// The keys are those of weaver's `weaver.yaml` as far as they mean the same.
package struct PackConfiguration: Sendable {
    /// One template, and what it is applied to.
    package struct Entry: Sendable {
        package enum ApplicationMode: String, Hashable, Sendable, CaseIterable {
            /// Once, over the whole result of the query; not at all where that is an empty list.
            case single
            /// Once for each element of the query's result, which has to be a list.
            case each
        }

        /// The template's name in the pack.
        package var template: Located<String>
        package var query: Query
        package var mode = ApplicationMode.single
        /// A template for the output path. The default is the template's own name without `.j2`.
        package var fileName: Located<String>?
        /// An expression over `ctx`, the whole registry, and `params`; the entry is skipped where it is false.
        package var condition: Located<String>?
        /// Values over those of the pack.
        package var parameters = TemplateMap()
    }

    package var entries: [Entry] = []
    package var parameters = TemplateMap()
    package var acronyms: [String] = []
    package var textMaps: [String: [String: String]] = [:]
    package var commentFormats: [String: CommentFormat] = [:]
    package var defaultCommentFormat: String?
    package var templateOptions = TemplateOptions()

    package init() {}
}

/// A value of a file, with its place there.
package struct Located<Value: Sendable>: Sendable {
    package var value: Value
    package var location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}
