import Testing

@testable import SemConvRendering

@Suite("View presets")
struct ViewPresetTests {
    private func metric(_ name: String, _ rest: String = "", unit: String = "s", instrument: String = "histogram")
        -> String
    {
        """
          - {id: metric.\(name), type: metric, metric_name: \(name), brief: M., unit: \(unit), instrument: \(instrument),\
         stability: stable\(rest)}
        """
    }

    @Test("a renamed metric gets its new name only where a view can give it")
    func renamed() throws {
        let renamed = ", deprecated: {reason: renamed, renamed_to: a.new.time}"
        let rendering = try Rendering(
            try SampleRegistry.load(
                "groups:\n"
                    + [
                        metric("a.new.time"), metric("a.old.time", renamed),
                        metric("a.old.millis", renamed, unit: "ms"),
                        metric("a.old.gauge", renamed, instrument: "gauge"),
                        metric("a.gone", ", deprecated: {reason: obsoleted}"),
                        metric("a.chain", ", deprecated: {reason: renamed, renamed_to: a.old.time}"),
                    ].joined(separator: "\n")
            )
        )
        #expect(
            try rendering.declarations("A+ViewPresets.swift") == [
                "extension ViewPresets {", "public enum A {}", "extension ViewPresets.A {",
                "public static var newTime: ViewPreset {", ".init(Metrics.A.New.time)",
                "public static var oldTime: ViewPreset {", #".init(renaming: "a.old.time", to: Metrics.A.New.time)"#,
                "public static var all: [ViewPreset] {", "[", "Self.newTime", "]",
                "public static var renamed: [ViewPreset] {", "[", "Self.oldTime", "]",
            ]
        )
    }

    @Test("names that the generated code or the language needs are kept free")
    func reservedNames() throws {
        let rendering = try Rendering(
            try SampleRegistry.load(
                "groups:\n"
                    + [metric("a.all"), metric("a.stable"), metric("a.default"), metric("metrics.x"), metric("uptime")]
                    .joined(separator: "\n")
            )
        )
        let names = rendering.files.filter { $0.key.contains("ViewPresets") }.values.flatMap { text in
            text.split(separator: "\n").filter { $0.contains("static var") }.compactMap { line in
                line.split(separator: " ").dropFirst(3).first.map(String.init)
            }
        }
        #expect(Set(names) == ["all2:", "stable2:", "`default`:", "x:", "uptime:", "all:"])
        try SwiftCompiler.check(rendering.files, flags: [])
    }

    @Test("lists over all namespaces have what is stable, and everything")
    func rootSets() throws {
        let rendering = try Rendering(
            try SampleRegistry.load(
                "groups:\n"
                    + [
                        metric("a.one"), metric("b.two").replacing("stability: stable", with: "stability: alpha"),
                        metric("uptime"),
                    ]
                    .joined(separator: "\n")
            )
        )
        let lines = try rendering.declarations("SemanticConventions.swift")
        let start = try #require(lines.firstIndex(of: "extension ViewPresets {"))
        #expect(
            lines[start...].filter { $0.hasPrefix("Self.") || $0.hasPrefix("public static var") } == [
                "public static var stable: [ViewPreset] {", "Self.uptime,", "Self.A.one,",
                "public static var all: [ViewPreset] {", "Self.A.all,", "Self.B.all,",
            ]
        )
    }
}
