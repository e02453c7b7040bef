import Foundation

/// The names of rules, read out of the sources and out of the document.
enum DeclaredRules {
    private static let root = SharedRegistries.packageRoot

    /// The modules that have sources.
    static func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path).sorted()
    }

    /// Every name that a declaration `RuleID = "..."` gives, with repetitions.
    static func all(in modules: [String]) throws -> [String] {
        try modules.flatMap { module -> [String] in
            let folder = root.appending(path: "Sources").appending(path: module).resolvingSymlinksInPath()
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            return try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
                try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                    .matches(of: /: RuleID = "([^"]+)"/).map { String($0.1) }
            }
        }
    }

    static func names(in modules: [String]) throws -> Set<String> {
        Set(try all(in: modules))
    }

    /// A row of the table in `docs/diagnostics.md`.
    struct Row {
        let name: String
        let severity: String
        let meaning: String
        let remedy: String
    }

    static func inDocument() throws -> [Row] {
        let text = try String(contentsOf: root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, cells[1].hasPrefix("`") else { return nil }
            return Row(
                name: cells[1].trimmingCharacters(in: ["`"]),
                severity: cells[2],
                meaning: cells[3],
                remedy: cells[4]
            )
        }
    }
}
