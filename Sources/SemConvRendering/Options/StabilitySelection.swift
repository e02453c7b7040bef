package import SemConvDefinitions

/// The levels of stability that code is generated for.
///
/// A definition without a stability counts as `development`: nothing promises that it stays.
package struct StabilitySelection: Hashable, Sendable {
    package var levels: Set<Stability>

    package init(levels: Set<Stability>) {
        self.levels = levels
    }

    package static let all = StabilitySelection(levels: Set(Stability.allCases))
    /// What the specification says can no longer change, or is expected not to.
    package static let settled = StabilitySelection(levels: [.stable, .releaseCandidate])

    package func contains(_ stability: Stability?) -> Bool {
        levels.contains(stability ?? .development)
    }

    /// Reads the words that users write: `all`, or one or more levels.
    ///
    /// - Returns: the selection, or the first word that is no level.
    package static func parse(_ words: [String]) -> Result<StabilitySelection, UnknownStability> {
        var levels = Set<Stability>()
        for word in words {
            switch word {
            case "all": levels.formUnion(Stability.allCases)
            // The older word for all that is not stable, and what the old `deprecated` ranked with.
            case "experimental": levels.formUnion([.development, .alpha, .beta, .deprecated])
            case "development": levels.formUnion([.development, .deprecated])
            default:
                guard let level = Stability(rawValue: word) else { return .failure(UnknownStability(word: word)) }
                levels.insert(level)
            }
        }
        return .success(StabilitySelection(levels: levels))
    }

    /// The words that `parse` knows.
    package static let words = ["all", "stable", "release_candidate", "beta", "alpha", "development", "experimental"]
}

/// A word that should have named a level of stability.
package struct UnknownStability: Error, Hashable {
    package let word: String
}

extension Optional where Wrapped == Stability {
    /// Whether a definition is settled enough to compile without a trait.
    var isSettled: Bool { self == .stable || self == .releaseCandidate }
}
