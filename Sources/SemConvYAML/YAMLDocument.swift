/// One YAML document in memory: an arena of nodes over one buffer of text.
///
/// A class, because nodes point back at it and a copy of a node must stay cheap; immutable, hence `Sendable`.
package final class YAMLDocument: Sendable {
    /// The path of the file, as the user named it.
    package let file: String
    let arena: Arena

    init(file: String, arena: Arena) {
        self.file = file
        self.arena = arena
    }

    /// The top node; `nil` for a file that holds no document (empty, or comments alone).
    package var root: YAMLNode? {
        arena.nodes.isEmpty ? nil : YAMLNode(document: self, place: 0)
    }
}
