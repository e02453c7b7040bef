package import SemConvDefinitions
package import SemConvRegistry

extension DocComment {
    /// Adds the name on the wire.
    package mutating func name(_ name: String, label: String = "Name") {
        item(label, code: name, limit: 500)
    }

    /// Adds the type of an attribute; for an enumeration its known values and the type that has them.
    ///
    /// - Parameter enumeration: the Swift type of the values, as a link to its page.
    package mutating func type(_ type: AttributeType, enumeration: String? = nil) {
        guard case .enumeration(let values) = type else {
            item("Type", code: type.spelling)
            return
        }
        let name = enumeration.map { ", ``\($0)``" } ?? ""
        item("Type", verbatim: "enumeration of `\(values.valueType.rawValue)`\(name)")
        if values.members.isEmpty { return }
        let rest = values.members.count - Self.mostValues
        item(
            "Values",
            codes: values.members.prefix(Self.mostValues).lazy.map(\.value.text),
            rest: rest > 0 ? " and \(rest) more" : ""
        )
    }

    /// Adds how firm the definition is; nothing where the registry does not say.
    package mutating func stability(_ stability: Stability?) {
        guard let stability else { return }
        item("Stability", verbatim: stability == .releaseCandidate ? "release candidate" : stability.rawValue)
    }

    /// Adds that the definition is deprecated, and what the author says of it.
    package mutating func deprecation(_ deprecated: Deprecation?) {
        switch deprecated {
        case nil: break
        case .renamed(let target, let note):
            if note.isEmpty {
                item("Deprecated", verbatim: "renamed to \(DocCodeSpan.of(target))")
            } else {
                item("Deprecated", note)
            }
        case .obsoleted(let note), .uncategorized(let note), .unspecified(let note):
            if note.isEmpty {
                item("Deprecated", verbatim: "it has no successor")
            } else {
                item("Deprecated", note)
            }
        }
    }

    /// Adds examples of values, the first few of many.
    package mutating func examples(_ examples: [FreeValue]) {
        if examples.isEmpty { return }
        item(
            "Examples",
            codes: examples.prefix(Self.mostExamples).lazy.map(\.exampleText),
            rest: examples.count > Self.mostExamples ? ", …" : ""
        )
    }

    /// Adds what a signal says of its attributes in words: conditions and remarks. The bare levels stand in the
    /// descriptor below the comment.
    package mutating func attributes(_ uses: [AttributeUse]) {
        var isFirst = true
        for use in uses {
            let level = use.requirementLevel
            if level.text.isEmpty { continue }
            if isFirst { heading("Attributes") }
            isFirst = false
            item(DocCodeSpan.of(use.id), "\(Self.words(for: level.kind)): \(level.text)", level: 1)
        }
    }

    private static func words(for level: RequirementLevel.Kind) -> String {
        switch level {
        case .required: "required"
        case .conditionallyRequired: "conditionally required"
        case .recommended: "recommended"
        case .optIn: "opt-in"
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
