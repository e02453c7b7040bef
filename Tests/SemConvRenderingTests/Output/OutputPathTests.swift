import Testing

@testable import SemConvRendering

@Suite("Output paths")
struct OutputPathTests {
    @Test(
        "plain paths below the folder are fine",
        arguments: ["HTTP+Attributes.swift", "a/b/c.md", ".swiftlint.yml", "Größe.swift", "a..b", "...a"]
    )
    func good(path: String) {
        #expect(OutputPath.problem(with: path) == nil)
    }

    @Test(
        "a path that leads elsewhere, or that some file system refuses, is refused",
        arguments: [
            ("", "is empty"), ("/etc/passwd", "is absolute"), ("../a", "leaves the output folder"),
            ("a/../../b", "leaves the output folder"), ("a/..", "leaves the output folder"),
            ("a//b", "has an empty part"),
            ("a/", "has an empty part"), ("./a", "has a part '.'"), ("a/./b", "has a part '.'"),
            ("a\nb", "has a control character"), ("a\u{0}b", "has a control character"),
            ("a\u{202E}b", "has a control character"), ("a\\b", "has the character '\\'"),
            ("C:x", "has the character ':'"), ("a./b", "has a part that ends in '.' or ' '"),
            ("a ", "has a part that ends in '.' or ' '"),
            (String(repeating: "a", count: 256), "has a part of more than 255 bytes"),
            (String(repeating: "ab/", count: 400) + "a", "is longer than 1024 bytes"),
        ]
    )
    func bad(path: String, problem: String) {
        #expect(OutputPath.problem(with: path) == problem)
    }

    @Test("paths that differ in case alone are one path")
    func comparison() {
        #expect(OutputPath.comparisonKey("A/B.swift") == OutputPath.comparisonKey("a/b.swift"))
        #expect(OutputPath.comparisonKey("Ä") == OutputPath.comparisonKey("ä"))
        #expect(OutputPath.comparisonKey("a") != OutputPath.comparisonKey("b"))
    }
}
