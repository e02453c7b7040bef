extension String {
    /// The text with every character that does not show, or moves what others show, as `\u{HEX}`.
    ///
    /// A file name or a key may hold anything: a line feed would fake a second diagnostic, an escape sequence steer
    /// the terminal, and a change of direction make text read as what it is not.
    var visible: String {
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.isHidden {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, ends a line, or changes the direction of text.
    var isHidden: Bool {
        switch value {
        // C0, delete and C1.
        case 0..<0x20, 0x7F..<0xA0: true
        // The marks, embeddings, overrides and isolates of bidirectional text; the separators of lines and paragraphs.
        case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        // Nothing to see, and a byte order mark for programs.
        case 0xFEFF: true
        default: false
        }
    }
}
