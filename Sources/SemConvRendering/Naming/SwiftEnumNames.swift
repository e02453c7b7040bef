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
        var taken = Set<String>(minimumCapacity: items.count * 2)
        func isTaken(_ name: String) -> Bool { taken.contains(name) || taken.contains(tagName(of: name)) }
        for item in inOrder(items) where types[item.key] == nil {
            var name = naming.pascalCased(item.path)
            if name.isEmpty {
                diagnostics.report(.emptyName(of: item.path, at: item.location))
                continue
            }
            // A name of one word alone, such as `State`, is bound to be in scope somewhere.
            if SwiftReservedWords.unusableTypes.contains(name) || avoiding.contains(name)
                || naming.isOneWord(item.path)
            {
                name += "Value"
            }
            if isTaken(name), item.isDeprecated { name += "Deprecated" }
            if isTaken(name) {
                let separator = name.utf8.last?.isASCIIDigit == true ? "_" : ""
                var number = 2
                while isTaken("\(name)\(separator)\(number)") { number += 1 }
                name = "\(name)\(separator)\(number)"
            }
            taken.insert(name)
            taken.insert(tagName(of: name))
            types[item.key] = name
        }
        return SwiftEnumNames(types: types)
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
