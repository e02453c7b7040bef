import SemConvDiagnostics
import Testing

@Suite("Diagnostics as workflow commands of GitHub Actions") struct GitHubFormatTests {
    private func command(_ diagnostic: Diagnostic) -> String {
        DiagnosticFormatter(.github).string(for: [diagnostic])
    }

    @Test("each diagnostic is one command on one line")
    func commands() {
        #expect(
            command(Samples.full)
                == "::error file=model/a.yaml,line=3,col=7,title=duplicate-key::the key 'a' stands twice"
                + "%0Ain: http.request.method%0Anote: model/b.yaml:1:2: first here%0Anote: and nowhere else"
                + "%0Ahelp: remove one of the two\n"
        )
        #expect(command(Samples.wholeFile) == "::warning file=/srv/model/ä b%25.yaml,title=empty-file::nothing in it\n")
        #expect(command(Samples.nowhere) == "::error title=no-registry::no registry%0Ahelp: name one\n")
        #expect(
            command(Samples.named) == "::warning file=a.yaml,line=1,col=1,title=old-key::http.route has an old key\n"
        )
    }

    @Test("no text can end a property or start another command")
    func hostile() {
        #expect(
            command(Samples.hostile)
                == #"::error file=a\u{A}%3Ab%2Cc%25\u{7}\u{FEFF}.yaml,line=2,col=1,title=bad-name::"#
                + #""x"\\u{A}::error::fake {0} 100%25\u{D}\u{9}\u{1B}[31m\u{202E}\u{85}\u{2028}"#
                + #"%0Ain: a\u{0}b%0Anote: d\u{9B}e.yaml:1:1: line\u{D}\u{A}feed {x}%0Ahelp: no\u{A}help"# + "\n"
        )
    }
}
