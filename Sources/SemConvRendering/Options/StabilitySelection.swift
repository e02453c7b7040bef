package import SemConvDefinitions

/// The levels of stability that code is generated for.
///
/// A definition without a stability counts as `development`: nothing promises that it stays.
package struct StabilitySelection: Hashable, Sendable {
    /// A bit for each level: every definition is asked for, and a set would hash its level.
    private var bits: UInt8 = 0
    /// Whether also what the registry excludes from code generation (`code_generation.exclude`) is generated.
    package private(set) var includesExcluded = false

    package init(levels: some Sequence<Stability>) {
        for level in levels { insert(level) }
    }

    /// The whole registry.
    package static let all: StabilitySelection = {
        var all = StabilitySelection(levels: Stability.allCases)
        all.includesExcluded = true
        return all
    }()
    /// What the specification says can no longer change, or is expected not to.
    package static let settled = StabilitySelection(levels: [.stable, .releaseCandidate])

    package func contains(_ stability: Stability?) -> Bool {
        bits & Self.bit(stability ?? .development) != 0
    }

    private mutating func insert(_ level: Stability) { bits |= Self.bit(level) }

    private static func bit(_ level: Stability) -> UInt8 {
        switch level {
        case .development: 1
        case .alpha: 2
        case .beta: 4
        case .releaseCandidate: 8
        case .stable: 16
        case .deprecated: 32
        }
    }

    /// Reads the words that users write: `all`, or one or more levels.
    ///
    /// `all` means more than all levels: also what the registry excludes from code generation.
    ///
    /// - Returns: the selection, or the first word that is no level.
    package static func parse(_ words: [String]) -> Result<StabilitySelection, UnknownStability> {
        var levels: [Stability] = []
        var includesAll = false
        for word in words {
            switch word {
            case "all": includesAll = true
            // The older word for all that is not stable, and what the old `deprecated` ranked with.
            case "experimental": levels += [.development, .alpha, .beta, .deprecated]
            case "development": levels += [.development, .deprecated]
            default:
                guard let level = Stability(rawValue: word) else { return .failure(UnknownStability(word: word)) }
                levels.append(level)
            }
        }
        return .success(includesAll ? .all : StabilitySelection(levels: levels))
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
