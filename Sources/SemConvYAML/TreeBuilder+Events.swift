internal import CLibYAML
internal import SemConvDiagnostics

extension TreeBuilder {
    /// Builds the arena of the first document.
    ///
    /// - Returns: whether the document is complete; if not, `diagnostics` says why.
    mutating func build(from parser: inout EventParser) -> Bool {
        var documents = 0
        while !isExhausted {
            guard let event = unsafe parser.next() else {
                reportFailure(parser.failure)
                return false
            }
            switch unsafe event.pointee.type {
            case YAML_SCALAR_EVENT:
                unsafe scalar(event)
            case YAML_ALIAS_EVENT:
                unsafe alias(event)
            case YAML_MAPPING_START_EVENT:
                let start = unsafe event.pointee.data.mapping_start
                unsafe self.start(.mapping, anchor: start.anchor, tag: start.tag, mark: event.pointee.start_mark)
            case YAML_SEQUENCE_START_EVENT:
                let start = unsafe event.pointee.data.sequence_start
                unsafe self.start(.sequence, anchor: start.anchor, tag: start.tag, mark: event.pointee.start_mark)
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
                end()
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                if documents > 1 {
                    let position = source.position(unsafe TextMark(event.pointee.start_mark))
                    report(.severalDocuments(at: location(position)))
                    return true
                }
            case YAML_STREAM_END_EVENT:
                if documents == 0 { report(.emptyFile(at: SourceLocation(file: file, line: 1, column: 1))) }
                return true
            default:
                break
            }
        }
        return false
    }

    /// Reports why libyaml stopped.
    private mutating func reportFailure(_ failure: ParseFailure) {
        switch failure.kind {
        case .memory:
            report(.outOfMemory(at: SourceLocation(file: file)))
        case .reader:
            let problems = source.badCharacters(limit: 20)
            for problem in problems { report(problem.diagnostic(in: file)) }
            if problems.isEmpty {
                let place = source.location(ofByte: failure.byteOffset, in: file)
                report(.syntax(failure.problem, at: place, help: "save the file as UTF-8", notes: []))
            }
        case .syntax:
            report(.syntax(failure, in: source, file: file))
        }
    }
}
