package import SemConvDiagnostics

/// The Swift names of all definitions of a kind, each of them once.
///
/// What is excluded from code generation should not come in: it would take names from others.
package struct SwiftNameTable: Sendable {
    /// A definition that needs a name.
    package struct Item: Sendable {
        /// What tells the definition from others of its kind, such as a group's id.
        package var key: String
        /// The identifier that the name is made of, with periods between namespaces.
        package var path: String
        package var isDeprecated: Bool
        package var location: SourceLocation?

        /// - Parameter path: the key where there is no other.
        package init(key: String, path: String? = nil, isDeprecated: Bool = false, location: SourceLocation? = nil) {
            self.key = key
            self.path = path ?? key
            self.isDeprecated = isDeprecated
            self.location = location
        }
    }

    /// How the names of a kind are laid out.
    package struct Layout: Sendable {
        /// The type that all stand in, such as `Attributes`.
        package var root: String
        /// How many namespaces a name can have at most; the rest of the identifier makes the member's name.
        package var maximumNamespaces: Int
        /// Members that generated code declares in every namespace itself.
        package var reservedMembers: Set<String>
        /// Namespaces that would hide a type from the code inside them, beside those that always would.
        package var reservedNamespaces: Set<String>

        package init(
            root: String,
            maximumNamespaces: Int = .max,
            reservedMembers: Set<String> = [],
            reservedNamespaces: Set<String> = []
        ) {
            self.root = root
            self.maximumNamespaces = maximumNamespaces
            self.reservedMembers = reservedMembers
            self.reservedNamespaces = reservedNamespaces
        }
    }

    /// The names, in the order of the items; `nil` where a diagnostic says why there is none.
    package let names: [SwiftName?]
    /// The root, with everything in it.
    package let root: SwiftNamespace
    private let places: [String: Int]

    init(names: [SwiftName?], root: SwiftNamespace, places: [String: Int]) {
        self.names = names
        self.root = root
        self.places = places
    }

    /// The name of a definition by its key; `nil` for a key that is not here and for one without a name.
    package subscript(key: String) -> SwiftName? {
        places[key].flatMap { names[$0] }
    }

    /// The place of a definition in the list that the table was made of.
    package func place(of key: String) -> Int? { places[key] }

    /// Names every item.
    ///
    /// - Parameter items: in an order that does not depend on files; it decides nothing but the order of members.
    package static func make(
        _ items: [Item],
        layout: Layout,
        naming: SwiftNaming,
        diagnostics: inout DiagnosticCollector
    ) -> SwiftNameTable {
        var builder = SwiftNameTableBuilder(items: items, layout: layout, naming: naming)
        for place in items.indices { builder.add(place) }
        return builder.finish(&diagnostics)
    }
}

extension SwiftNameTable {
    /// The names of all namespaces, at any depth. A type at module level of one of these names would be hidden.
    package var namespaceNames: Set<String> {
        var names = Set<String>()
        var rest = root.namespaces
        while let namespace = rest.popLast() {
            names.insert(namespace.name)
            rest += namespace.namespaces
        }
        return names
    }
}
