internal import SemConvDiagnostics

extension Diagnostic {
    static func nesting(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlNesting,
            "collections are nested more than \(limit) deep",
            at: location,
            help: "flatten the structure"
        )
    }

    static func tooManyNodes(limit: Int, isAlias: Bool, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlTooManyNodes,
            isAlias
                ? "with its aliases written out the document has more than \(limit) nodes"
                : "the document has more than \(limit) nodes",
            at: location,
            help: isAlias ? "use fewer aliases to large nodes" : "split the file"
        )
    }

    static func tooManyDirectives(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlTooManyDirectives,
            "too many lines that start with '%'",
            at: location,
            help: "remove directives; none is needed"
        )
    }

    static func tooManyProblems(limit: Int, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .error,
            .yamlTooManyProblems,
            "\(limit) problems so far: the rest of the file is not read",
            at: location,
            help: "mend these first"
        )
    }

    static func outOfMemory(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, .yamlOutOfMemory, "libyaml got no memory", at: location)
    }
}
