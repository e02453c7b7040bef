/// Paths as text.
package enum PathText {
    /// The folder that a path is in; empty for the current one.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `relative` seen from `folder`. An absolute path stays as it is.
    static func join(_ folder: String, _ relative: String) -> String {
        if folder.isEmpty || relative.utf8.first == UInt8(ascii: "/") { return relative }
        return folder.hasSuffix("/") ? folder + relative : folder + "/" + relative
    }
}
