import SemConvDiagnostics

/// Settles who gets which name where several members of a namespace or enumeration want the same.
enum SwiftMemberNames {
    /// A member and the name that its identifier gives.
    struct Candidate {
        let place: Int
        let name: String
        let item: SwiftNameTable.Item
    }

    /// The names of the candidates, in their order, every one of them different.
    ///
    /// A live definition goes before a deprecated one, then bytes of the key decide. Who comes late gets `Deprecated`
    /// at the end if it is that, otherwise a number, and the latter is reported: it could move with the next
    /// definition.
    ///
    /// - Parameters:
    ///   - unusable: names that get an underscore at the end.
    ///   - reserved: names that are taken.
    static func settle(
        _ candidates: [Candidate],
        unusable: Set<String> = SwiftReservedWords.unusableMembers,
        reserved: Set<String>,
        diagnostics: inout DiagnosticCollector
    ) -> [String] {
        var names = candidates.map { unusable.contains($0.name) ? $0.name + "_" : $0.name }
        var owners: [String: Int] = [:]
        owners.reserveCapacity(names.count)
        var late: [Int] = []
        for (index, name) in names.enumerated() {
            if reserved.contains(name) {
                late.append(index)
            } else if let owner = owners[name] {
                let keeps = goesBefore(candidates[owner], candidates[index])
                late.append(keeps ? index : owner)
                if !keeps { owners[name] = index }
            } else {
                owners[name] = index
            }
        }
        if late.isEmpty { return names }
        late.sort { goesBefore(candidates[$0], candidates[$1]) }
        for index in late {
            let wanted = names[index]
            let name = freeName(for: wanted, of: candidates[index]) { owners[$0] != nil || reserved.contains($0) }
            names[index] = name
            if !candidates[index].item.isDeprecated {
                diagnostics.report(
                    .collision(
                        of: candidates[index].item,
                        with: owners[wanted].map { candidates[$0].item },
                        wanted,
                        name
                    )
                )
            }
            owners[name] = index
        }
        return names
    }

    private static func goesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.item.isDeprecated != right.item.isDeprecated { return right.item.isDeprecated }
        if left.item.key != right.item.key { return left.item.key.utf8.lexicographicallyPrecedes(right.item.key.utf8) }
        return left.place < right.place
    }

    private static func freeName(
        for name: String,
        of candidate: Candidate,
        isTaken: (String) -> Bool
    ) -> String {
        let stem = candidate.item.isDeprecated ? name + "Deprecated" : name
        if candidate.item.isDeprecated, !isTaken(stem) { return stem }
        let separator = stem.utf8.last?.isASCIIDigit == true ? "_" : ""
        var number = 2
        while isTaken("\(stem)\(separator)\(number)") { number += 1 }
        return "\(stem)\(separator)\(number)"
    }
}

extension Diagnostic {
    /// Two definitions want one name; `other` is `nil` where generated code itself has it.
    fileprivate static func collision(
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
