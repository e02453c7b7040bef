package import SemConvDefinitions

/// Writes a value as JSON (RFC 8259), indented.
package struct JSONWriter: Sendable {
    /// How much further an inner line stands to the right.
    package var indentation = 2
    /// Sorts the keys of every map by their bytes; otherwise they keep their order.
    package var sortsKeys = false
    /// Writes characters beyond ASCII as escapes, as Python's `json` does if not told otherwise.
    package var isASCII = false

    package init() {}

    /// The document, with a final line end.
    package func document(_ value: FreeValue) -> [UInt8] {
        var output: [UInt8] = []
        write(value, depth: 0, to: &output)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private func write(_ value: FreeValue, depth: Int, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .int(let int): output.append(contentsOf: String(int).utf8)
        case .double(let double): write(double, to: &output)
        case .string(let string): write(string, to: &output)
        case .list(let elements): write(elements, depth: depth, to: &output)
        case .map(let entries): write(entries, depth: depth, to: &output)
        }
    }

    private func write(_ elements: [FreeValue], depth: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(depth: depth + 1, in: &output)
            write(element, depth: depth + 1, to: &output)
        }
        if !elements.isEmpty { breakLine(depth: depth, in: &output) }
        output.append(UInt8(ascii: "]"))
    }

    private func write(_ entries: [FreeValue.Entry], depth: Int, to output: inout [UInt8]) {
        let entries = sortsKeys ? entries.sorted { ByteOrder.areInOrder($0.key, $1.key) } : entries
        output.append(UInt8(ascii: "{"))
        for (index, entry) in entries.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(depth: depth + 1, in: &output)
            write(entry.key, to: &output)
            output.append(contentsOf: ": ".utf8)
            write(entry.value, depth: depth + 1, to: &output)
        }
        if !entries.isEmpty { breakLine(depth: depth, in: &output) }
        output.append(UInt8(ascii: "}"))
    }

    private func breakLine(depth: Int, in output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    /// JSON has no word for infinity and for what is no number; YAML's words are written as strings.
    private func write(_ double: Double, to output: inout [UInt8]) {
        if double.isFinite {
            output.append(contentsOf: String(double).utf8)
        } else {
            write(YAMLWriter.nonFinite(double), to: &output)
        }
    }

    private func write(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if isASCII {
            for unit in string.utf16 {
                if let byte = UInt8(exactly: unit), byte < 0x80 {
                    Self.write(byte, to: &output)
                } else {
                    Self.writeEscape(unit, to: &output)
                }
            }
        } else {
            for byte in string.utf8 { Self.write(byte, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func write(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0x08: output.append(contentsOf: "\\b".utf8)
        case 0x0C: output.append(contentsOf: "\\f".utf8)
        case 0..<0x20: writeEscape(UInt16(byte), to: &output)
        default: output.append(byte)
        }
    }

    private static func writeEscape(_ unit: UInt16, to output: inout [UInt8]) {
        let digits = String(unit, radix: 16)
        output.append(contentsOf: "\\u".utf8)
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        output.append(contentsOf: digits.utf8)
    }
}
