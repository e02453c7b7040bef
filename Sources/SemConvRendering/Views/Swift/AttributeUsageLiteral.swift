internal import SemConvDefinitions
internal import SemConvRegistry

/// Writes the uses of a signal's attributes as Swift source: a text with a line for each, which compiles much faster
/// than as many values.
enum AttributeUsageLiteral {
    /// How far the lines of the text stand in, where the list is an argument of a descriptor.
    private static let indentation = Array("\n                ".utf8)

    /// - Returns: `nil` for no uses.
    static func source(_ uses: [AttributeUse], of kind: DeclarationKind) -> String? {
        if uses.isEmpty { return nil }
        var text: [UInt8] = Array(quotes)
        text.reserveCapacity(uses.count * 64 + 32)
        for use in uses {
            text += indentation
            text += word(use.requirementLevel.kind).utf8
            if kind == .entity, let role = use.role {
                text += (role == .identifying ? ",identifying" : ",descriptive").utf8
            }
            if kind == .span, use.isSamplingRelevant { text += ",sampling".utf8 }
            text.append(UInt8(ascii: " "))
            let start = text.count
            SwiftLiteral.append(use.id, to: &text)
            // A line cannot hold a line break, so such a name, legal or not, needs the longer form.
            if text[start...].contains(UInt8(ascii: "\\")), use.id.contains(where: \.isNewline) {
                return array(uses, of: kind)
            }
        }
        text += indentation
        text += quotes
        return String(decoding: text, as: UTF8.self)
    }

    private static let quotes = Array("\"\"\"".utf8)

    private static func array(_ uses: [AttributeUse], of kind: DeclarationKind) -> String {
        let elements = uses.map { use in
            var arguments = "\(SwiftLiteral.quoted(use.id)), .\(word(use.requirementLevel.kind))"
            if kind == .entity, let role = use.role { arguments += ", role: .\(role.rawValue)" }
            if kind == .span, use.isSamplingRelevant { arguments += ", isSamplingRelevant: true" }
            return String(decoding: indentation, as: UTF8.self) + ".init(\(arguments)),"
        }
        return "[" + elements.joined() + String(decoding: indentation.dropLast(4), as: UTF8.self) + "]"
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
