/// A place in a text file: where a definition stands, or where a problem was found.
///
/// Lines and columns count from 1; a column counts Unicode scalars, as compilers and editors do.
package struct SourceLocation: Hashable, Sendable {
    /// The path of the file, as the user named it.
    package var file: String
    /// The line, from 1. A location with line 0 speaks of the whole file.
    package var line: Int
    /// The column, from 1.
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The place that stands for a whole file, as for one that cannot be read.
    package init(file: String) {
        self.init(file: file, line: 0, column: 0)
    }
}

extension SourceLocation: Comparable {
    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.line != right.line { return left.line < right.line }
        return left.column < right.column
    }
}

extension SourceLocation: CustomStringConvertible {
    package var description: String {
        line == 0 ? file : "\(file):\(line):\(column)"
    }
}
