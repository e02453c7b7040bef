internal import SemConvDefinitions
package import SemConvDiagnostics

/// The names of the types that enumerations become. They stand at module level.
package struct SwiftEnumNames: Sendable {
    private let types: [String: String]

    /// The name of the type of an enumeration attribute; `nil` where it has none.
    package subscript(id: String) -> String? { types[id] }

    /// The name of the type that tells the values of an enumeration from those of others.
    package static func tagName(of type: String) -> String { type + "Tag" }

    /// Names the type of every enumeration.
    ///
    /// - Parameters:
    ///   - items: the enumeration attributes, sorted by key.
    ///   - avoiding: names that a type must not have: those of the kinds (`Attributes`), and the namespaces that
    ///     attributes stand in, which would hide it.
    package static func make(
        _ items: [SwiftNameTable.Item],
        avoiding: Set<String>,
        naming: SwiftNaming,
        diagnostics: inout DiagnosticCollector
    ) -> SwiftEnumNames {
        var types: [String: String] = [:]
        types.reserveCapacity(items.count)
        // The places of the items by the names of the types and of their tags.
        var owners: [String: Int] = [:]
        owners.reserveCapacity(items.count * 2)
        var buffer = NameBuffer()
        // Live ones take their names first.
        let live = items.indices.filter { !items[$0].isDeprecated }
        let deprecated = items.indices.filter { items[$0].isDeprecated }
        for place in live + deprecated where types[items[place].key] == nil {
            let item = items[place]
            let wanted = wantedName(of: item, avoiding: avoiding, naming: naming, buffer: &buffer)
            if wanted.isEmpty {
                diagnostics.report(.emptyName(of: item.path, at: item.location))
                continue
            }
            let name = SwiftMemberNames.freeName(for: wanted, isDeprecated: item.isDeprecated) { name in
                owners[name] != nil || owners[tagName(of: name)] != nil
            }
            if name != wanted, !item.isDeprecated {
                let rival = owners[wanted] ?? owners[tagName(of: wanted)]
                diagnostics.report(.swiftNameCollision(of: item, with: rival.map { items[$0] }, wanted, name))
            }
            owners[name] = place
            owners[tagName(of: name)] = place
            types[item.key] = name
        }
        return SwiftEnumNames(types: types)
    }

    private static func wantedName(
        of item: SwiftNameTable.Item,
        avoiding: Set<String>,
        naming: SwiftNaming,
        buffer: inout NameBuffer
    ) -> String {
        let path = Array(item.path.utf8)
        let wordCount = naming.write(path, in: path.indices, lowercasesFirstWord: false, to: &buffer)
        let name = buffer.text
        if name.isEmpty { return name }
        // A name of one word alone, such as `State`, is bound to be in scope somewhere.
        let isUnusable = wordCount == 1 || SwiftReservedWords.unusableTypes.contains(name) || avoiding.contains(name)
        return isUnusable ? name + "Value" : name
    }
}
