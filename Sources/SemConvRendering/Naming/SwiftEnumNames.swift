internal import SemConvDefinitions
package import SemConvDiagnostics
internal import SemConvYAML

/// The names of the types that enumerations become. They stand at module level.
package struct SwiftEnumNames: Sendable {
    private let naming: SwiftNaming
    /// The ids of the attributes whose types have names, and those names.
    private var ids: [String] = []
    private var names: [String] = []
    /// The places of the ids. No dictionary, here and below: hashing texts takes it twice as long.
    private var places = HashIndex()
    private var owners = TypeOwners()

    package init(_ naming: SwiftNaming) {
        self.naming = naming
    }

    /// The name of the type of an enumeration attribute; `nil` where it has none.
    package subscript(id: String) -> String? {
        places.first(ByteHash.of(id)) { ids[$0] == id }.map { names[$0] }
    }

    /// Whether a type, or the tag of one, has the name.
    func hasName(_ name: String) -> Bool { owners.owner(of: name) != nil }

    /// The name of the type that tells the values of an enumeration from those of others.
    package static func tagName(of type: String) -> String { String(joining: type, "Tag") }

    /// Names the types of enumerations, beside those that have names already.
    ///
    /// - Parameters:
    ///   - items: the enumeration attributes, sorted by key. Those that are excluded from code generation come after all
    ///     others, in a call of their own.
    ///   - isAvoided: whether a type must not have a name: those of the kinds (`Attributes`), and of the namespaces that
    ///     attributes stand in, which would hide it.
    package mutating func add(
        _ items: [SwiftNameTable.Item],
        isAvoided: (String) -> Bool,
        diagnostics: inout DiagnosticCollector
    ) {
        var buffer = NameBuffer()
        // Live ones take their names first.
        let live = items.indices.filter { !items[$0].isDeprecated }
        let deprecated = items.indices.filter { items[$0].isDeprecated }
        for place in live + deprecated where self[items[place].key] == nil {
            let item = items[place]
            let wanted = wantedName(of: item, isAvoided: isAvoided, buffer: &buffer)
            if wanted.isEmpty {
                if !item.isExcluded { diagnostics.report(.emptyName(of: item.path, at: item.location)) }
                continue
            }
            let name = SwiftMemberNames.freeName(for: wanted, of: item) {
                owners.owner(of: $0) != nil || $0 != wanted && isAvoided($0)
            }
            if name != wanted, !item.isDeprecated, !item.isExcluded {
                let rival = owners.owner(of: wanted).map { items[$0] }
                diagnostics.report(.swiftNameCollision(of: item, with: rival, wanted, name))
            }
            owners.insert(place, name: name)
            places.insert(ids.count, hash: ByteHash.of(item.key))
            ids.append(item.key)
            names.append(name)
        }
    }

    private func wantedName(
        of item: SwiftNameTable.Item,
        isAvoided: (String) -> Bool,
        buffer: inout NameBuffer
    ) -> String {
        var wordCount = 0
        item.path.withBytes { wordCount = naming.write($0, lowercasesFirstWord: false, to: &buffer) }
        let name = buffer.text
        if name.isEmpty { return name }
        // A name of one word alone, such as `State`, is bound to be in scope somewhere.
        let isUnusable = wordCount == 1 || SwiftReservedWords.unusableTypes.contains(name) || isAvoided(name)
        return isUnusable ? name + "Value" : name
    }

    /// Who has which name, of a type or of its tag.
    private struct TypeOwners {
        private var names: [String] = []
        private var owners: [Int] = []
        private var places = HashIndex()
        /// Whether some type is called as if it were a tag. Rarely; then its name may be that of another one's tag.
        private var hasTagLikeName = false

        mutating func insert(_ place: Int, name: String) {
            places.insert(names.count, hash: ByteHash.of(name))
            names.append(name)
            owners.append(place)
            hasTagLikeName = hasTagLikeName || name.hasSuffix("Tag")
        }

        /// The place of the type that has the name already, or that has or is the tag of a type of the name.
        func owner(of name: String) -> Int? {
            if let place = place(of: name) { return place }
            if name.hasSuffix("Tag"), let place = place(of: String(name.dropLast(3))) { return place }
            return hasTagLikeName ? place(of: tagName(of: name)) : nil
        }

        private func place(of name: String) -> Int? {
            places.first(ByteHash.of(name)) { names[$0] == name }.map { owners[$0] }
        }
    }
}
