// What bytes do to the reader. Built and run by scripts/fuzz.
// Modules: SemConvDiagnostics SemConvYAML

import SemConvDiagnostics
import SemConvYAML

/// Reads an input as a file and walks over everything that comes of it. A broken promise of the reader traps, which
/// the fuzzer reports as a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func readYAML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    var limits = YAMLReader.Limits()
    // Small, so that inputs that pass them are found.
    limits.depth = 40
    limits.expandedNodes = 20_000
    limits.fileSize = 1 << 20
    let reader = YAMLReader(limits: limits)

    var collector = DiagnosticCollector()
    let document = reader.read(bytes: bytes, file: "fuzz.yaml", diagnostics: &collector)
    let diagnostics = collector.sorted
    promise(document != nil || collector.hasErrors, "no document and no reason")

    let lines = lineCount(bytes)
    for diagnostic in diagnostics {
        check(diagnostic.location, lines)
        for note in diagnostic.notes { check(note.location, lines) }
        promise(diagnostic.help != nil, "no help")
    }
    for format in DiagnosticFormatter.Format.allCases {
        let text = DiagnosticFormatter(format).string(for: diagnostics)
        promise(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }, "a control character")
    }

    if let root = document?.root {
        var nodes = 0
        walk(root, depth: 1, limits, lines, &nodes)
        promise(nodes <= limits.expandedNodes, "more nodes than allowed")
    }
    return 0
}

/// Stops the fuzzer where a promise is broken. Unlike a precondition it says which one in an optimised build too.
private func promise(_ isKept: Bool, _ what: @autoclosure () -> String = "", line: Int = #line) {
    if isKept { return }
    print("broken promise in line \(line): \(what())")
    // libFuzzer takes a trap for a finding and keeps the input; returning would lose it.
    fatalError()
}

/// The number of lines, each carriage return and line feed counted; UTF-16 has their bytes too.
private func lineCount(_ bytes: [UInt8]) -> Int {
    1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
}

private func check(_ location: SourceLocation?, _ lines: Int) {
    guard let location else { return }
    promise(location.file == "fuzz.yaml")
    if location.line == 0 { return }
    promise(location.line >= 1 && location.line <= lines && location.column >= 1, "no such place: \(location)")
}

private let keywords = YAMLKeywords(["id", "groups", "attributes", "a", "type"])

private func walk(_ node: YAMLNode, depth: Int, _ limits: YAMLReader.Limits, _ lines: Int, _ nodes: inout Int) {
    nodes += 1
    // An alias adds the depth of what it names to its own.
    promise(depth <= limits.depth * (limits.depth + 1), "deeper than allowed")
    check(node.location, lines)
    var children = 0
    switch node.kind {
    case .scalar:
        promise(node.withUTF8 { $0.count } == node.string.utf8.count)
        if case .string(let text) = node.scalar { promise(text == node.string) }
        if let index = keywords.index(of: node) { promise(keywords.words[index] == node.string) }
        promise(node.isNull == (node.scalar == .null))
    case .sequence:
        for element in node.elements {
            children += 1
            walk(element, depth: depth + 1, limits, lines, &nodes)
        }
    case .mapping:
        for (key, value) in node.entries {
            children += 1
            walk(key, depth: depth + 1, limits, lines, &nodes)
            walk(value, depth: depth + 1, limits, lines, &nodes)
        }
    }
    promise(children == node.count, "a wrong count")
}
