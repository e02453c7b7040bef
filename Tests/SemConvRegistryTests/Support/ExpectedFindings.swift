import SemConvDiagnostics

/// The findings that a file says it should have, in comments between its lines:
///
///     brief: 12
///     #      ^ error wrong-type            at the caret's column, in the line above
///     # @3:5 warning group-prefix          at a line and column
///     # @file error invalid-manifest       the file as a whole
///     # @nowhere warning NAME              without a place
///     # @dependency SOURCE=FOLDER          no finding: an override that the test gives
///
/// `future-error` is a warning now and an error for those who ask for the future.
struct ExpectedFindings {
    private(set) var findings: [Finding] = []
    /// Folders in place of the sources that manifests name.
    private(set) var overrides: [(source: String, folder: String)] = []
    /// Comments that look like one of ours and are not.
    private(set) var malformed: [String] = []

    init(in text: String, of file: String) {
        var lastLine = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let mark = Self.mark(in: line) else {
                lastLine = index + 1
                continue
            }
            read(mark, file: file, lineAbove: lastLine)
        }
    }

    private struct Mark {
        var column: Int
        var words: [Substring]
    }

    private static func mark(in line: Substring) -> Mark? {
        guard let hash = line.firstIndex(where: { $0 != " " }), line[hash] == "#" else { return nil }
        let comment = line[line.index(after: hash)...]
        guard let first = comment.firstIndex(where: { $0 != " " }), "^@".contains(line[first]) else { return nil }
        let column = line.unicodeScalars.distance(from: line.startIndex, to: first) + 1
        return Mark(column: column, words: line[first...].split(separator: " "))
    }

    private mutating func read(_ mark: Mark, file: String, lineAbove: Int) {
        let words = mark.words
        if words[0] == "@dependency", words.count == 2, let equals = words[1].lastIndex(of: "=") {
            overrides.append((String(words[1][..<equals]), String(words[1][words[1].index(after: equals)...])))
            return
        }
        guard words.count == 3, let severity = Self.severities[String(words[1])] else {
            malformed.append("\(file): \(words.joined(separator: " "))")
            return
        }
        var finding = Finding(severity, String(words[2]), in: file)
        switch words[0] {
        case "^": (finding.line, finding.column) = (lineAbove, mark.column)
        case "@file": break
        case "@nowhere": finding.file = nil
        default:
            let numbers = words[0].dropFirst().split(separator: ":").compactMap { Int($0) }
            guard numbers.count == 2 else {
                malformed.append("\(file): \(words.joined(separator: " "))")
                return
            }
            (finding.line, finding.column) = (numbers[0], numbers[1])
        }
        findings.append(finding)
    }

    private static let severities: [String: Diagnostic.Severity] = [
        "error": .error, "warning": .warning, "future-error": .futureError,
    ]
}
