package import SemConvDefinitions
package import SemConvDiagnostics
internal import SemConvYAML

/// Names the members of enumerations, one enumeration after another.
package struct SwiftEnumMemberNaming {
    private let naming: SwiftNaming
    private let includesExcluded: Bool
    /// The name of a member while it is made.
    private var name = NameBuffer()

    /// - Parameter includesExcluded: whether members that are excluded from code generation get names, too.
    package init(_ naming: SwiftNaming, includesExcluded: Bool = false) {
        self.naming = naming
        self.includesExcluded = includesExcluded
    }

    /// The names of the members, in their order, without backticks: a declaration needs
    /// ``SwiftReservedWords/declaration(of:)``.
    ///
    /// - Parameter attribute: the attribute that has the enumeration as its type.
    /// - Returns: `nil` for a member without a name, and for one that is excluded from code generation and left out.
    package mutating func names(
        of enumeration: Enumeration,
        attribute: SwiftNameTable.Item,
        diagnostics: inout DiagnosticCollector
    ) -> [String?] {
        let members = enumeration.members
        func item(_ place: Int) -> SwiftNameTable.Item {
            SwiftNameTable.Item(
                key: "\(attribute.key).\(members[place].id)",
                isDeprecated: members[place].deprecated != nil,
                isExcluded: members[place].annotations.isExcludedFromCodeGeneration,
                location: attribute.location
            )
        }
        var names: [String?] = []
        names.reserveCapacity(members.count)
        var given = HashIndex(capacity: members.count)
        var meet = false
        for place in members.indices {
            let isExcluded = members[place].annotations.isExcludedFromCodeGeneration
            if isExcluded, !includesExcluded {
                names.append(nil)
                continue
            }
            let found = makeName(of: members[place].id)
            names.append(found?.name)
            guard let (name, hash) = found else {
                if !isExcluded { diagnostics.report(.emptyName(of: item(place).key, at: attribute.location)) }
                continue
            }
            meet = meet || given.first(hash) { names[$0] == name } != nil
            given.insert(place, hash: hash)
        }
        if meet { settle(&names, item, &diagnostics) }
        return names
    }

    private mutating func makeName(of id: String) -> (name: String, hash: UInt32)? {
        id.withBytes { naming.write($0, lowercasesFirstWord: true, to: &name) }
        if name.isEmpty { return nil }
        if SwiftReservedWords.isUnusableEnumMember(name) { name.append(UInt8(ascii: "_")) }
        return (name.text, name.hash)
    }

    private func settle(
        _ names: inout [String?],
        _ item: (Int) -> SwiftNameTable.Item,
        _ diagnostics: inout DiagnosticCollector
    ) {
        var candidates = names.indices.compactMap { place in
            names[place].map { SwiftMemberNames.Candidate(place: place, name: $0) }
        }
        SwiftMemberNames.settle(&candidates, isReserved: { _ in false }, item: item, diagnostics: &diagnostics)
        for candidate in candidates { names[candidate.place] = candidate.name }
    }
}
