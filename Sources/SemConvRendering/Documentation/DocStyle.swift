/// What all documentation comments of an indentation have in common.
///
/// A class, so that a comment that starts from an empty one takes along one reference instead of six.
final class DocStyle: Sendable {
    let links: DocLinks
    let indentation: Int
    /// What an empty line is: a line feed, the indentation and `///`.
    let start: [UInt8]
    /// What stands before text: the same and a blank, or more inside a list, by the depth of the list.
    let margins: [[UInt8]]
    /// The start of an item inside another one, up to the code span that it begins with.
    let innerItem: [UInt8]

    init(indentation: Int, links: DocLinks) {
        self.links = links
        self.indentation = indentation
        let start = Self.lineStart(indentation: indentation)
        self.start = start
        margins = [" ", "   ", "     "].map { start + Array($0.utf8) }
        innerItem = start + Array("   - `".utf8)
    }

    static func lineStart(indentation: Int) -> [UInt8] {
        [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: indentation) + Array("///".utf8)
    }
}
