internal import SemConvTemplateEngine

extension ConventionFilters {
    static func addTypes(_ environment: inout TemplateEnvironment) {
        environment.addFilter("instantiated_type") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            if let type = value.text {
                if let element = templateElement(type) { return .string(element) }
                if isSimple(type) || type == "any" { return .string(type) }
            } else if isEnumeration(value) {
                return .string(try enumerationType(value, arguments))
            }
            throw arguments.unfit(value, expected: "the type of an attribute")
        }
        environment.addFilter("enum_type") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            guard isEnumeration(value) else { throw arguments.unfit(value, expected: "the type of an enumeration") }
            return .string(try enumerationType(value, arguments))
        }
        environment.addFilter("print_member_value") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            switch value {
            case .string(let text): return .string(jsonQuoted(text))
            case .int, .double, .bool: return .string(try value.text())
            default: return .string("")
            }
        }
        environment.addFilter("body_fields") { (value, arguments) throws(TemplateError) in
            var arguments = arguments
            let sorts = try arguments.bool("sort_by", at: 0) ?? false
            try arguments.finish()
            guard !value.isNone else { return .list([]) }
            guard case .object = value else { throw arguments.unfit(value, expected: "the body of an event") }
            var rows: [(path: String, row: TemplateValue)] = []
            collectFields(of: value, path: "", depth: 0, into: &rows)
            if sorts { rows.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
            return .list(rows.map(\.row))
        }
    }

    /// The one type that holds the value of every member; text where they differ. Weaver refuses booleans and a list
    /// without members; a registry may have both.
    private static func enumerationType(
        _ value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> String {
        var type: String?
        for member in try elements(value.field("members"), arguments) {
            let own: String
            switch member.field("value") {
            case .int: own = "int"
            case .double: own = "double"
            case .bool: own = "boolean"
            default: own = "string"
            }
            if let known = type, known != own { return "string" }
            type = own
        }
        return type ?? "string"
    }

    private static func collectFields(
        of body: TemplateValue,
        path: String,
        depth: Int,
        into rows: inout [(path: String, row: TemplateValue)]
    ) {
        guard case .list(let fields) = body.field("fields") else { return }
        for field in fields {
            let id = field.field("id").text ?? ""
            let fieldPath = path.isEmpty ? id : "\(path).\(id)"
            rows.append(
                (
                    fieldPath,
                    .map(TemplateMap([("path", .string(fieldPath)), ("field", field), ("depth", .int(depth))]))
                )
            )
            collectFields(of: field, path: fieldPath, depth: depth + 1, into: &rows)
        }
    }

    /// The text as a string of JSON, which most languages read as well.
    static func jsonQuoted(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\\"): result += [byte, byte]
            case UInt8(ascii: "\n"): result += Array("\\n".utf8)
            case UInt8(ascii: "\r"): result += Array("\\r".utf8)
            case UInt8(ascii: "\t"): result += Array("\\t".utf8)
            case 0x08: result += Array("\\b".utf8)
            case 0x0C: result += Array("\\f".utf8)
            case ..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
        return String(decoding: result, as: UTF8.self)
    }
}
