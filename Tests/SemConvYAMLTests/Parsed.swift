import SemConvDiagnostics
import SemConvYAML

/// What a reader makes of a text.
struct Parsed {
    var document: YAMLDocument?
    var diagnostics: [Diagnostic]

    var root: YAMLNode? { document?.root }

    /// The diagnostics in one line each: rule, place, and the places of the notes.
    var found: [Found] {
        diagnostics.map { diagnostic in
            Found(
                diagnostic.rule.rawValue,
                diagnostic.location?.line ?? -1,
                diagnostic.location?.column ?? -1,
                notes: diagnostic.notes.map { "\($0.location?.line ?? -1):\($0.location?.column ?? -1)" }
            )
        }
    }
}

/// A diagnostic as the tables of these tests write it.
struct Found: Hashable, CustomStringConvertible {
    var rule: String
    var line: Int
    var column: Int
    var notes: [String]

    init(_ rule: String, _ line: Int, _ column: Int, notes: [String] = []) {
        self.rule = rule
        self.line = line
        self.column = column
        self.notes = notes
    }

    var description: String {
        "\(line):\(column) \(rule)" + (notes.isEmpty ? "" : " (notes: \(notes.joined(separator: ", ")))")
    }
}

func parse(_ text: String, limits: YAMLReader.Limits = .init()) -> Parsed {
    parse(Array(text.utf8), limits: limits)
}

func parse(_ bytes: [UInt8], limits: YAMLReader.Limits = .init()) -> Parsed {
    var collector = DiagnosticCollector()
    let document = YAMLReader(limits: limits).read(bytes: bytes, file: "test.yaml", diagnostics: &collector)
    return Parsed(document: document, diagnostics: collector.sorted)
}

func read(_ path: String, limits: YAMLReader.Limits = .init(), displayName: String? = nil) -> Parsed {
    var collector = DiagnosticCollector()
    let document = YAMLReader(limits: limits).read(path: path, displayName: displayName, diagnostics: &collector)
    return Parsed(document: document, diagnostics: collector.sorted)
}
