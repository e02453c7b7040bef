internal import SemConvDefinitions
package import SemConvDiagnostics
package import SemConvRegistry
internal import SemConvYAML

/// The rules of a boundaries file.
extension RuleID {
    package static let invalidBoundaries: RuleID = "invalid-boundaries"
    /// The file names a metric that the registry does not have, or that is no histogram.
    package static let unknownBoundariesMetric: RuleID = "unknown-boundaries-metric"
}

/// Reads the advised bucket boundaries of histograms, which registries have no key for.
///
/// The file is a map with the key `boundaries`, a map from metric names to lists of numbers; JSON or YAML. Other keys
/// may stand beside it, such as one that says where the numbers are from.
package struct BoundariesReader {
    private var diagnostics = DiagnosticCollector()

    /// - Returns: the boundaries by metric name; `nil` when an error was reported.
    package static func read(path: String, diagnostics: inout DiagnosticCollector) -> [String: [Double]]? {
        var own = DiagnosticCollector()
        defer { diagnostics.append(contentsOf: own) }
        guard let document = YAMLReader().read(path: path, diagnostics: &own) else { return nil }
        var reader = BoundariesReader()
        let boundaries = reader.boundaries(document)
        own.append(contentsOf: reader.diagnostics)
        return own.hasErrors ? nil : boundaries
    }

    private mutating func boundaries(_ document: YAMLDocument) -> [String: [Double]] {
        guard let map = document.root?["boundaries"], map.kind == .mapping else {
            let place = document.root?.location ?? SourceLocation(file: document.file)
            let message = "a boundaries file is a map with the key 'boundaries', a map from metric names to numbers"
            diagnostics.report(Diagnostic(.error, .invalidBoundaries, message, at: place))
            return [:]
        }
        var boundaries: [String: [Double]] = [:]
        for (key, value) in map.entries {
            boundaries[key.string] = numbers(value, metric: key.string)
        }
        return boundaries
    }

    private mutating func numbers(_ node: YAMLNode, metric: String) -> [Double]? {
        guard node.kind == .sequence else {
            report("the boundaries of a metric are a list of numbers", node, metric)
            return nil
        }
        var numbers: [Double] = []
        for element in node.elements {
            guard let number = number(element) else {
                report("a boundary is a finite number", element, metric)
                return nil
            }
            if let last = numbers.last, number <= last {
                report("boundaries rise, and \(number) is not above \(last)", element, metric)
                return nil
            }
            numbers.append(number)
        }
        return numbers
    }

    private func number(_ node: YAMLNode) -> Double? {
        switch node.scalar {
        case .int(let int): Double(int)
        case .double(let double) where double.isFinite: double
        default: nil
        }
    }

    private mutating func report(_ message: String, _ node: YAMLNode, _ metric: String) {
        diagnostics.report(Diagnostic(.error, .invalidBoundaries, message, at: node.location, subject: metric))
    }

    /// Warns of metrics that the registry does not have: such a line has no effect and is most often a slip.
    package static func check(
        _ boundaries: [String: [Double]],
        file: String,
        registry: Registry,
        diagnostics: inout DiagnosticCollector
    ) {
        let histograms = Set(registry.metrics.filter { $0.instrument == .histogram }.map(\.name))
        for name in boundaries.keys.sorted() where !histograms.contains(name) {
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .unknownBoundariesMetric,
                    "the registry has no histogram '\(name)'",
                    at: SourceLocation(file: file),
                    subject: name,
                    help: Suggestion.didYouMean(name, in: histograms)
                )
            )
        }
    }
}
