package import SemConvDiagnostics
package import SemConvYAML

/// The bucket boundaries advised for histograms. A registry does not carry them, so they come from a file beside it.
package struct HistogramBoundaries: Hashable, Sendable {
    package var byMetric: [String: [Double]]

    package init(byMetric: [String: [Double]] = [:]) {
        self.byMetric = byMetric
    }

    /// The boundaries of a metric, or `nil` where none are advised.
    package subscript(metric: String) -> [Double]? { byMetric[metric] }

    /// Reads a JSON or YAML file of the form `{"boundaries": {METRIC: [NUMBER, ...]}}`; a `source` may say where the
    /// numbers come from.
    ///
    /// - Returns: what could be read; `diagnostics` says what could not.
    package static func read(_ document: YAMLDocument, diagnostics: inout DiagnosticCollector) -> HistogramBoundaries {
        var result = HistogramBoundaries()
        guard let root = document.root, root.kind == .mapping else {
            diagnostics.report(
                Diagnostic(
                    .error, .invalidBoundaries, "a boundaries file is a mapping with the key 'boundaries'",
                    at: document.root?.location ?? SourceLocation(file: document.file),
                    help: "write: boundaries: {metric.name: [1, 5, 10]}"
                )
            )
            return result
        }
        for (key, value) in root.entries {
            switch key.string {
            case "boundaries": result.readMetrics(value, diagnostics: &diagnostics)
            case "source": break
            default:
                diagnostics.report(.unknownKey(key, in: "a boundaries file", known: ["boundaries", "source"]))
            }
        }
        return result
    }

    private mutating func readMetrics(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(
                Diagnostic(
                    .error, .invalidBoundaries, "'boundaries' maps the names of metrics to lists of numbers",
                    at: node.location
                )
            )
            return
        }
        for (key, value) in node.entries {
            guard let numbers = Self.numbers(value, metric: key.string, diagnostics: &diagnostics) else { continue }
            byMetric[key.string] = numbers
        }
    }

    /// The numbers of one metric, which have to rise: an SDK refuses others.
    private static func numbers(
        _ node: YAMLNode,
        metric: String,
        diagnostics: inout DiagnosticCollector
    ) -> [Double]? {
        var numbers: [Double] = []
        for element in node.elements {
            let number: Double
            switch element.scalar {
            case .int(let value): number = Double(value)
            case .double(let value) where value.isFinite: number = value
            default:
                diagnostics.report(
                    Diagnostic(
                        .error, .invalidBoundaries, "a boundary is a finite number", at: element.location,
                        subject: metric
                    )
                )
                return nil
            }
            if let last = numbers.last, number <= last {
                diagnostics.report(
                    Diagnostic(
                        .error, .invalidBoundaries, "each boundary has to be larger than the one before",
                        at: element.location, subject: metric
                    )
                )
                return nil
            }
            numbers.append(number)
        }
        if node.kind != .sequence {
            diagnostics.report(
                Diagnostic(
                    .error, .invalidBoundaries, "the boundaries of a metric are a list of numbers", at: node.location,
                    subject: metric
                )
            )
            return nil
        }
        return numbers
    }
}
