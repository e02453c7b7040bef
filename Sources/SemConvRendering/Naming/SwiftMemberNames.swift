internal import SemConvDiagnostics

/// Settles who gets which name where several members of a namespace or enumeration want the same.
struct SwiftMemberNames {
    /// A member and the name that its identifier gives.
    struct Candidate {
        let place: Int
        var name: String
    }

    /// Whether a name has another owner: a namespace beside the members, or what generated code declares itself.
    let isReserved: (String) -> Bool
    /// The definition of a candidate; asked only where names meet.
    let item: (Int) -> SwiftNameTable.Item

    /// Makes the names of the candidates differ.
    ///
    /// A live definition goes before a deprecated one, then bytes of the key decide. Who comes late gets `Deprecated`
    /// at the end if it is that, otherwise a number, and the latter is reported: it could move with the next
    /// definition.
    func settle(_ candidates: inout [Candidate], diagnostics: inout DiagnosticCollector) {
        var owners = Owners(count: candidates.count)
        var late: [Int] = []
        for index in candidates.indices {
            let name = candidates[index].name
            if isReserved(name) {
                late.append(index)
            } else if let owner = owners.owner(of: name, candidates) {
                let keeps = goesBefore(candidates[owner], candidates[index])
                late.append(keeps ? index : owner)
                if !keeps { owners.replace(owner, by: index, for: name) }
            } else {
                owners.set(index, for: name)
            }
        }
        if late.isEmpty { return }
        late.sort { goesBefore(candidates[$0], candidates[$1]) }
        for index in late {
            let wanted = candidates[index].name
            let item = item(candidates[index].place)
            let name = Self.freeName(for: wanted, isDeprecated: item.isDeprecated) { name in
                isReserved(name) || owners.owner(of: name, candidates) != nil
            }
            if !item.isDeprecated {
                let rival = owners.owner(of: wanted, candidates).map { self.item(candidates[$0].place) }
                diagnostics.report(.swiftNameCollision(of: item, with: rival, wanted, name))
            }
            candidates[index].name = name
            owners.set(index, for: name)
        }
    }

    private func goesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        let (leftItem, rightItem) = (item(left.place), item(right.place))
        if leftItem.isDeprecated != rightItem.isDeprecated { return rightItem.isDeprecated }
        if leftItem.key != rightItem.key { return leftItem.key.utf8.lexicographicallyPrecedes(rightItem.key.utf8) }
        return left.place < right.place
    }

    /// The name itself where it is free, otherwise one that says why it is another.
    static func freeName(for name: String, isDeprecated: Bool, isTaken: (String) -> Bool) -> String {
        guard isTaken(name) else { return name }
        let stem = isDeprecated ? name + "Deprecated" : name
        if isDeprecated, !isTaken(stem) { return stem }
        let separator = stem.utf8.last?.isASCIIDigit == true ? "_" : ""
        var number = 2
        while isTaken("\(stem)\(separator)\(number)") { number += 1 }
        return "\(stem)\(separator)\(number)"
    }

    /// Which candidate has which name. Most namespaces have a few members, and then looking at each is fastest.
    private struct Owners {
        private var list: [Int] = []
        private var table: [String: Int] = [:]
        private let isSmall: Bool

        init(count: Int) {
            isSmall = count <= 16
            if isSmall { list.reserveCapacity(count) } else { table.reserveCapacity(count) }
        }

        func owner(of name: String, _ candidates: [Candidate]) -> Int? {
            isSmall ? list.first { candidates[$0].name == name } : table[name]
        }

        mutating func replace(_ owner: Int, by index: Int, for name: String) {
            if isSmall { list.removeAll { $0 == owner } }
            set(index, for: name)
        }

        mutating func set(_ index: Int, for name: String) {
            if isSmall { list.append(index) } else { table[name] = index }
        }
    }
}

extension Diagnostic {
    /// Two definitions want one name; `other` is `nil` where generated code itself has it.
    static func swiftNameCollision(
        of item: SwiftNameTable.Item,
        with other: SwiftNameTable.Item?,
        _ wanted: String,
        _ name: String
    ) -> Diagnostic {
        let rival = other.map { "'\($0.key)'" } ?? "the generated code"
        return Diagnostic(
            .warning,
            .swiftNameCollision,
            "'\(item.key)' and \(rival) have the same Swift name '\(wanted)'; this one becomes '\(name)'",
            at: item.location,
            subject: item.key,
            help: "rename one of them, or leave one out with annotations.code_generation.exclude",
            notes: other.map { [Diagnostic.Note("'\($0.key)' is defined here", at: $0.location)] } ?? []
        )
    }
}
