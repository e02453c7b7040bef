import SemConvDefinitions
import SemConvDiagnostics
import Testing

@Suite("Manifests")
struct ManifestTests {
    @Test(
        "a schema URL: its last part is the version, the rest the name",
        arguments: [
            ("https://example.com/shop/1.0.0", "https://example.com/shop", "1.0.0", nil),
            ("https://example.com/shop/1.0.0/", "https://example.com/shop", "1.0.0", "https://example.com/shop/1.0.0"),
            ("https://example.com/1.0.0", "https://example.com", "1.0.0", nil),
            ("https://opentelemetry.io/schemas/1.44.0", "https://opentelemetry.io/schemas", "1.44.0", nil),
            ("example.com/shop/next", "example.com/shop", "next", nil),
            ("http://localhost:8080/a/b/c/0.1.0-rc.1+b", "http://localhost:8080/a/b/c", "0.1.0-rc.1+b", nil),
        ]
    )
    func schemaURL(text: String, name: String, version: String, kept: String?) throws {
        let url = try #require(SchemaURL(text))
        #expect(url.registryName == name && url.version == version && url.text == kept ?? text)
        #expect(Decoded(manifest: "schema_url: \(text)").value?.schemaURL == url)
    }

    @Test(
        "a URL without a path is none",
        arguments: ["https://example.com", "https://example.com/", "example", "", "/", "https://", "https:///1.0.0"]
    )
    func noSchemaURL(text: String) {
        #expect(SchemaURL(text) == nil)
        let decoded = Decoded(manifest: "schema_url: '\(text)'")
        #expect(decoded.rules == ["invalid-manifest"])
        #expect(decoded.diagnostics.first?.location?.column == 13)
    }

    @Test("the whole of a manifest of today")
    func today() throws {
        let decoded = Decoded(
            manifest: """
                schema_url: https://example.com/shop/1.0.0
                description: The conventions of a shop.
                stability: stable
                dependencies:
                  - schema_url: https://example.com/base/1.0.0
                    registry_path: ../base
                  - schema_url: https://example.com/other/2.0.0
                """
        )
        #expect(decoded.rules == [])
        let manifest = try #require(decoded.value)
        #expect(!manifest.isPublication && manifest.resolvedRegistryPath == nil)
        #expect(manifest.dependencies.map(\.source) == ["../base", "https://example.com/other/2.0.0"])
        #expect(manifest.dependencies.map { $0.schemaURL?.version } == ["1.0.0", "2.0.0"])
        #expect(manifest.dependencies.map(\.location.line) == [5, 7])
    }

    @Test(
        "the old form names a registry in parts",
        arguments: [
            ("name: shop\nsemconv_version: 0.1.0", "https://unknown/shop/0.1.0"),
            ("name: shop\nsemconv_version: 0.1", "https://unknown/shop/0.1"),
            ("name: shop\nsemconv_version: '1'\nschema_base_url: https://example.com/s/", "https://example.com/s/1"),
        ]
    )
    func oldForm(text: String, url: String) {
        let decoded = Decoded(manifest: text)
        #expect(decoded.rules == ["legacy-manifest-syntax"])
        #expect(decoded.value?.schemaURL?.text == url)
    }

    @Test(
        "what makes no sense is an error",
        arguments: [
            "description: D.", "name: shop", "semconv_version: 1.0.0", "name: ''\nsemconv_version: 1.0.0", "[a]",
            "text", "",
            "file_format: manifest/1.0\nschema_url: a/1", "file_format: manifest/2.0\nschema_url: a/1",
            "schema_url: a/1\ndependencies: [{}]", "schema_url: a/1\ndependencies: [{registry_path: b}]",
        ]
    )
    func wrong(text: String) {
        #expect(Decoded(manifest: text).rules.filter { $0 != "yaml-empty-file" } == ["invalid-manifest"])
    }

    @Test(
        "values of another type are errors",
        arguments: [
            ("schema_url: 1", "wrong-type"), ("schema_url: a/1\ndependencies: b", "wrong-type"),
            ("schema_url: a/1\ndependencies: [b]", "wrong-type"), ("schema_url: a/1\nstability: firm", "invalid-value"),
            ("schema_url: a/1\ndescription: [D.]", "wrong-type"),
        ]
    )
    func wrongType(text: String, rule: String) {
        #expect(Decoded(manifest: text).rules == [rule])
    }

    @Test("a dependency of the old form has a name")
    func oldDependency() throws {
        let decoded = Decoded(manifest: "schema_url: a/1\ndependencies: [{name: base, registry_path: ../base}]")
        #expect(decoded.rules == ["legacy-manifest-syntax"])
        let dependency = try #require(decoded.value?.dependencies.first)
        #expect(dependency.name == "base" && dependency.schemaURL == nil && dependency.source == "../base")
    }

    @Test(
        "a publication names its file, by the key of today or the old one",
        arguments: ["resolved_registry_uri", "resolved_schema_uri"]
    )
    func publication(key: String) throws {
        let decoded = Decoded(manifest: "file_format: manifest/2.0\nschema_url: a/1\n\(key): resolved.yaml")
        #expect(decoded.rules == [])
        let manifest = try #require(decoded.value)
        #expect(manifest.isPublication && manifest.resolvedRegistryPath == "resolved.yaml")
    }
}
