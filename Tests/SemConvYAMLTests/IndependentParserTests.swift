import Foundation
import SemConvDiagnostics
import SemConvYAML
import Testing

/// Whether the parser and the files to compare with are there.
enum IndependentParser {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let registries = root.deletingLastPathComponent().appendingPathComponent("shared/registries")
    static let script = root.appendingPathComponent("Tests/Fixtures/YAML/dump.py")

    static let hasRegistries = FileManager.default.fileExists(atPath: registries.path)
    static let hasPyYAML = (try? python(["-c", "import yaml"], input: "")) != nil

    /// What Python prints.
    static func python(_ arguments: [String], input: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, because a pipe that nobody empties stops the one who writes.
        let inputFile = folder.appendingPathComponent("input")
        let outputFile = folder.appendingPathComponent("output")
        try Data(input.utf8).write(to: inputFile)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return try Data(contentsOf: outputFile)
    }

    /// Every YAML file of the registries, each content once, in the order of the paths.
    static func files() throws -> [String] {
        let enumerator = FileManager.default.enumerator(at: registries, includingPropertiesForKeys: nil)
        var paths: [String] = []
        while let url = enumerator?.nextObject() as? URL {
            if ["yaml", "yml"].contains(url.pathExtension) { paths.append(url.path) }
        }
        var seen: Set<Data> = []
        return try paths.sorted().filter { path in
            seen.insert(try Data(contentsOf: URL(fileURLWithPath: path))).inserted
        }
    }
}

@Suite("An independent parser reads the same out of real files") struct IndependentParserTests {
    @Test(
        "structure, places and texts of every YAML file of the registries",
        .enabled(if: IndependentParser.hasRegistries, "the folder ../shared/registries is not there"),
        .enabled(if: IndependentParser.hasPyYAML, "python3 with PyYAML is not there"),
        .timeLimit(.minutes(10))
    )
    func registries() throws {
        let files = try IndependentParser.files()
        let output = try IndependentParser.python(
            [IndependentParser.script.path],
            input: files.map { $0 + "\n" }.joined()
        )
        var lines = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)[
            ...
        ]
        var compared = 0
        var refused = 0
        var tabs = 0
        for path in files {
            let header = (lines.popFirst() ?? "").split(separator: "\t")
            try #require(header.count == 2 && header[0] == path)
            let count = try #require(Int(header[1]))
            let theirs = lines.prefix(count).map { $0 + "\n" }.joined()
            lines = lines.dropFirst(count)
            let parsed = read(path)
            if parsed.found.map(\.rule) == ["yaml-tab"], theirs != "error\n" {
                // libyaml takes a tab at the start of a block's text for indentation.
                tabs += 1
                continue
            }
            // What only this reader refuses comes with a document.
            let ours = parsed.document.map { $0.root?.structure ?? "" } ?? "error\n"
            #expect(ours == theirs, "\(path)\n\(parsed.found)")
            compared += 1
            if theirs == "error\n" { refused += 1 }
        }
        print("compared \(compared) files with PyYAML; both refuse \(refused) of them, libyaml \(tabs) more")
        #expect(compared > 100 && tabs < 10)
    }
}
