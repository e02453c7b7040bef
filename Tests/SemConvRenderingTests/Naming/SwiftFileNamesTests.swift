import Testing

@testable import SemConvRendering

@Suite("Names of files")
struct SwiftFileNamesTests {
    @Test("a file is called after its namespace and kind")
    func plain() {
        #expect(
            SwiftFileNames.files(for: ["HTTP", "URL"], kind: "Attributes") == [
                "HTTP+Attributes.swift", "URL+Attributes.swift",
            ]
        )
        #expect(SwiftFileNames.file(kind: "Events") == "Events.swift")
    }

    @Test("names that differ only in case are told apart")
    func caseInsensitive() {
        #expect(
            SwiftFileNames.files(for: ["AB", "Ab", "aB_2"], kind: "Spans") == [
                "AB+Spans.swift", "Ab_2+Spans.swift", "aB_2_2+Spans.swift",
            ]
        )
    }
}
