package import SemConvDefinitions
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
    ///   - items: the enumeration attributes.
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
        // The names of the types and of their tags.
        var owners: [String: SwiftNameTable.Item] = [:]
        owners.reserveCapacity(items.count * 2)
        func isTaken(_ name: String) -> Bool { owners[name] != nil || owners[tagName(of: name)] != nil }
        for item in inOrder(items) where types[item.key] == nil {
            let wanted = wantedName(of: item, avoiding: avoiding, naming: naming)
            if wanted.isEmpty {
                diagnostics.report(.emptyName(of: item.path, at: item.location))
                continue
            }
            let name = SwiftMemberNames.freeName(for: wanted, isDeprecated: item.isDeprecated, isTaken: isTaken)
            if name != wanted, !item.isDeprecated {
                let rival = owners[wanted] ?? owners[tagName(of: wanted)]
                diagnostics.report(.swiftNameCollision(of: item, with: rival, wanted, name))
            }
            owners[name] = item
            owners[tagName(of: name)] = item
            types[item.key] = name
        }
        return SwiftEnumNames(types: types)
    }

    private static func wantedName(
        of item: SwiftNameTable.Item,
        avoiding: Set<String>,
        naming: SwiftNaming
    ) -> String {
        let name = naming.pascalCased(item.path)
        if name.isEmpty { return name }
        // A name of one word alone, such as `State`, is bound to be in scope somewhere.
        let isUnusable =
            SwiftReservedWords.unusableTypes.contains(name) || avoiding.contains(name) || naming.isOneWord(item.path)
        return isUnusable ? name + "Value" : name
    }

    /// The names of the members of an enumeration, in their order, without backticks: a declaration needs
    /// ``SwiftReservedWords/declaration(of:)``.
    ///
    /// - Returns: `nil` for a member that is excluded from code generation, and for one without a name.
    package static func memberNames(
        of enumeration: Enumeration,
        attribute: SwiftNameTable.Item,
        naming: SwiftNaming,
        diagnostics: inout DiagnosticCollector
    ) -> [String?] {
        var candidates: [SwiftMemberNames.Candidate] = []
        candidates.reserveCapacity(enumeration.members.count)
        func item(_ place: Int) -> SwiftNameTable.Item {
            SwiftNameTable.Item(
                key: "\(attribute.key).\(enumeration.members[place].id)",
                isDeprecated: enumeration.members[place].deprecated != nil,
                location: attribute.location
            )
        }
        for (place, member) in enumeration.members.enumerated() {
            if member.annotations.isExcludedFromCodeGeneration { continue }
            let name = naming.camelCased(member.id)
            if name.isEmpty {
                diagnostics.report(.emptyName(of: item(place).key, at: attribute.location))
                continue
            }
            let isUnusable = SwiftReservedWords.isUnusableEnumMember(name)
            candidates.append(.init(place: place, name: isUnusable ? name + "_" : name))
        }
        SwiftMemberNames(isReserved: { _ in false }, item: item).settle(&candidates, diagnostics: &diagnostics)
        var names = [String?](repeating: nil, count: enumeration.members.count)
        for candidate in candidates { names[candidate.place] = candidate.name }
        return names
    }

    /// The items in the order in which they take their names: live ones first, then by the bytes of the key.
    private static func inOrder(_ items: [SwiftNameTable.Item]) -> [SwiftNameTable.Item] {
        items.sorted { left, right in
            if left.isDeprecated != right.isDeprecated { return right.isDeprecated }
            return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
    }
}
