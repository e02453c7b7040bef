package import SemConvDiagnostics

/// The Swift names of all definitions of a kind, each of them once.
///
/// What the registry excludes from code generation takes no name from others: all others get theirs as if it were not
/// there.
package struct SwiftNameTable: Sendable {
    /// A definition that needs a name.
    package struct Item: Sendable {
        /// What tells the definition from others of its kind, such as a group's id.
        package var key: String
        /// The identifier that the name is made of, with periods between namespaces.
        package var path: String
        package var isDeprecated: Bool
        /// Whether the registry excludes it from code generation (`code_generation.exclude`).
        package var isExcluded: Bool
        package var location: SourceLocation?

        /// - Parameter path: the key where there is no other.
        package init(
            key: String,
            path: String? = nil,
            isDeprecated: Bool = false,
            isExcluded: Bool = false,
            location: SourceLocation? = nil
        ) {
            self.key = key
            self.path = path ?? key
            self.isDeprecated = isDeprecated
            self.isExcluded = isExcluded
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
        package var reservedMembers: WordList
        /// Namespaces that would hide a type from the code inside them, beside those that always would.
        package var reservedNamespaces: WordList

        package init(
            root: String,
            maximumNamespaces: Int = .max,
            reservedMembers: WordList = [],
            reservedNamespaces: WordList = []
        ) {
            self.root = root
            self.maximumNamespaces = maximumNamespaces
            self.reservedMembers = reservedMembers
            self.reservedNamespaces = reservedNamespaces
        }
    }

    /// The names, in the order of the items; `nil` where a diagnostic says why there is none.
    package let names: [SwiftName?]
    /// All namespaces, the root first.
    package let namespaces: [SwiftNamespace]
    private let keys: DefinitionKeys

    init(names: [SwiftName?], namespaces: [SwiftNamespace], keys: DefinitionKeys) {
        self.names = names
        self.namespaces = namespaces
        self.keys = keys
    }

    /// The root, with everything in it.
    package var root: SwiftNamespace { namespaces[0] }

    /// The name of a definition by its key; `nil` for a key that is not here and for one without a name.
    package subscript(key: String) -> SwiftName? {
        place(of: key).flatMap { names[$0] }
    }

    /// The place of a definition, by its key, in the list that the table was made of.
    package func place(of key: String) -> Int? { keys.place(of: key) }

    /// Names every item.
    ///
    /// - Parameter items: in an order that does not depend on files; it decides nothing but the order of members. Of
    ///   those with one path, only the first is found by it, the others by their keys.
    package static func make(
        _ items: [Item],
        layout: Layout,
        naming: SwiftNaming,
        diagnostics: inout DiagnosticCollector
    ) -> SwiftNameTable {
        var builder = SwiftNameTableBuilder(layout: layout, naming: naming, capacity: items.count)
        for item in items {
            if item.isExcluded { builder.holdBack(item) } else { builder.add(item.path, id: item.key) }
        }
        builder.settle(&diagnostics) { place, _ in items[place] }
        builder.addHeldBack()
        return builder.finish()
    }
}

extension SwiftNameTable {
    /// The names of all namespaces, at any depth. A type at module level of one of these names would be hidden.
    package var namespaceNames: Set<String> {
        Set(namespaces.dropFirst().map(\.name))
    }
}

/// What definitions of a kind are found by: the name on the wire, or the id of one whose name another has already.
struct DefinitionKeys: Sendable {
    private var keys: [String] = []
    private var places: HashIndex

    init(capacity: Int) {
        keys.reserveCapacity(capacity)
        places = HashIndex(capacity: capacity)
    }

    subscript(place: Int) -> String { keys[place] }

    /// Leaves a place for a definition whose key comes later.
    mutating func appendPlace() {
        keys.append("")
    }

    /// - Parameter hash: that of the name.
    mutating func set(_ place: Int, _ name: String, hash: UInt32, id: String) {
        let isFree = self.place(of: name, hash: hash) == nil
        keys[place] = isFree ? name : id
        places.insert(place, hash: isFree ? hash : ByteHash.of(id))
    }

    func place(of key: String) -> Int? { place(of: key, hash: ByteHash.of(key)) }

    private func place(of key: String, hash: UInt32) -> Int? {
        places.first(hash) { keys[$0] == key }
    }
}
