import SemConvDiagnostics

extension Diagnostic {
    /// A syntax error in libyaml's words, with help for the common ones.
    static func syntax(_ failure: ParseFailure, in source: SourceText, file: String) -> Diagnostic {
        func location(_ mark: TextMark) -> SourceLocation {
            let position = source.position(mark)
            return SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
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
        return .syntax(failure.problem, at: location(failure.mark), help: help[failure.problem], notes: context)
    }

    static func syntax(_ problem: String, at location: SourceLocation, help: String?, notes: [Note]) -> Diagnostic {
        Diagnostic(.error, .yamlSyntax, problem, at: location, help: help, notes: notes)
    }

    private static let help: [String: String] = [
        "mapping values are not allowed in this context":
            "quote the text if its ': ' belongs to it, or check the indentation",
        "did not find expected key": "check the indentation, and that quotes and brackets are closed",
        "did not find expected '-' indicator": "check the indentation of this line",
        "did not find expected ',' or ']'": "close the sequence with ']', or put a ',' between its elements",
        "did not find expected ',' or '}'": "close the mapping with '}', or put a ',' between its entries",
        "found unexpected end of stream": "close the quote that is open here",
        "found character that cannot start any token": "quote a text that starts with '@', '`' or '%'",
        "block sequence entries are not allowed in this context": "start the sequence on a line of its own",
        "found unknown escape character": "double the backslash, or use single quotes",
        "did not find expected alphabetic or numeric character": "quote a text that starts with '*' or '&'",
        "found undefined tag handle": "remove the tag, or quote a text that starts with '!'",
    ]
}
