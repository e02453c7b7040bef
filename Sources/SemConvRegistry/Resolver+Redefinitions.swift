internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// Where a definition that is not the first of its id stands.
    private struct Place: Hashable {
        let id: String
        let group: Int
    }

    /// A group that extends another may define anew what it inherits. The definition of the eldest group is then the
    /// attribute that others refer to, whatever the order of the files. A second one of a group that extends nothing,
    /// or of the same group, is an error.
    ///
    /// - Parameter again: the definitions of ids that have one already.
    mutating func chooseDefinitions(_ again: [DefinedAttribute]) {
        let depths = depthsOfExtends()
        var seen: Set<Place> = []
        var others: [(place: Place, location: SourceLocation, isRepeated: Bool)] = []
        for item in again {
            let place = Place(id: item.definition.id, group: item.group)
            guard let first = attributes[place.id] else { continue }
            seen.insert(Place(id: place.id, group: first.group))
            let isRepeated = !seen.insert(place).inserted
            if isElder(item.group, than: first.group, depths), !isRepeated {
                others.append((Place(id: place.id, group: first.group), first.attribute.location, false))
                define(item)
            } else {
                others.append((place, item.definition.location, isRepeated))
            }
        }
        for other in others {
            guard let winner = attributes[other.place.id] else { continue }
            if definitions[other.place.group].extends != nil, !other.isRepeated {
                hasRedefinitions = true
                continue
            }
            diagnostics.report(
                Diagnostic(
                    .error,
                    .duplicateAttribute,
                    "the attribute '\(other.place.id)' is defined twice",
                    at: other.location,
                    subject: other.place.id,
                    help: "keep one definition and refer to it with 'ref' elsewhere",
                    notes: [.init("first defined here", at: winner.attribute.location)]
                )
            )
        }
    }

    /// Nearer to the group that extends nothing; of two that are as near, the one whose id comes first.
    private func isElder(_ group: Int, than other: Int, _ depths: [Int]) -> Bool {
        if depths[group] != depths[other] { return depths[group] < depths[other] }
        return depths[group] > 0 && definitions[group].id < definitions[other].id
    }

    /// How many groups stand above each one. A circle counts from where it is entered; it is an error anyway.
    private func depthsOfExtends() -> [Int] {
        var depths = [Int](repeating: -1, count: definitions.count)
        for start in definitions.indices where depths[start] < 0 {
            var chain: [Int] = []
            var next: Int? = start
            while let group = next, depths[group] < 0 {
                depths[group] = 0
                chain.append(group)
                next = definitions[group].extends.flatMap { groupIndex[$0.id] }
            }
            var depth = next.map { depths[$0] + 1 } ?? 0
            for group in chain.reversed() {
                // A parent that is not there is one level all the same.
                if depth == 0, definitions[group].extends != nil { depth = 1 }
                depths[group] = depth
                depth += 1
            }
        }
        return depths
    }
}
