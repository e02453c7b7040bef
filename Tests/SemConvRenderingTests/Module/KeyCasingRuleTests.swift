import Foundation
import SemConvDefinitions
import SemConvRegistry
import Testing

@testable import SemConvRendering

@Suite("The case of keys of template attributes")
struct KeyCasingRuleTests {
    @Test(
        "a clause that speaks of the key and of lower case asks for it",
        arguments: [
            "HTTP request headers, `<key>` being the normalized HTTP Header name (lowercase), the value being the values.",
            "The key is lower-cased.", "A header. Its name is written in lower case; values stay.",
            "Metadata keys must be lowercased before use",
        ]
    )
    func asks(text: String) {
        #expect(KeyCasingRule.asksForLowerCase(text))
    }

    @Test(
        "other texts do not",
        arguments: [
            "", "A label, `<key>` being the label name, the value being in lowercase.",
            "The key must not be lowercased.", "The key is used as given, without lower case conversion of the name.",
            "Values are lower-cased. The key stays.", "Applies to lower namespaces, key by key.",
            "The lowest key wins.", "The key may be lowercase or uppercase.",
            "Follows the value. The attribute http.request.header.lowercase is no key.",
        ]
    )
    func doesNotAsk(text: String) {
        #expect(!KeyCasingRule.asksForLowerCase(text))
    }

    // The four that the text of 1.44 speaks of, out of 41 (the conventions of HTTP and RPC fix the case of headers).
    @Test(
        "of OpenTelemetry's own templates only headers and metadata are in lower case",
        .enabled(if: Snapshot.hasSharedRegistries, "the real registries are not on this machine"),
        arguments: [
            (
                "v1.44.0", 41,
                ["http.request.header", "http.response.header", "rpc.request.metadata", "rpc.response.metadata"]
            ),
            (
                "v1.26.0", 13,
                [
                    "http.request.header", "http.response.header", "rpc.connect_rpc.request.metadata",
                    "rpc.connect_rpc.response.metadata", "rpc.grpc.request.metadata", "rpc.grpc.response.metadata",
                ]
            ),
        ]
    )
    func official(version: String, count: Int, expected: [String]) throws {
        let folder = Snapshot.sharedRegistries.appending(path: "otel-semconv/\(version)/model").path
        let templates = try SampleRegistry.load(folder: folder).attributes.filter {
            if case .template = $0.type { true } else { false }
        }
        #expect(templates.count == count)
        #expect(templates.filter(KeyCasingRule.lowercases).map(\.id) == expected)
    }
}
