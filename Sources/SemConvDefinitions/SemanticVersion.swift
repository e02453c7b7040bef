/// A version by Semantic Versioning 2.0.0, without its build metadata: that takes no part in the order.
package struct SemanticVersion: Hashable, Sendable, Comparable {
    package let major: Int
    package let minor: Int
    package let patch: Int
    /// The identifiers after the hyphen.
    package let preRelease: [String]

    /// `nil` where the text is no such version.
    package init?(_ text: String) {
        let halves = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2, Self.identifiers(halves[1], canStartWithZero: true) == nil { return nil }
        let parts = halves[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
            .map { Self.isNumber($0) && !Self.hasLeadingZero($0) ? Int($0) : nil }
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2] else {
            return nil
        }
        var preRelease: [String] = []
        if parts.count == 2 {
            guard let identifiers = Self.identifiers(parts[1], canStartWithZero: false) else { return nil }
            preRelease = identifiers
        }
        self.major = major
        self.minor = minor
        self.patch = patch
        self.preRelease = preRelease
    }

    /// Texts of letters, digits and hyphens, with dots between them.
    private static func identifiers(_ text: Substring, canStartWithZero: Bool) -> [String]? {
        let identifiers = text.split(separator: ".", omittingEmptySubsequences: false)
        let areValid = identifiers.allSatisfy { identifier in
            !identifier.isEmpty && identifier.utf8.allSatisfy(isIdentifierByte)
                && (canStartWithZero || !isNumber(identifier) || !hasLeadingZero(identifier))
        }
        return areValid ? identifiers.map(String.init) : nil
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func hasLeadingZero(_ number: some StringProtocol) -> Bool {
        number.utf8.count > 1 && number.hasPrefix("0")
    }

    package static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        let leftCore = (left.major, left.minor, left.patch)
        let rightCore = (right.major, right.minor, right.patch)
        if leftCore != rightCore { return leftCore < rightCore }
        if left.preRelease.isEmpty || right.preRelease.isEmpty {
            return !left.preRelease.isEmpty && right.preRelease.isEmpty
        }
        for (one, other) in zip(left.preRelease, right.preRelease) where one != other {
            switch (isNumber(one), isNumber(other)) {
            // Numbers may be longer than any integer type; without leading zeros the longer one is the greater.
            case (true, true): return (one.utf8.count, one) < (other.utf8.count, other)
            case (true, false): return true
            case (false, true): return false
            case (false, false): return one < other
            }
        }
        return left.preRelease.count < right.preRelease.count
    }
}
