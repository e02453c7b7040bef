/// What stands before the colon of a list item in a documentation comment; not one of DocC's own fields.
///
/// Comments are made by the thousand, so the labels that all of them have are kept as bytes, with what stands before
/// them in the comment of a member.
package struct DocLabel: Sendable, ExpressibleByStringLiteral {
    /// A line feed, the indentation and slashes of a member's comment, the mark of the item, the label and the colon.
    let line: [UInt8]
    /// The same, and the start of a code span.
    let codeLine: [UInt8]

    /// How many blanks stand before the comment of a member.
    static let indentation = 4
    /// How many bytes of the lines stand before the mark of the item.
    static let marginLength = indentation + 4

    package init(_ name: String) {
        let start = DocStyle.lineStart(indentation: Self.indentation)
        line = start + Array(" - \(name):".utf8)
        codeLine = line + Array(" `".utf8)
    }

    package init(stringLiteral name: String) {
        self.init(name)
    }

    static let name = DocLabel("Name")
    static let type = DocLabel("Type")
    static let values = DocLabel("Values")
    static let value = DocLabel("Value")
    static let examples = DocLabel("Examples")
    static let stability = DocLabel("Stability")
    static let deprecated = DocLabel("Deprecated")
    static let attributes = DocLabel("Attributes")
    static let instrument = DocLabel("Instrument")
    static let unit = DocLabel("Unit")
    static let span = DocLabel("Span")
    static let kind = DocLabel("Kind")
    static let refines = DocLabel("Refines")
    static let spanName = DocLabel("Span name")
    static let entity = DocLabel("Entity")
    static let body = DocLabel("Body")
}
