import Foundation
import SemConvDiagnostics
import SemConvRegistry
import Testing

/// Registries with slips and damage in them, made at random and the same in every run: whatever comes, loading ends with
/// a registry or with errors, and every diagnostic has a place inside a file.
@Suite("Damaged registries")
struct MutationTests {
    @Test("loading neither fails to end nor loses its place", arguments: 0..<8)
    func damage(seed: UInt64) throws {
        let corpora = try Corpus.all()
        var random = SplitMix64(seed: seed)
        var counts = (registries: 0, diagnostics: 0)
        for _ in 0..<250 {
            let corpus = corpora[Int(random.next() % UInt64(corpora.count))]
            let files = corpus.files.sorted { $0.key < $1.key }
            let (path, original) = files[Int(random.next() % UInt64(files.count))]
            var damage = Damage(random: random)
            let damaged = damage.apply(to: [UInt8](original))
            random = damage.random
            let folder = try TemporaryRegistry()
            for (name, data) in corpus.files { try folder.write(name == path ? Data(damaged) : data, to: name) }
            var options = RegistryOptions()
            options.future = random.next() % 2 == 0
            let (registry, diagnostics) = folder.load(corpus.main, options: options)
            counts.registries += registry == nil ? 0 : 1
            counts.diagnostics += diagnostics.count
            #expect((registry == nil) == diagnostics.contains { $0.severity == .error })
            for diagnostic in diagnostics where try !isInside(diagnostic, of: folder.folder) {
                Issue.record("\(corpus.name)/\(path): \(diagnostic)\n\(String(decoding: damaged, as: UTF8.self))")
            }
        }
        print(
            "damaged registries with seed \(seed): \(counts.registries) of 250 load, \(counts.diagnostics) diagnostics"
        )
        // Both ends of the scale were met.
        #expect(counts.registries > 10 && counts.diagnostics > 100)
    }

    /// Whether the place of a diagnostic, and those of its notes, are in a file, or are a file or folder as a whole.
    private func isInside(_ diagnostic: Diagnostic, of folder: URL) throws -> Bool {
        for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
            guard let location else { continue }
            guard location.file.hasPrefix(folder.path), FileManager.default.fileExists(atPath: location.file) else {
                // What is missing has no lines.
                if location.line == 0 { continue }
                return false
            }
            if location.line == 0 { continue }
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: location.file)))
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard lines.indices.contains(location.line - 1) else { return false }
            // A column counts scalars; where the bytes are no text, at most each of them.
            let length = lines[location.line - 1].unicodeScalars.count
            if !(1...length + 1).contains(location.column) { return false }
        }
        return true
    }
}

/// A small registry to do damage to.
private struct Corpus {
    let name: String
    var main = ""
    var files: [String: Data] = [:]

    static func all() throws -> [Corpus] {
        var all = try folders().compactMap { try Corpus(folder: $0) }
        for registry in BrokenRegistry.all {
            guard var corpus = try Corpus(folder: registry.folder) else { continue }
            if corpus.files.keys.contains(where: { $0.hasPrefix("main/") }) { corpus.main = "main" }
            all.append(corpus)
        }
        return all
    }

    /// The package's own model, and real registries where this machine has them.
    private static func folders() throws -> [URL] {
        let model = SharedRegistries.packageRoot.appending(path: "model")
        var folders = try FileManager.default.contentsOfDirectory(
            at: model.resolvingSymlinksInPath(),
            includingPropertiesForKeys: nil
        )
        if SharedRegistries.exist {
            folders += FixtureTests.fixtures.filter { $0.unit == "dir" && $0.kind == "ok" }
                .map { SharedRegistries.registries.appending(path: $0.path) }
        }
        return folders.sorted { $0.path < $1.path }
    }

    /// `nil` for what is no folder, has no file, or is too large to load thousands of times.
    init?(folder: URL) throws {
        name = folder.lastPathComponent
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else { return nil }
        var size = 0
        for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            let data = try Data(contentsOf: folder.appending(path: path))
            size += data.count
            files[path] = data
            if size > 12_000 || files.count > 12 { return nil }
        }
        if files.isEmpty { return nil }
    }
}
