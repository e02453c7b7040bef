import SemConvDiagnostics

/// What a test compares of a diagnostic: where it is, how bad, and by which rule.
struct Finding: Hashable, Comparable, CustomStringConvertible {
    /// Below the folder of the test; empty for the folder itself, `nil` without a place.
    var file: String?
    var line: Int
    var column: Int
    var severity: Diagnostic.Severity
    var rule: String

    init(_ severity: Diagnostic.Severity, _ rule: String, in file: String?, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.rule = rule
    }

    init(_ diagnostic: Diagnostic, below folder: String) {
        self.init(
            diagnostic.severity,
            diagnostic.rule.rawValue,
            in: diagnostic.location.map { Self.relative($0.file, to: folder) },
            line: diagnostic.location?.line ?? 0,
            column: diagnostic.location?.column ?? 0
        )
    }

    /// The path below the folder, without `..`.
    private static func relative(_ path: String, to folder: String) -> String {
        guard path.hasPrefix(folder) else { return path }
        var parts: [Substring] = []
        for part in path.dropFirst(folder.count).split(separator: "/") {
            if part == "..", !parts.isEmpty { parts.removeLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    var description: String {
        let place = file.map { line == 0 ? "\($0.isEmpty ? "." : $0)" : "\($0):\(line):\(column)" } ?? "nowhere"
        return "\(place) \(severity) \(rule)"
    }

    static func < (left: Finding, right: Finding) -> Bool {
        let leftKey = (left.file ?? "", left.line, left.column, left.rule, "\(left.severity)")
        let rightKey = (right.file ?? "", right.line, right.column, right.rule, "\(right.severity)")
        return leftKey < rightKey
    }
}
