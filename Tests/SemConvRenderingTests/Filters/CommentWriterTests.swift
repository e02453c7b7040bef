import Testing

@testable import SemConvRendering

@Suite("Comments")
struct CommentWriterTests {
    private func format(_ change: (inout CommentFormat) -> Void) -> CommentFormat {
        var format = CommentFormat()
        change(&format)
        return format
    }

    @Test("every line gets the prefix, and no line ends in blanks")
    func prefix() {
        let writer = CommentWriter(format: format { $0.prefix = "/// " })
        #expect(writer.write("  One.\n\nTwo.\n") == "/// One.\n///\n/// Two.")
    }

    @Test("the first line stands where the template is, the others are indented")
    func indentation() {
        let writer = CommentWriter(format: format { $0.prefix = "/// " }, indent: "    ")
        #expect(writer.write("One.\nTwo.") == "/// One.\n    /// Two.")
    }

    @Test("header and footer stand on lines of their own")
    func headerAndFooter() {
        let writer = CommentWriter(
            format: format {
                $0.header = "/**"
                $0.prefix = " * "
                $0.footer = " */"
            },
            indent: "\t"
        )
        #expect(writer.write("One.\nTwo.") == "/**\n\t * One.\n\t * Two.\n\t */")
    }

    @Test(
        "dots at the end come and go",
        arguments: [("Text..", true, false, "Text"), ("Text", false, true, "Text."), ("", false, true, "")]
    )
    func dots(text: String, removes: Bool, enforces: Bool, expected: String) {
        let writer = CommentWriter(
            format: format {
                $0.removesTrailingDots = removes
                $0.enforcesTrailingDots = enforces
            }
        )
        #expect(writer.write(text) == expected)
    }

    @Test(
        "long lines break at blanks, and only where Markdown allows it",
        arguments: [
            ("one two three four", "one two\nthree four"),
            ("- one two three", "- one two\n  three"),
            ("12. one two three", "12. one two\n    three"),
            ("> one two three", "> one two\n> three"),
            ("`one two three` four", "`one two three`\nfour"),
            ("[one two](three four) five", "[one two](three four)\nfive"),
            ("| one | two | three |", "| one | two | three |"),
            ("```\none two three four\n```", "```\none two three four\n```"),
            ("unbreakable_word", "unbreakable_word"),
        ]
    )
    func wrapping(text: String, expected: String) {
        let writer = CommentWriter(format: format { $0.lineLength = 11 })
        #expect(writer.write(text) == expected)
    }

    @Test("a limit below the indentation still ends")
    func tinyLimit() {
        let writer = CommentWriter(
            format: format {
                $0.lineLength = 3
                $0.prefix = "// "
            },
            indent: "        "
        )
        #expect(writer.write("a b") == "// a\n        // b")
    }
}
