/// How the `comment` filter writes a text (an entry of `comment_formats`).
package struct CommentFormat: Hashable, Sendable {
    package enum Indentation: String, Hashable, Sendable, CaseIterable {
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
    package var header = ""
    /// What every line starts with, such as `/// `.
    package var prefix = ""
    /// A line after the comment, such as ` */`.
    package var footer = ""
    package var indentation = Indentation.space
    /// Whether blanks around the text, and at the end of its lines, are dropped.
    package var trim = true
    package var removesTrailingDots = false
    package var enforcesTrailingDots = false
    /// The longest line, in characters, prefix included; `nil` for no limit.
    package var lineLength: Int?

    package init() {}
}
