import SemConvDefinitions
import Testing

/// Semantic Versioning 2.0.0.
@Suite("Versions")
struct SemanticVersionTests {
    /// From low to high; the pre-releases of 1.0.0 are those of section 11 of the specification.
    static let ordered = [
        "0.0.1", "0.1.0", "0.9.12", "0.10.0", "1.0.0-0", "1.0.0-1", "1.0.0-9", "1.0.0-10", "1.0.0-99999999999999999999",
        "1.0.0--5", "1.0.0-10x", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
        "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0-a", "2.0.0", "10.0.0",
    ]

    @Test("every version is below all that follow it")
    func order() throws {
        let versions = try Self.ordered.map { try #require(SemanticVersion($0), "\($0)") }
        for (index, low) in versions.enumerated() {
            #expect(!(low < low))
            for high in versions.dropFirst(index + 1) {
                #expect(low < high && !(high < low) && low != high, "\(low) \(high)")
            }
        }
    }

    @Test("build metadata does not count", arguments: [("1.0.0+a", "1.0.0"), ("1.0.0-rc.1+b.2", "1.0.0-rc.1+c")])
    func build(one: String, other: String) {
        #expect(SemanticVersion(one) == SemanticVersion(other))
        #expect(SemanticVersion(one) != nil)
    }

    @Test(
        "what is no version",
        arguments: [
            "", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "-1.0.0", "1.-1.0", "01.0.0", "1.00.0", "1.0.0-",
            "1.0.0-a..b",
            "1.0.0-01", "1.0.0-ä", "1.0.0+", "1.0.0 ", " 1.0.0", "+1.0.0", "1.0.0-+a", "next",
            "99999999999999999999.0.0",
            "1.0.0-a_b",
        ]
    )
    func invalid(text: String) {
        #expect(SemanticVersion(text) == nil)
    }
}
