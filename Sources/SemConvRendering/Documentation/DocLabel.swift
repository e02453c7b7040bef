/// What stands before the colon of a list item in a documentation comment; not one of DocC's own fields.
///
/// Comments are made by the thousand, so the labels that all of them have are kept as bytes.
package struct DocLabel: Sendable, ExpressibleByStringLiteral {
    /// The mark of the item, the label and the colon.
    let bytes: [UInt8]
    /// The same, and the start of a code span.
    let code: [UInt8]

    package init(_ name: String) {
        bytes = Array(" - \(name):".utf8)
        code = Array(" - \(name): `".utf8)
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
}
