internal import SemConvDiagnostics

/// Settles who gets which name where several members of a namespace or enumeration want the same.
enum SwiftMemberNames {
    /// A member and the name that its identifier gives.
    struct Candidate {
        let place: Int
        var name: String
    }

    /// Makes the names of the candidates differ.
    ///
    /// What is excluded from code generation comes last, a live definition goes before a deprecated one, then bytes of
    /// the key decide. Who comes late gets an underscore at the end if it is excluded, `Deprecated` if it is that,
    /// otherwise a number, and the last is reported: it could move with the next definition.
    ///
    /// - Parameters:
    ///   - isReserved: whether a name has another owner: a namespace beside the members, or what generated code declares
    ///     itself.
    ///   - item: the definition of a candidate, by its place.
    static func settle(
        _ candidates: inout [Candidate],
        isReserved: (String) -> Bool,
        item: (Int) -> SwiftNameTable.Item,
        diagnostics: inout DiagnosticCollector
    ) {
        let items = candidates.map { item($0.place) }
        /// The candidates by the names that they have for good.
        var owners: [String: Int] = [:]
        var late: [Int] = []
        for index in candidates.indices {
            let name = candidates[index].name
            // Also where the name seems free: another one may need it that comes late.
            if items[index].isExcluded || isReserved(name) {
                late.append(index)
            } else if let owner = owners[name] {
                let yields = goesBefore(items[index], items[owner])
                late.append(yields ? owner : index)
                if yields { owners[name] = index }
            } else {
                owners[name] = index
            }
        }
        late.sort()
        // The sort of the standard library keeps the order of equals.
        late.sort { goesBefore(items[$0], items[$1]) }
        for index in late {
            let wanted = candidates[index].name
            let name = freeName(for: wanted, of: items[index]) { name in
                isReserved(name) || owners[name] != nil
            }
            if !items[index].isDeprecated, !items[index].isExcluded {
                let rival = owners[wanted].map { items[$0] }
                diagnostics.report(.swiftNameCollision(of: items[index], with: rival, wanted, name))
            }
            candidates[index].name = name
            owners[name] = index
        }
    }

    private static func goesBefore(_ left: SwiftNameTable.Item, _ right: SwiftNameTable.Item) -> Bool {
        if left.isExcluded != right.isExcluded { return right.isExcluded }
        if left.isDeprecated != right.isDeprecated { return right.isDeprecated }
        return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }

    /// The name itself where it is free, otherwise one that says why it is another.
    static func freeName(
        for name: String,
        of item: SwiftNameTable.Item,
        isTaken: (String) -> Bool
    ) -> String {
        guard isTaken(name) else { return name }
        if item.isExcluded {
            // As for a word that cannot be used: whoever asks for what is excluded should see that it stood back.
            var free = name + "_"
            while isTaken(free) { free += "_" }
            return free
        }
        let stem = item.isDeprecated ? name + "Deprecated" : name
        if item.isDeprecated, !isTaken(stem) { return stem }
        let separator = stem.utf8.last?.isASCIIDigit == true ? "_" : ""
        var number = 2
        while isTaken("\(stem)\(separator)\(number)") { number += 1 }
        return "\(stem)\(separator)\(number)"
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
