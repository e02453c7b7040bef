// What files do to everything after the reader: decoding, dependencies, resolution, names, generated Swift. Built and
// run by scripts/fuzz.
// Modules: SemConvDiagnostics SemConvYAML SemConvDefinitions SemConvParallel SemConvRegistry SemConvTemplateEngine
// Modules: SemConvTemplates SemConvRendering
// Seeds: folders

import SemConvDiagnostics
import SemConvRegistry
import SemConvRendering
import SemConvYAML

/// Takes an input for the files of a registry, loads it by the rules of today and of tomorrow, and renders what loads.
@_cdecl("LLVMFuzzerTestOneInput")
public func loadRegistry(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = FuzzedFiles(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    let today = load(input, future: false)
    let tomorrow = load(input, future: true)
    promise(today != nil || tomorrow == nil, "accepted only by stricter rules")
    if let today, let tomorrow {
        promise(today.attributes.map(\.id) == tomorrow.attributes.map(\.id), "stricter rules change the outcome")
    }
    if let today, !today.isEmpty { render(today, input) }
    return 0
}

// MARK: - Steps

private func load(_ input: FuzzedFiles, future: Bool) -> Registry? {
    var options = RegistryOptions()
    options.future = future
    options.place = .memory(input.files)
    options.dependencyOverrides = ["https://example.com/override/1.0.0": "base"]
    // Small, so that inputs that pass them are found, and none takes long.
    options.limits.depth = 40
    options.limits.expandedNodes = 20_000
    options.attributeUses = 2_000
    var collector = DiagnosticCollector(future: future)
    let registry = RegistryLoader(options: options).load(path: input.main, diagnostics: &collector)
    promise((registry == nil) == collector.hasErrors, "a registry and errors, or neither")
    // Nearly the same diagnostics twice: half of the time would go into writing them.
    check(collector.sorted, input, future ? [.text] : DiagnosticFormatter.Format.allCases)
    return registry
}

private func check(_ diagnostics: [Diagnostic], _ input: FuzzedFiles, _ formats: [DiagnosticFormatter.Format]) {
    for diagnostic in diagnostics {
        promise(!diagnostic.message.isEmpty && diagnostic.help?.isEmpty == false, "no help: \(diagnostic)")
        promise(diagnostic.severity != .futureError, "neither error nor warning: \(diagnostic)")
        input.check(diagnostic.location)
        for note in diagnostic.notes { input.check(note.location) }
    }
    for format in formats {
        let text = DiagnosticFormatter(format).string(for: diagnostics)
        promise(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }, "a control character")
    }
}

private let pack: TemplatePack = {
    var collector = DiagnosticCollector()
    // The pack is a part of this program and no input: without it the target would run on and test nothing.
    guard let pack = TemplatePack.builtin("swift", diagnostics: &collector) else { fatalError("no templates") }
    return pack
}()

private func render(_ registry: Registry, _ input: FuzzedFiles) {
    var options = RenderOptions()
    options.stability = .all
    // One rendering for each input, of either kind.
    if input.size.isMultiple(of: 2) { options.gate = "UnstableConventions" }
    var collector = DiagnosticCollector()
    var renderer = Renderer(registry: registry, pack: pack, options: options)
    let files = renderer.render(diagnostics: &collector)
    promise((files == nil) == collector.hasErrors, "files and errors, or neither")
    check(collector.sorted, input, [.text])
    var paths = Set<String>()
    for file in files ?? [] {
        promise(paths.insert(file.path.lowercased()).inserted, "two files at \(file.path)")
        promise(file.path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isName), file.path)
        promise(String(validating: file.contents, as: UTF8.self) != nil, "no UTF-8")
        promise(file.contents.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }, "a control character in Swift")
    }
}

private func isName(_ part: Substring) -> Bool {
    !part.isEmpty && part != "." && part != ".."
}

extension Registry {
    var isEmpty: Bool {
        attributes.isEmpty && metrics.isEmpty && spans.isEmpty && events.isEmpty && entities.isEmpty
    }
}

// MARK: - Inputs

/// The files that an input stands for: each starts after a line `=== PATH`; without such a line all is one file.
private struct FuzzedFiles {
    let size: Int
    private(set) var files: [String: [UInt8]] = [:]
    /// What to load: the folder `main` if there is one, otherwise everything.
    let main: String
    /// How many lines each file has at most: each carriage return and line feed counts; UTF-16 has their bytes too.
    private let lineCounts: [String: Int]

    init(_ input: [UInt8]) {
        size = input.count
        var path: String?
        var contents: [UInt8] = []
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: "=== ".utf8) {
                if let path { files[path] = contents }
                path = Self.path(line.dropFirst(4))
                contents = []
            } else {
                contents += line
                contents.append(0x0A)
            }
        }
        if let path {
            files[path] = contents
            main = files.keys.contains { $0.hasPrefix("main/") } ? "main" : "."
        } else {
            files["one.yaml"] = input
            main = "one.yaml"
        }
        lineCounts = files.mapValues { contents in 1 + contents.count { $0 == 0x0A || $0 == 0x0D } }
    }

    /// Files in memory have paths without detours.
    private static func path(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text, as: UTF8.self).split(separator: "/").filter(isName).joined(separator: "/")
    }

    func check(_ location: SourceLocation?) {
        guard let location, location.line != 0 else { return }
        // A registry in a folder is called by the folder's name, which may be `.`.
        let path = location.file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        guard let lines = lineCounts[path] else {
            // Below a folder that leads elsewhere; the end of the path is the same.
            promise(lineCounts.keys.contains { path.hasSuffix(lastName($0)) }, "no such file: \(location)")
            return
        }
        promise(location.line >= 1 && location.line <= lines && location.column >= 1, "no such place: \(location)")
    }

    private func lastName(_ path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }
}

/// Stops the fuzzer where a promise is broken. Unlike a precondition it says which one in an optimised build too.
private func promise(_ isKept: Bool, _ what: @autoclosure () -> String = "", line: Int = #line) {
    if isKept { return }
    print("broken promise in line \(line): \(what())")
    // libFuzzer takes a trap for a finding and keeps the input; returning would lose it.
    fatalError()
}
