import SemConvDefinitions
import Testing

@testable import SemConvRendering

@Suite("Deprecation attributes")
struct AvailabilityTests {
    private func name(_ path: String) -> SwiftName {
        let parts = path.split(separator: ".")
        return SwiftName(scope: parts.dropLast().joined(separator: "."), member: String(parts.last ?? ""))
    }

    @Test(
        "a fix-it puts the new name where the old member stands",
        arguments: [
            ("Attributes.HTTP.method", "Attributes.HTTP.Request.method", "Request.method"),
            ("Attributes.DB.name", "Attributes.DB.namespace", "namespace"),
            // The compiler replaces the member alone, so this one can only be read.
            ("Attributes.Net.Peer.name", "Attributes.Server.address", "Attributes.Server.address"),
            ("Attributes.HTTP.Request.old", "Attributes.HTTP.new", "Attributes.HTTP.new"),
            ("Attributes.state", "Attributes.DB.state", "DB.state"),
            ("Attributes.DB.old", "Attributes.DBSystem.new", "Attributes.DBSystem.new"),
            // Letters that take more than one byte.
            ("Größe.DB.old", "Größe.DB.Übung.new", "Übung.new"),
        ]
    )
    func fixIts(old: String, new: String, expected: String) {
        #expect(Availability.fixIt(from: name(old), to: name(new)) == expected)
    }

    @Test(
        "the attribute says what the registry says, and offers only what compiles",
        arguments: [
            (
                Deprecation.renamed(to: "a.b", note: ""), Availability.Replacement.sameType(fixIt: "A.b"),
                #"@available(*, deprecated, renamed: "A.b")"#
            ),
            (
                .renamed(to: "a.b", note: "Replaced by `a.b`."), .sameType(fixIt: "A.b"),
                #"@available(*, deprecated, renamed: "A.b")"#
            ),
            (
                .renamed(to: "a.b", note: "Replaced by `a.b`, which counts in seconds."), .sameType(fixIt: "A.b"),
                #"@available(*, deprecated, renamed: "A.b", message: "Replaced by `a.b`, which counts in seconds.")"#
            ),
            (
                .renamed(to: "a.b", note: ""), .otherType(path: "A.b"),
                #"@available(*, deprecated, message: "Replaced by `a.b`. In Swift: A.b, which has another type.")"#
            ),
            (
                .renamed(to: "a.b", note: ""), .none,
                #"@available(*, deprecated, message: "Replaced by `a.b`.")"#
            ),
            (
                .obsoleted(note: ""), .none,
                #"@available(*, deprecated, message: "Obsolete, without a replacement.")"#
            ),
            (
                .uncategorized(note: "Say \"no\"\nto \\it."), .none,
                #"@available(*, deprecated, message: "Say \"no\" to \\it.")"#
            ),
            // A compiler shows no Markdown.
            (
                .uncategorized(note: "Moved to [the GenAI\nregistry](https://example.com/a)."), .none,
                #"@available(*, deprecated, message: "Moved to the GenAI registry.")"#
            ),
            (.unspecified(note: ""), .none, #"@available(*, deprecated, message: "Deprecated.")"#),
            (
                .renamed(to: "a.b", note: "Say \"a.b\"."), .otherType(path: "A.b"),
                #"@available(*, deprecated, message: "Say \"a.b\". In Swift: A.b, which has another type.")"#
            ),
        ]
    )
    func attributes(deprecation: Deprecation, replacement: Availability.Replacement, expected: String) {
        #expect(Availability.attribute(deprecation, replacement: replacement) == expected)
    }
}
