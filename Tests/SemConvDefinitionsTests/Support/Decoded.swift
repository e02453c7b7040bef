import SemConvDefinitions
import SemConvDiagnostics
import SemConvYAML

/// What decoding makes of a text, with the problems that it finds.
struct Decoded<Value> {
    let value: Value?
    let diagnostics: [Diagnostic]

    /// The rules that were broken, in the order of their places.
    var rules: [String] { diagnostics.map(\.rule.rawValue) }

    private init(_ text: String, future: Bool, _ read: (YAMLDocument, inout DiagnosticCollector) -> Value?) {
        var diagnostics = DiagnosticCollector(future: future)
        let document = YAMLReader().read(bytes: Array(text.utf8), file: "test.yaml", diagnostics: &diagnostics)
        value = document.flatMap { read($0, &diagnostics) }
        self.diagnostics = diagnostics.sorted
    }
}

extension Decoded<RegistryFile> {
    init(_ text: String, future: Bool = false) {
        self.init(text, future: future) {
            DefinitionReader().read($0, syntheticGroupID: "registry.test", diagnostics: &$1)
        }
    }

    init(published text: String) {
        self.init(text, future: false) {
            DefinitionReader().readPublished($0, syntheticGroupID: "registry.test", diagnostics: &$1)
        }
    }

    var groups: [GroupDefinition] { value?.groups ?? [] }
}

extension Decoded<Manifest> {
    init(manifest text: String) {
        self.init(text, future: false) { ManifestReader().read($0, diagnostics: &$1) }
    }
}

extension String {
    /// The lines after the first, moved to the right.
    func indented(by spaces: Int) -> String {
        replacing("\n", with: "\n" + String(repeating: " ", count: spaces))
    }
}
