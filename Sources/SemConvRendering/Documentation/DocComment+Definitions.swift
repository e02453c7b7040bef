package import SemConvDefinitions
package import SemConvRegistry

extension DocComment {
    /// Adds the name on the wire.
    package mutating func name(_ name: String, label: DocLabel = .name) {
        item(label, code: name, limit: 500)
    }

    /// Adds the type of an attribute; for an enumeration its known values and the type that has them.
    ///
    /// - Parameter enumeration: the Swift type of the values, as a link to its page.
    package mutating func type(_ type: AttributeType, enumeration: @autoclosure () -> String? = nil) {
        guard case .enumeration(let values) = type else {
            item(.type, code: type.spelling)
            return
        }
        item(.type, words: "enumeration of ")
        append(code: values.valueType.rawValue)
        if let name = enumeration() {
            append(words: ", ``")
            append(verbatim: name)
            append(words: "``")
        }
        if values.members.isEmpty { return }
        heading(.values)
        var isFirst = true
        // By index, since members are costly to copy.
        for index in values.members.indices.prefix(Self.mostValues) {
            append(words: isFirst ? " " : ", ")
            isFirst = false
            append(code: values.members[index].value.text)
        }
        let rest = values.members.count - Self.mostValues
        if rest > 0 { append(verbatim: " and \(rest) more") }
    }

    /// Adds how firm the definition is; nothing where the registry does not say.
    package mutating func stability(_ stability: Stability?) {
        switch stability {
        case nil: break
        case .development: item(.stability, words: "development")
        case .alpha: item(.stability, words: "alpha")
        case .beta: item(.stability, words: "beta")
        case .releaseCandidate: item(.stability, words: "release candidate")
        case .stable: item(.stability, words: "stable")
        case .deprecated: item(.stability, words: "deprecated")
        }
    }

    /// Adds that the definition is deprecated, and what the author says of it.
    package mutating func deprecation(_ deprecated: Deprecation?) {
        switch deprecated {
        case nil: break
        case .renamed(let target, let note):
            if note.isEmpty {
                item(.deprecated, words: "renamed to ")
                append(code: target)
            } else {
                item(.deprecated, note)
            }
        case .obsoleted(let note), .uncategorized(let note), .unspecified(let note):
            if note.isEmpty {
                item(.deprecated, words: "it has no successor")
            } else {
                item(.deprecated, note)
            }
        }
    }

    /// Adds examples of values, the first few of many.
    package mutating func examples(_ examples: [FreeValue]) {
        if examples.isEmpty { return }
        heading(.examples)
        var isFirst = true
        for example in examples.prefix(Self.mostExamples) {
            append(words: isFirst ? " " : ", ")
            isFirst = false
            append(code: example.exampleText)
        }
        if examples.count > Self.mostExamples { append(words: ", …") }
    }

    /// Adds what a signal says of its attributes in words: conditions and remarks. The bare levels stand in the
    /// descriptor below the comment.
    package mutating func attributes(_ uses: [AttributeUse]) {
        var isFirst = true
        for use in uses {
            let (words, text): (StaticString, String)
            switch use.requirementLevel {
            case .required: continue
            case .conditionallyRequired(let condition): (words, text) = (": conditionally required: ", condition)
            case .recommended(let remark): (words, text) = (": recommended: ", remark)
            case .optIn(let remark): (words, text) = (": opt-in: ", remark)
            }
            if text.isEmpty { continue }
            if isFirst { heading(.attributes) }
            isFirst = false
            item(code: use.id, words, text)
        }
    }

    /// More would make a list of values longer than what is said of them.
    private static let mostValues = 12
    private static let mostExamples = 8
}

extension EnumMember.Value {
    /// The value as a registry writes it.
    package var text: String {
        switch self {
        case .string(let value): value
        case .int(let value): String(value)
        case .double(let value): String(value)
        case .boolean(let value): String(value)
        }
    }
}

extension FreeValue {
    /// The value as an example shows it: a text without quotes, a list in brackets with quotes.
    package var exampleText: String {
        if case .string(let text) = self { return text }
        return nestedText
    }

    private var nestedText: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .double(let value): String(value)
        case .string(let value): "\"\(value)\""
        case .list(let values): "[\(values.map(\.nestedText).joined(separator: ", "))]"
        case .map(let entries): "{\(entries.map { "\"\($0.key)\": \($0.value.nestedText)" }.joined(separator: ", "))}"
        }
    }
}
