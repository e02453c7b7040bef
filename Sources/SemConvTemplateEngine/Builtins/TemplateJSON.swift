/// Values as JSON, and as text for people.
enum TemplateJSON {
    /// Compact JSON, or indented by a number of blanks. Characters that mean something in HTML are escaped, so that
    /// the result may stand in a script tag.
    static func text(of value: TemplateValue, indent: Int?, limit: Int) throws(TemplateError) -> String {
        var writer = Writer(indent: indent, limit: limit, isReadable: false)
        try writer.write(value, depth: 0)
        return String(decoding: writer.output, as: UTF8.self)
    }

    /// The value over several lines.
    static func readableText(of value: TemplateValue, limit: Int) throws(TemplateError) -> String {
        var writer = Writer(indent: 4, limit: limit, isReadable: true)
        try writer.write(value, depth: 0)
        return String(decoding: writer.output, as: UTF8.self)
    }

    private struct Writer {
        let indent: Int?
        let limit: Int
        let isReadable: Bool
        var output: [UInt8] = []

        mutating func write(_ value: TemplateValue, depth: Int) throws(TemplateError) {
            if depth > TemplateValue.depthLimit { throw .tooDeep }
            if output.count > limit { throw .tooLarge(limit) }
            switch value {
            case .none, .undefined: output.append(contentsOf: (isReadable ? "\(value.kindName)" : "null").utf8)
            case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
            case .int(let number): TemplateValue.write(number, into: &output)
            case .double(let number):
                let text = number.isFinite || isReadable ? TemplateValue.text(of: number) : "null"
                output.append(contentsOf: text.utf8)
            case .string(let text):
                if isReadable { TemplateValue.writeQuoted(text, into: &output) } else { writeString(text) }
            case .list(let values): try write(values, depth: depth)
            case .map, .object: try write(value.pairs, depth: depth)
            case .macro, .module, .namespace, .host:
                guard isReadable else { throw TemplateError(.templateType, "\(value.kindName) has no form in JSON") }
                try value.writeLiteral(into: &output, limit: limit, depth: depth)
            }
        }

        private mutating func write(_ values: [TemplateValue], depth: Int) throws(TemplateError) {
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                startElement(index, depth: depth + 1)
                try write(value, depth: depth + 1)
            }
            end(UInt8(ascii: "]"), isEmpty: values.isEmpty, depth: depth)
        }

        private mutating func write(
            _ pairs: [(key: TemplateValue, value: TemplateValue)],
            depth: Int
        ) throws(TemplateError) {
            output.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.enumerated() {
                startElement(index, depth: depth + 1)
                if isReadable {
                    try pair.key.writeLiteral(into: &output, limit: limit, depth: depth)
                } else {
                    writeString(try pair.key.text())
                }
                output.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                try write(pair.value, depth: depth + 1)
            }
            end(UInt8(ascii: "}"), isEmpty: pairs.isEmpty, depth: depth)
        }

        private mutating func startElement(_ index: Int, depth: Int) {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(depth: depth)
        }

        private mutating func end(_ bracket: UInt8, isEmpty: Bool, depth: Int) {
            if !isEmpty {
                if isReadable { output.append(UInt8(ascii: ",")) }
                breakLine(depth: depth)
            }
            output.append(bracket)
        }

        private mutating func breakLine(depth: Int) {
            guard let indent else { return }
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
        }

        private mutating func writeString(_ text: String) {
            let digits = Array("0123456789abcdef".utf8)
            output.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
                case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
                case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
                case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
                case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
                case 8: output.append(contentsOf: "\\b".utf8)
                case 12: output.append(contentsOf: "\\f".utf8)
                case 0..<32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"):
                    output.append(contentsOf: "\\u00".utf8)
                    output.append(digits[Int(byte >> 4)])
                    output.append(digits[Int(byte & 15)])
                default: output.append(byte)
                }
            }
            output.append(UInt8(ascii: "\""))
        }
    }
}
