/// The namespaces that code is generated for.
///
/// An entry names a namespace by its dotted prefix, usually the root (`http`), and covers all below it. A signal still
/// refers by name to attributes of other namespaces.
package struct NamespaceSelection: Hashable, Sendable {
    /// Nothing means every namespace.
    package var include: [String]
    /// Takes away from what `include` selects.
    package var exclude: [String]

    package init(include: [String] = [], exclude: [String] = []) {
        self.include = include
        self.exclude = exclude
    }

    package func contains(_ id: String) -> Bool {
        if !include.isEmpty, !include.contains(where: { Self.covers($0, id) }) { return false }
        return exclude.isEmpty || !exclude.contains { Self.covers($0, id) }
    }

    /// Whether `namespace` is `id` itself or one of its leading parts.
    static func covers(_ namespace: String, _ id: String) -> Bool {
        guard id.utf8.starts(with: namespace.utf8) else { return false }
        return id.utf8.count == namespace.utf8.count
            || id.utf8.dropFirst(namespace.utf8.count).first == UInt8(ascii: ".")
    }
}
