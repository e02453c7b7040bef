internal import SemConvDiagnostics

extension TemplateMachine {
    /// An error with the place where it happened, and those that led there.
    func located(_ error: TemplateError) -> TemplateError {
        var error = error
        if error.diagnostic.location == nil {
            error.diagnostic.location = template.location(ofOperation: max(frame.next - 1, 0))
        }
        var callee = frame
        for caller in frames.reversed().prefix(10) {
            let place = instances[caller.instance].template.location(ofOperation: max(caller.next - 1, 0))
            error.diagnostic.notes.append(Diagnostic.Note(title(of: callee), at: place))
            callee = caller
        }
        return error
    }

    private func title(of frame: Frame) -> String {
        let template = instances[frame.instance].template
        switch frame.kind {
        case .main: return "here"
        case .macro: return "macro '\(template.signatures[frame.function].name)' was called here"
        case .include: return "'\(template.name)' was included here"
        case .importing: return "'\(template.name)' was imported here"
        }
    }

    /// The word in the source that the current operation speaks of.
    private var currentWord: String {
        let start = Int(template.offsets[max(frame.next - 1, 0)])
        let word = template.source[start...].prefix { byte in
            byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// The current operation reads a variable that has no value.
    func undefinedVariable(slot: Int? = nil) -> TemplateError {
        let name = currentWord
        let function = template.signatures[frame.function]
        if let slot, slot < function.parameters.count {
            return TemplateError(
                .templateUndefined,
                "'\(name)' is undefined: macro '\(function.name)' was called without it",
                help: "give it a default, as in '\(name)=none'"
            )
        }
        return TemplateError(
            .templateUndefined,
            "'\(name)' is undefined",
            help: Suggestion.didYouMean(name, in: visibleNames)
        )
    }

    private var visibleNames: [String] {
        var names = context.shape.fields + environment.globals.map(\.symbol.name)
        for (symbol, value) in zip(template.variables, instances[frame.instance].variables) where !value.isUndefined {
            names.append(symbol.name)
        }
        return names
    }

    func undefinedField(_ name: String, of value: TemplateValue) -> TemplateError {
        let fields = fieldNames(of: value)
        let help =
            Suggestion.didYouMean(name, in: fields)
            ?? (fields.isEmpty || fields.count > 40 ? nil : "it has \(quotedList(fields))")
        return TemplateError(.templateUndefined, "\(value.kindName) has no field '\(name)'", help: help)
    }

    private func fieldNames(of value: TemplateValue) -> [String] {
        switch value {
        case .object, .map:
            return value.pairs.compactMap { if case .string(let name) = $0.key { name } else { nil } }
        case .namespace(let number):
            return namespaces[Int(number)].entries.compactMap {
                if case .string(let name) = $0.key { name } else { nil }
            }
        case .module(let number):
            let template = instances[Int(number)].template
            return zip(template.variables, template.exports).filter { $1 }.map { $0.0.name }
        default: return []
        }
    }

    func missingItem(_ key: TemplateValue, of value: TemplateValue) -> TemplateError {
        switch (value, key) {
        case (.undefined, _): return undefinedVariable()
        case (.list, .string): break
        case (_, .string(let name)): return undefinedField(name, of: value)
        case (.list(let values), .int(let index)):
            return TemplateError(.templateUndefined, "a list of \(values.count) has no element \(index)")
        case (.string, .int(let index)):
            return TemplateError(.templateUndefined, "the string has no character \(index)")
        case (.map, .int(let number)): return TemplateError(.templateUndefined, "a dictionary has no key \(number)")
        default: break
        }
        return TemplateError(.templateType, "\(value.kindName) cannot be indexed with \(key.kindName)")
    }

    func unknownMethod(_ symbol: TemplateSymbol, of value: TemplateValue) -> TemplateError {
        let known: [String]
        switch value {
        case .module: known = fieldNames(of: value)
        case .host: known = ["set_file_name"]
        default: known = TemplateMethods.names(for: value)
        }
        return TemplateError(
            .templateUnknownName,
            "\(value.kindName) has no method '\(symbol.name)'",
            help: Suggestion.didYouMean(symbol.name, in: known)
                ?? (known.isEmpty ? nil : "it has \(quotedList(known))")
        )
    }

    /// All variables with their values, for `debug()`.
    func describeVariables(_ arguments: TemplateArguments) throws(TemplateError) -> String {
        try arguments.finish()
        var output: [UInt8] = []
        for (symbol, value) in zip(template.variables, instances[frame.instance].variables) {
            output.append(contentsOf: "\(symbol.name) = ".utf8)
            try value.writeLiteral(into: &output, limit: limits.outputBytes, depth: 0)
            output.append(UInt8(ascii: "\n"))
        }
        return String(decoding: output, as: UTF8.self)
    }
}
