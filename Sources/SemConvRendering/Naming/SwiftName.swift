internal import SemConvYAML

/// Where a definition stands in the generated code, and what it is called there.
package struct SwiftName: Hashable, Sendable {
    /// The whole name of the namespace, such as `Attributes.HTTP.Request`, or the root alone; it needs no backticks.
    package let scope: String
    /// The member's name without backticks, as it is used after a period.
    package let member: String

    /// The member's name as its declaration has it, in backticks where it is a reserved word.
    package var declaration: String { SwiftReservedWords.declaration(of: member) }

    /// The whole name, as in `renamed:` and in a user's code: `Attributes.HTTP.Request.method`.
    package var path: String { String(joining: scope, ".", member) }

    /// The name as it is written inside a namespace around it, or inside the root; `nil` where it stands elsewhere.
    func path(inside outer: String) -> String? {
        if scope == outer { return member }
        guard scope.hasPrefix(outer), scope.utf8.dropFirst(outer.utf8.count).first == UInt8(ascii: ".") else {
            return nil
        }
        return String(joining: String(Substring(scope.utf8.dropFirst(outer.utf8.count + 1))), ".", member)
    }
}

/// A namespace of the generated code, with what stands in it.
///
/// A class, because the plan of a file hands namespaces on and each has many fields; immutable, hence `Sendable`.
package final class SwiftNamespace: Sendable {
    /// The name as its declaration has it; it never needs backticks. The root's is that of the kind.
    package let name: String
    /// The whole name, such as `Attributes.HTTP.Request`.
    package let path: String
    /// The part of the identifiers that it stands for, such as `http.request`; empty for the root.
    package let prefix: String
    /// 0 for the root, 1 for a root namespace such as `HTTP`.
    package let depth: Int
    /// The items that are members here, as their places in the list that the table was made of, in that order.
    package let members: ArraySlice<Int>
    /// The namespaces inside, by name.
    package let namespaces: [SwiftNamespace]

    init(
        name: String,
        path: String,
        prefix: String,
        depth: Int,
        members: ArraySlice<Int>,
        namespaces: [SwiftNamespace]
    ) {
        self.name = name
        self.path = path
        self.prefix = prefix
        self.depth = depth
        self.members = members
        self.namespaces = namespaces
    }
}
