import Foundation
import SemConvDiagnostics
import SemConvRegistry
import SemConvYAML
import Testing

/// A broken registry that no folder of a repository can hold, made when the test runs.
struct MadeRegistry: CustomTestStringConvertible, Sendable {
    let name: String
    let expected: [Finding]
    var path = ""
    var options = RegistryOptions()
    let make: @Sendable (TemporaryRegistry) throws -> Void
    var testDescription: String { name }

    init(
        _ name: String,
        _ expected: [Finding],
        path: String = "",
        limit: (inout RegistryOptions) -> Void = { _ in },
        make: @escaping @Sendable (TemporaryRegistry) throws -> Void
    ) {
        self.name = name
        self.expected = expected.sorted()
        self.path = path
        self.make = make
        limit(&options)
    }

    static let all: [MadeRegistry] = places + files + texts + limits

    private static let group = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: Shops.
            attributes:
              - {id: shop.id, type: int, brief: The number of the shop., stability: stable}
              - {id: shop.floor, type: int, brief: The floor of the shop., stability: stable}

        """

    // MARK: - Places

    private static let places = [
        MadeRegistry("no such folder", [Finding(.error, "registry-not-found", in: "nowhere")], path: "nowhere") { _ in
        },
        MadeRegistry("an empty folder", [Finding(.error, "registry-empty", in: "")]) { _ in },
        MadeRegistry("a folder with other files alone", [Finding(.error, "registry-empty", in: "")]) { registry in
            try registry.write(group, to: "README.md")
            try registry.write(group, to: ".hidden.yaml")
            try registry.write(group, to: ".git/shop.yaml")
            try registry.write(group, to: "schema-next.yaml")
        },
    ]

    // MARK: - Files

    private static func publication(of path: String) -> String {
        """
        file_format: manifest/2.0
        schema_url: https://example.com/shop/1.0.0
        resolved_registry_uri: \(path)

        """
    }

    private static let files = [
        MadeRegistry("a published file that is not there", [Finding(.error, "yaml-file-missing", in: "gone.yaml")]) {
            try $0.write(publication(of: "gone.yaml"), to: "manifest.yaml")
        },
        MadeRegistry("a link to nothing", [Finding(.error, "yaml-file-missing", in: "link.yaml")]) { registry in
            try registry.write(group, to: "shop.yaml")
            try registry.link("link.yaml", to: "gone.yaml")
        },
        MadeRegistry("links in a circle", ["a.yaml", "b.yaml"].map { Finding(.error, "yaml-file-unreadable", in: $0) })
        {
            try $0.link("a.yaml", to: "b.yaml")
            try $0.link("b.yaml", to: "a.yaml")
        },
        MadeRegistry("a folder for a published file", [Finding(.error, "yaml-file-is-folder", in: "resolved")]) {
            try $0.write(publication(of: "resolved"), to: "manifest.yaml")
            try $0.write(group, to: "resolved/shop.yaml")
        },
        MadeRegistry("a device", [Finding(.error, "yaml-file-not-regular", in: "null.yaml")]) {
            try $0.link("null.yaml", to: "/dev/null")
        },
        MadeRegistry("a file too large", [Finding(.error, "yaml-file-too-large", in: "shop.yaml")]) {
            $0.limits.fileSize = 100
        } make: {
            try $0.write(group, to: "shop.yaml")
        },
        MadeRegistry(
            "a folder that is called like a file",
            [Finding(.warning, "group-prefix", in: "a.yaml/b.yaml", line: 5, column: 13)]
        ) {
            try $0.write(
                group.replacing("    attributes:", with: "    prefix: x\n    attributes:"),
                to: "a.yaml/b.yaml"
            )
        },
    ]

    // MARK: - Texts

    private static let texts = [
        MadeRegistry("bytes that are no text", [Finding(.error, "yaml-encoding", in: "shop.yaml", line: 2, column: 4)])
        {
            try $0.write(Data("groups:\n - ".utf8) + [0xC3, 0x28], to: "shop.yaml")
        },
        MadeRegistry("half of a UTF-16 pair", [Finding(.error, "yaml-encoding", in: "shop.yaml", line: 1, column: 2)]) {
            try $0.write(Data([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00]), to: "shop.yaml")
        },
        MadeRegistry("UTF-32", [Finding(.error, "yaml-encoding", in: "shop.yaml", line: 1, column: 1)]) {
            try $0.write(Data([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]), to: "shop.yaml")
        },
        MadeRegistry(
            "binary",
            [3, 4].map { Finding(.error, "yaml-control-character", in: "shop.yaml", line: 1, column: $0) }
        ) {
            try $0.write("a:\u{0}\u{1}", to: "shop.yaml")
        },
    ]

    // MARK: - Limits

    private static let limits = [
        // The mapping of the file is the first level.
        MadeRegistry("nested too deep", [Finding(.error, "yaml-nesting", in: "shop.yaml", line: 1, column: 9 + 255)]) {
            try $0.write("groups: " + String(repeating: "[", count: 300), to: "shop.yaml")
        },
        MadeRegistry(
            "too many directives",
            [Finding(.error, "yaml-too-many-directives", in: "shop.yaml", line: 65, column: 1)]
        ) {
            try $0.write(String(repeating: "%TAG !a! tag:a\n", count: 100), to: "shop.yaml")
        },
        MadeRegistry(
            "too many problems",
            (1...100).map { Finding(.error, "yaml-unknown-anchor", in: "shop.yaml", line: $0 + 1, column: 5) }
                + [Finding(.error, "yaml-too-many-problems", in: "shop.yaml", line: 101, column: 5)]
        ) {
            try $0.write("groups:\n" + String(repeating: "  - *gone\n", count: 500), to: "shop.yaml")
        },
        MadeRegistry(
            "too many attributes by inheritance",
            [Finding(.error, "too-many-attributes", in: "shop.yaml", line: 8, column: 10)]
        ) {
            $0.attributeUses = 3
        } make: {
            let child = "  - {id: registry.NAME, type: attribute_group, brief: More., extends: registry.shop}\n"
            try $0.write(
                group + child.replacing("NAME", with: "child") + child.replacing("NAME", with: "other"),
                to: "shop.yaml"
            )
        },
    ]
}
