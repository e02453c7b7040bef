/// A file that a run made, still in memory.
package struct OutputFile: Sendable {
    /// Where it goes: relative to the output folder, with `/` between folders. Not trusted: a template or an id of a
    /// registry may have shaped it.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
