internal import SemConvDiagnostics

extension Diagnostic {
    /// A syntax error in libyaml's words, with help for the common ones.
    static func syntax(_ failure: ParseFailure, in source: SourceText, file: String) -> Diagnostic {
        func location(_ mark: TextMark) -> SourceLocation {
            let position = source.position(mark)
            return SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
        }
        if failure.problem == "found a tab character where an indentation space is expected" {
            // libyaml also says so where the tab is the first character of the text, which YAML allows.
            return Diagnostic(
                .error,
                .yamlTab,
                "a tab, where the indentation of a block is expected",
                at: location(failure.mark),
                help: "indent with spaces; a text that starts with a tab needs its indentation as a digit, as in '|2'"
            )
        }
        if failure.problem.contains("tab") || source.byte(at: failure.mark) == UInt8(ascii: "\t") {
            return Diagnostic(
                .error,
                .yamlTab,
                "a tab, where spaces are expected",
                at: location(failure.mark),
                help: "indent with spaces; YAML does not allow tabs there"
            )
        }
        let context = failure.context.isEmpty ? [] : [Note(failure.context, at: location(failure.contextMark))]
        // libyaml notices a missing colon only on the line after; the key is what the user has to mend.
        if failure.problem == "could not find expected ':'" {
            return .syntax(
                "no ':' follows this key",
                at: location(failure.contextMark),
                help: "add ': ' after the key, or indent the line if it continues the text above",
                notes: [Note("noticed here", at: location(failure.mark))]
            )
        }
        return .syntax(failure.problem, at: location(failure.mark), help: help(for: failure), notes: context)
    }

    static func syntax(_ problem: String, at location: SourceLocation, help: String, notes: [Note]) -> Diagnostic {
        Diagnostic(.error, .yamlSyntax, problem, at: location, help: help, notes: notes)
    }

    /// How to mend what libyaml reports.
    private static func help(for failure: ParseFailure) -> String {
        if let help = helpByProblem[failure.problem] { return help }
        if failure.context.contains("directive") || failure.context.contains("%") {
            return "remove the line that starts with '%'; none is needed"
        }
        if failure.context.contains("tag") { return "remove the tag, or quote a text that starts with '!'" }
        return "check the indentation, quotes and brackets before this place"
    }

    private static let helpByProblem: [String: String] = [
        "block sequence entries are not allowed in this context": "start the sequence on a line of its own",
        "did not find expected ',' or ']'": "close the sequence with ']', or put a ',' between its elements",
        "did not find expected ',' or '}'": "close the mapping with '}', or put a ',' between its entries",
        "did not find expected '-' indicator": "check the indentation of this line",
        "did not find expected alphabetic or numeric character": "quote a text that starts with '*' or '&'",
        "did not find expected comment or line break": "only a digit, '+', '-' and a comment may follow '|' or '>'",
        "did not find expected hexdecimal number": "write the digits of the escape, or the character itself",
        "did not find expected key": "check the indentation, and that quotes and brackets are closed",
        "did not find expected node content": "write a value here, or quote a text that starts with this character",
        "found an indentation indicator equal to 0": "the digit after '|' or '>' counts from 1",
        "found character that cannot start any token": "quote a text that starts with '@', '`' or '%'",
        "found incompatible YAML document": "remove the line that starts with '%'; none is needed",
        "found invalid Unicode character escape code": "write the escape of a Unicode scalar, or the character itself",
        "found unexpected ':'": "quote the text if the colon belongs to it",
        "found unexpected document indicator": "close the quote that is open here",
        "found unexpected end of stream": "close the quote that is open here",
        "found unknown escape character": "double the backslash, or use single quotes",
        "mapping keys are not allowed in this context": "start the mapping on a line of its own",
        "mapping values are not allowed in this context":
            "quote the text if its ': ' belongs to it, or check the indentation",
    ]
}
