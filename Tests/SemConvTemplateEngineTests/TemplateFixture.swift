import SemConvDiagnostics
import SemConvTemplateEngine

/// Renders templates for the tests.
struct TemplateFixture {
    var options = TemplateOptions()
    /// Further templates, by name.
    var templates: [String: String] = [:]
    var context: [(String, TemplateValue)] = []

    /// A context with one value of each kind.
    static let context: [(String, TemplateValue)] = [
        ("name", "World"),
        ("empty", ""),
        ("number", 42),
        ("ratio", 1.5),
        ("yes", true),
        ("no", false),
        ("nothing", .none),
        ("numbers", [3, 1, 2]),
        ("words", ["delta", "Alpha", "charlie", "bravo"]),
        ("map", ["b": 2, "a": 1]),
        ("user", user("Ada", age: 36, tags: ["x", "y"])),
        (
            "users",
            .list([
                user("Ada", age: 36, tags: ["x"]), user("Bob", age: 17, tags: []),
                user("Cy", age: 36, tags: ["y", "z"]),
            ])
        ),
    ]

    private static let userShape = TemplateShape(["name", "age", "tags", "note"], name: "user")

    private static func user(_ name: String, age: Int, tags: [TemplateValue]) -> TemplateValue {
        .object(TemplateObject(shape: userShape, values: [.string(name), .int(age), .list(tags), .undefined]))
    }

    var object: TemplateObject {
        TemplateObject(shape: TemplateShape(context.map(\.0), name: "context"), values: context.map(\.1))
    }

    /// An environment with `source` as the template `main.j2`.
    func environment(_ source: String, diagnostics: inout DiagnosticCollector) -> TemplateEnvironment {
        var environment = TemplateEnvironment(options: options)
        for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
            environment.addTemplate(name: name, file: name, source: Array(text.utf8), diagnostics: &diagnostics)
        }
        environment.addTemplate(
            name: "main.j2",
            file: "main.j2",
            source: Array(source.utf8),
            diagnostics: &diagnostics
        )
        return environment
    }

    /// The output, or the first error as a text.
    func render(_ source: String) -> String {
        var diagnostics = DiagnosticCollector()
        let environment = environment(source, diagnostics: &diagnostics)
        if diagnostics.hasErrors { return diagnostics.sorted.map(Self.describe).joined(separator: "\n") }
        var output: [UInt8] = []
        do throws(TemplateError) {
            try environment.render("main.j2", context: object, into: &output)
            return String(decoding: output, as: UTF8.self)
        } catch {
            return Self.describe(error.diagnostic)
        }
    }

    /// `file:line:column: message [rule] help`.
    static func describe(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location?.description ?? "?"
        let help = diagnostic.help.map { " (\($0))" } ?? ""
        return "\(place): \(diagnostic.message) [\(diagnostic.rule.rawValue)]\(help)"
    }
}
