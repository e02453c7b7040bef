/// Where a definition stands in the generated code, and what it is called there.
package struct SwiftName: Hashable, Sendable {
    /// The type that all of its kind stand in, such as `Attributes`.
    package let root: String
    /// The namespaces below the root, such as `HTTP` and `Request`; none of them needs backticks.
    package let namespaces: [String]
    /// The member's name without backticks, as it is used after a period.
    package let member: String

    /// The member's name as its declaration has it, in backticks where it is a reserved word.
    package var declaration: String { SwiftReservedWords.declaration(of: member) }

    /// The whole name, as in `renamed:` and in a user's code: `Attributes.HTTP.Request.method`.
    package var path: String {
        var path = root
        for namespace in namespaces {
            path += "."
            path += namespace
        }
        path += "."
        path += member
        return path
    }
}

/// A namespace of the generated code, with what stands in it.
package struct SwiftNamespace: Sendable {
    /// The name as its declaration has it; it never needs backticks. The root's is that of the kind.
    package let name: String
    /// The whole name, such as `Attributes.HTTP.Request`.
    package let path: String
    /// The part of the identifiers that it stands for, such as `http.request`; empty for the root.
    package let prefix: String
    /// 0 for the root, 1 for a root namespace such as `HTTP`.
    package let depth: Int
    /// The items that are members here, as their places in the list that the table was made of, in that order.
    package let members: [Int]
    /// The namespaces inside, by name.
    package let namespaces: [SwiftNamespace]
}
