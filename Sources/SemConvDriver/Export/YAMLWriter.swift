package import SemConvDefinitions

/// Writes a value as YAML that every parser reads alike, be it made for version 1.1 or 1.2.
///
/// A string stays plain only where no version takes it for something else; text of several lines is a literal block
/// where one can hold it, and all else is quoted.
package struct YAMLWriter: Sendable {
    package init() {}

    package func document(_ value: FreeValue) -> [UInt8] {
        var output: [UInt8] = []
        switch value {
        case .map(let entries) where !entries.isEmpty: write(entries, depth: 0, startsOnOwnLine: true, to: &output)
        case .list(let elements) where !elements.isEmpty: write(elements, depth: 0, to: &output)
        default:
            writeScalar(value, depth: 1, to: &output)
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }

    /// The value of a key: a collection goes on the lines below, a scalar on the same line.
    private func writeValue(_ value: FreeValue, depth: Int, to output: inout [UInt8]) {
        switch value {
        case .map(let entries) where !entries.isEmpty:
            output.append(UInt8(ascii: "\n"))
            write(entries, depth: depth + 1, startsOnOwnLine: true, to: &output)
        case .list(let elements) where !elements.isEmpty:
            output.append(UInt8(ascii: "\n"))
            write(elements, depth: depth + 1, to: &output)
        default:
            output.append(UInt8(ascii: " "))
            writeScalar(value, depth: depth + 1, to: &output)
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// - Parameter startsOnOwnLine: `false` after the dash of a list, where the first key goes on the same line.
    private func write(
        _ entries: [FreeValue.Entry],
        depth: Int,
        startsOnOwnLine: Bool,
        to output: inout [UInt8]
    ) {
        for (index, entry) in entries.enumerated() {
            if index > 0 || startsOnOwnLine { indent(depth, in: &output) }
            writeKey(entry.key, to: &output)
            output.append(UInt8(ascii: ":"))
            writeValue(entry.value, depth: depth, to: &output)
        }
    }

    private func write(_ elements: [FreeValue], depth: Int, to output: inout [UInt8]) {
        for element in elements {
            indent(depth, in: &output)
            output.append(contentsOf: "- ".utf8)
            switch element {
            case .map(let entries) where !entries.isEmpty:
                write(entries, depth: depth + 1, startsOnOwnLine: false, to: &output)
            case .list(let inner) where !inner.isEmpty:
                // A list in a list begins on a line of its own, which is easier to read than two dashes.
                output.removeLast()
                output.append(UInt8(ascii: "\n"))
                write(inner, depth: depth + 1, to: &output)
            default:
                writeScalar(element, depth: depth + 1, to: &output)
                output.append(UInt8(ascii: "\n"))
            }
        }
    }

    private func indent(_ depth: Int, in output: inout [UInt8]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: Scalars

    private func writeKey(_ key: String, to output: inout [UInt8]) {
        if YAMLText.isPlainSafe(key) {
            output.append(contentsOf: key.utf8)
        } else {
            YAMLText.writeQuoted(key, to: &output)
        }
    }

    private func writeScalar(_ value: FreeValue, depth: Int, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .int(let int): output.append(contentsOf: String(int).utf8)
        case .double(let double): output.append(contentsOf: Self.number(double).utf8)
        case .list: output.append(contentsOf: "[]".utf8)
        case .map: output.append(contentsOf: "{}".utf8)
        case .string(let string):
            if YAMLText.isPlainSafe(string) {
                output.append(contentsOf: string.utf8)
            } else if let block = YAMLText.literalBlock(string) {
                write(block, depth: depth, to: &output)
            } else {
                YAMLText.writeQuoted(string, to: &output)
            }
        }
    }

    private func write(_ block: YAMLText.LiteralBlock, depth: Int, to output: inout [UInt8]) {
        output.append(contentsOf: block.header.utf8)
        for line in block.lines {
            output.append(UInt8(ascii: "\n"))
            if line.isEmpty { continue }
            indent(depth, in: &output)
            output.append(contentsOf: line.utf8)
        }
    }

    /// Version 1.1 takes a number with an exponent for one only if it has a point.
    private static func number(_ double: Double) -> String {
        guard double.isFinite else { return nonFinite(double) }
        let text = String(double)
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    /// YAML's words for what is no finite number.
    static func nonFinite(_ double: Double) -> String {
        if double.isNaN { return ".nan" }
        return double < 0 ? "-.inf" : ".inf"
    }
}
