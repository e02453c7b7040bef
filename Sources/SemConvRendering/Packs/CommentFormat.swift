/// How the `comment` filter writes a text (an entry of `comment_formats`).
struct CommentFormat: Hashable, Sendable {
    enum Indentation: String, Hashable, Sendable, CaseIterable {
        case space
        case tab

        var character: String {
            switch self {
            case .space: " "
            case .tab: "\t"
            }
        }
    }

    /// A line before the comment, such as `/**`.
    var header = ""
    /// What every line starts with, such as `/// `.
    var prefix = ""
    /// A line after the comment, such as ` */`.
    var footer = ""
    var indentation = Indentation.space
    /// Whether blanks around the text, and at the end of its lines, are dropped.
    var trim = true
    var removesTrailingDots = false
    var enforcesTrailingDots = false
    /// The longest line, in characters, prefix included; `nil` for no limit.
    var lineLength: Int?

    init() {}
}
