internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvYAML

/// Writes the uses of a signal's attributes as Swift source: a text with a line for each, which compiles much faster
/// than as many values.
enum AttributeUsageLiteral {
    /// How far the lines of the text stand in, where the list is an argument of a descriptor.
    private static let indentation = "\n                "

    /// - Returns: `nil` for no uses.
    static func source(_ uses: [AttributeUse], of kind: DeclarationKind) -> String? {
        if uses.isEmpty { return nil }
        var text = ByteBuffer(capacity: uses.count * 64 + 64)
        text.append(words: "\"\"\"")
        // A use is two references, and to look it up again for every property would count each of them again.
        for use in uses {
            text.append(words: lineStart(use.requirementLevel.kind))
            if kind == .entity, let role = use.role {
                text.append(words: role == .identifying ? ",identifying" : ",descriptive")
            }
            if kind == .span, use.isSamplingRelevant { text.append(words: ",sampling") }
            text.append(UInt8(ascii: " "))
            let start = text.count
            let id = use.id
            SwiftLiteral.append(id, to: &text)
            // A line cannot hold a line break, so such a name, legal or not, needs the longer form.
            if text.count - start > id.utf8.count, id.contains(where: \.isNewline) { return array(uses, of: kind) }
        }
        text.append(words: "\n                \"\"\"")
        return text.text(from: 0)
    }

    private static func array(_ uses: [AttributeUse], of kind: DeclarationKind) -> String {
        let elements = uses.map { use in
            var arguments = "\(SwiftLiteral.quoted(use.id)), .\(word(use.requirementLevel.kind))"
            if kind == .entity, let role = use.role { arguments += ", role: .\(role.rawValue)" }
            if kind == .span, use.isSamplingRelevant { arguments += ", isSamplingRelevant: true" }
            return indentation + ".init(\(arguments)),"
        }
        return "[" + elements.joined() + indentation.dropLast(4) + "]"
    }

    /// The indentation and the word in one piece, as there are thousands of lines.
    private static func lineStart(_ level: RequirementLevel.Kind) -> StaticString {
        switch level {
        case .required: "\n                required"
        case .conditionallyRequired: "\n                conditionallyRequired"
        case .recommended: "\n                recommended"
        case .optIn: "\n                optIn"
        }
    }

    private static func word(_ level: RequirementLevel.Kind) -> String {
        switch level {
        case .required: "required"
        case .conditionallyRequired: "conditionallyRequired"
        case .recommended: "recommended"
        case .optIn: "optIn"
        }
    }
}
