/// A file of the output, in memory.
package struct RenderedFile: Hashable, Sendable {
    /// The path below the output folder: `/` between its parts, none of which leads elsewhere.
    package let path: String
    package let contents: [UInt8]

    init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }
}
