internal import SemConvYAML

extension TemplateValue {
    /// How deep lists and dictionaries may lie in one another before printing or comparing them is refused.
    static let depthLimit = 64

    /// Writes the value as `{{ }}` does.
    ///
    /// - Throws: If `output` grows beyond `limit` bytes, or the value lies too deep.
    package func write(into output: inout [UInt8], limit: Int = .max) throws(TemplateError) {
        switch self {
        case .string(let text): output.append(utf8: text)
        case .int(let number): Self.write(number, into: &output)
        case .undefined: break
        default: try writeLiteral(into: &output, limit: limit, depth: 0)
        }
        if output.count > limit { throw .tooLarge(limit) }
    }

    /// The text that `{{ }}` would write.
    package func text() throws(TemplateError) -> String {
        if case .string(let text) = self { return text }
        var bytes: [UInt8] = []
        try write(into: &bytes, limit: 256 << 20)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the value as it stands inside a printed list: strings in quotes.
    func writeLiteral(into output: inout [UInt8], limit: Int, depth: Int) throws(TemplateError) {
        if depth > Self.depthLimit { throw .tooDeep }
        if output.count > limit { throw .tooLarge(limit) }
        switch self {
        case .undefined: output.append(contentsOf: "undefined".utf8)
        case .none: output.append(contentsOf: "none".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let number): Self.write(number, into: &output)
        case .double(let number): output.append(contentsOf: Self.text(of: number).utf8)
        case .string(let text): Self.writeQuoted(text, into: &output)
        case .list(let values): try Self.writeList(values, into: &output, limit: limit, depth: depth)
        case .object, .map: try writeDictionary(into: &output, limit: limit, depth: depth)
        case .macro, .module, .namespace, .host: output.append(contentsOf: "<\(kindName)>".utf8)
        }
    }

    private static func writeList(
        _ values: [TemplateValue],
        into output: inout [UInt8],
        limit: Int,
        depth: Int
    ) throws(TemplateError) {
        output.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(contentsOf: ", ".utf8) }
            try value.writeLiteral(into: &output, limit: limit, depth: depth + 1)
        }
        output.append(UInt8(ascii: "]"))
    }

    private func writeDictionary(into output: inout [UInt8], limit: Int, depth: Int) throws(TemplateError) {
        output.append(UInt8(ascii: "{"))
        for (index, entry) in pairs.enumerated() {
            if index > 0 { output.append(contentsOf: ", ".utf8) }
            try entry.key.writeLiteral(into: &output, limit: limit, depth: depth + 1)
            output.append(contentsOf: ": ".utf8)
            try entry.value.writeLiteral(into: &output, limit: limit, depth: depth + 1)
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Keys and values of an object or dictionary, in order; fields that are undefined are left out.
    var pairs: [(key: TemplateValue, value: TemplateValue)] {
        switch self {
        case .object(let object):
            zip(object.shape.fields, object.values).filter { !$1.isUndefined }.map { (.string($0), $1) }
        case .map(let map): map.entries.map { ($0.key.value, $0.value) }
        default: []
        }
    }

    static func write(_ number: Int, into output: inout [UInt8]) {
        if 0..<10 ~= number { return output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
        var magnitude = number.magnitude
        if number < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        while magnitude > 0 {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
            magnitude /= 10
        }
        output[start...].reverse()
    }

    /// A float always shows that it is one; what is not a number has the names that it has in Python.
    static func text(of number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        return "\(number)"
    }

    static func writeQuoted(_ text: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension TemplateError {
    static var tooDeep: TemplateError {
        TemplateError(.templateLimit, "a value lies more than \(TemplateValue.depthLimit) levels deep")
    }

    static func tooLarge(_ limit: Int) -> TemplateError {
        TemplateError(.templateLimit, "the output is larger than \(limit) bytes")
    }
}
