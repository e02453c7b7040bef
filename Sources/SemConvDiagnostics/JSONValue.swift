/// A JSON document to be written. Members keep their order, so that output never depends on a hash.
enum JSONValue {
    case string(String)
    case integer(Int)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The document with two spaces for each level and a line feed at the end.
    var document: String {
        var text = ""
        write(to: &text, indentation: "")
        return text + "\n"
    }

    private func write(to text: inout String, indentation: String) {
        switch self {
        case .string(let string): Self.write(string, to: &text)
        case .integer(let integer): text += String(integer)
        case .array(let elements):
            Self.write(elements, "[", "]", to: &text, indentation) { element, text, indentation in
                element.write(to: &text, indentation: indentation)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &text, indentation) { member, text, indentation in
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indentation: indentation)
            }
        }
    }

    /// Writes the parts of a collection, each on a line of its own.
    private static func write<Part>(
        _ parts: [Part],
        _ open: String,
        _ close: String,
        to text: inout String,
        _ indentation: String,
        part: (Part, inout String, String) -> Void
    ) {
        guard !parts.isEmpty else {
            text += open + close
            return
        }
        let inner = indentation + "  "
        var separator = open + "\n"
        for element in parts {
            text += separator + inner
            part(element, &text, inner)
            separator = ",\n"
        }
        text += "\n" + indentation + close
    }

    /// Writes a string (RFC 8259, section 7). What does not show is escaped too, although JSON allows it.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.isHidden:
                // All of them lie in the first plane, so one escape is enough.
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}
