internal import SemConvDiagnostics
internal import SemConvTemplateEngine

/// What a template pack asks for: the contents of its `pack.yaml`.
///
/// The keys are those of weaver's `weaver.yaml` as far as they mean the same.
struct PackConfiguration: Sendable {
    /// One template, and what it is applied to.
    struct Entry: Sendable {
        enum ApplicationMode: String, Hashable, Sendable, CaseIterable {
            /// Once, over the whole result of the query; not at all where that is an empty list.
            case single
            /// Once for each element of the query's result, which has to be a list.
            case each
        }

        /// The template's name in the pack.
        var template: Located<String>
        var query: Query
        var mode = ApplicationMode.single
        /// A template for the output path. The default is the template's own name without `.j2`.
        var fileName: Located<String>?
        /// An expression over `ctx`, the whole registry, and `params`; the entry is skipped where it is false.
        var condition: Located<String>?
        /// Values over those of the pack.
        var parameters = TemplateMap()
    }

    var entries: [Entry] = []
    var parameters = TemplateMap()
    var acronyms: [String] = []
    var textMaps: [String: [String: String]] = [:]
    var commentFormats: [String: CommentFormat] = [:]
    var defaultCommentFormat: String?
    var templateOptions = TemplateOptions()

    init() {}
}

/// A value of a file, with its place there.
struct Located<Value: Sendable>: Sendable {
    var value: Value
    var location: SourceLocation

    init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}
