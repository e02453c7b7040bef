import SemConvDefinitions
import SemConvRegistry

/// Writes the uses of a signal's attributes as Swift source: a text with a line for each, which compiles much faster
/// than as many values.
enum AttributeUsageLiteral {
    /// How far the lines of the text stand in, where the list is an argument of a descriptor.
    private static let indentation = "\n                "

    /// - Returns: `nil` for no uses.
    static func source(_ uses: [AttributeUse], of kind: DeclarationKind) -> String? {
        if uses.isEmpty { return nil }
        var text = "\"\"\""
        text.reserveCapacity(uses.count * 56 + 32)
        for use in uses {
            // A line cannot hold a line break, so such a name, legal or not, needs the longer form.
            if use.id.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
                return array(uses, of: kind)
            }
            text += indentation
            text += word(use.requirementLevel.kind)
            if kind == .entity, let role = use.role { text += role == .identifying ? ",identifying" : ",descriptive" }
            if kind == .span, use.isSamplingRelevant { text += ",sampling" }
            text += " "
            text += SwiftLiteral.escaped(use.id)
        }
        return text + indentation + "\"\"\""
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

    private static func word(_ level: RequirementLevel.Kind) -> String {
        switch level {
        case .required: "required"
        case .conditionallyRequired: "conditionallyRequired"
        case .recommended: "recommended"
        case .optIn: "optIn"
        }
    }
}
