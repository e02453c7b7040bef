import SemConvDiagnostics
import SemConvYAML

extension YAMLNode {
    /// A node as text, one line for each node: place, kind, and the text of a scalar with its escapes.
    ///
    /// `Fixtures/YAML/dump.py` writes the same from an independent parser.
    var structure: String {
        var text = ""
        write(into: &text, depth: 0)
        return text
    }

    private func write(into text: inout String, depth: Int) {
        text += String(repeating: " ", count: depth)
        text += "\(location.line):\(location.column) "
        switch kind {
        case .scalar:
            text += isPlain ? "plain " : "quoted "
            for scalar in string.unicodeScalars {
                switch scalar {
                case "\\": text += "\\\\"
                case " "..."~": text.unicodeScalars.append(scalar)
                default: text += "\\" + String(scalar.value, radix: 16) + ";"
                }
            }
            text += "\n"
        case .sequence:
            text += "sequence \(count)\n"
            for element in elements { element.write(into: &text, depth: depth + 1) }
        case .mapping:
            text += "mapping \(count)\n"
            for (key, value) in entries {
                key.write(into: &text, depth: depth + 1)
                value.write(into: &text, depth: depth + 1)
            }
        }
    }
}
