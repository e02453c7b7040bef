import SemConvDiagnostics
import Testing

@Suite("Diagnostics as text") struct TextFormatTests {
    private let formatter = DiagnosticFormatter(.text)

    @Test("a diagnostic is a line as compilers write it, with indented lines for the rest")
    func full() {
        #expect(
            formatter.string(for: [Samples.full, Samples.nowhere]) == """
                model/a.yaml:3:7: error: the key 'a' stands twice [duplicate-key]
                    in: http.request.method
                    note: model/b.yaml:1:2: first here
                    note: and nowhere else
                    help: remove one of the two
                error: no registry [no-registry]
                    help: name one

                """
        )
    }

    @Test("a whole file has no line, and a subject that the message names is not said twice")
    func short() {
        #expect(
            formatter.string(for: [Samples.wholeFile, Samples.named]) == """
                /srv/model/ä b%.yaml: warning: nothing in it [empty-file]
                a.yaml:1:1: warning: http.route has an old key [old-key]

                """
        )
    }

    @Test("what does not show is written as an escape, so a file cannot fake a line or steer the terminal")
    func hostile() {
        #expect(
            formatter.string(for: [Samples.hostile])
                == #"a\u{A}:b,c%\u{7}\u{FEFF}.yaml:2:1: error: "x"\\u{A}::error::fake {0} 100%\u{D}\u{9}\u{1B}[31m"#
                + #"\u{202E}\u{85}\u{2028} [bad-name]"# + "\n"
                + #"    in: a\u{0}b"# + "\n"
                + #"    note: d\u{9B}e.yaml:1:1: line\u{D}\u{A}feed {x}"# + "\n"
                + #"    help: no\u{A}help"# + "\n"
        )
    }

    @Test("colours surround the parts and change no text")
    func color() {
        let colored = DiagnosticFormatter(.text, usesColor: true).string(for: Samples.all)
        #expect(
            colored.hasPrefix(
                "\u{1B}[1mmodel/a.yaml:3:7:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m "
                    + "\u{1B}[1mthe key 'a' stands twice\u{1B}[0m \u{1B}[2m[duplicate-key]\u{1B}[0m\n"
                    + "    \u{1B}[36min:\u{1B}[0m http.request.method\n"
            )
        )
        #expect(colored.contains("\u{1B}[1;33mwarning:\u{1B}[0m"))
        let plain = colored.replacing(#/\x{1B}\[[0-9;]*m/#, with: "")
        #expect(plain == formatter.string(for: Samples.all))
    }

    @Test("no other format is coloured", arguments: [DiagnosticFormatter.Format.json, .github, .sarif])
    func noColor(format: DiagnosticFormatter.Format) {
        let plain = DiagnosticFormatter(format).string(for: Samples.all)
        #expect(DiagnosticFormatter(format, usesColor: true).string(for: Samples.all) == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test("no diagnostics are no text")
    func none() {
        #expect(formatter.string(for: []).isEmpty)
    }

    @Test("a summary counts errors and warnings")
    func summary() {
        #expect(DiagnosticFormatter.summary(of: []) == nil)
        #expect(DiagnosticFormatter.summary(of: [Samples.full]) == "1 error")
        #expect(DiagnosticFormatter.summary(of: [Samples.named]) == "1 warning")
        #expect(DiagnosticFormatter.summary(of: Samples.all) == "3 errors, 2 warnings")
    }
}
