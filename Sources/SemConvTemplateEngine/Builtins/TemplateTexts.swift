/// What the text filters and the methods of strings share. Everything counts Unicode scalars, as Jinja does.
extension String {
    private static let blanks: Set<Unicode.Scalar> = [
        " ", "\t", "\n", "\r", "\u{b}", "\u{c}", "\u{1c}", "\u{1d}", "\u{1e}", "\u{1f}", "\u{85}", "\u{a0}",
    ]

    /// Without the given characters, or without white space, at both ends.
    func trimmed(_ characters: String? = nil, start: Bool = true, end: Bool = true) -> String {
        let set = characters.map { Set($0.unicodeScalars) } ?? Self.blanks
        var view = unicodeScalars[...]
        if start { while let first = view.first, set.contains(first) { view.removeFirst() } }
        if end { while let last = view.last, set.contains(last) { view.removeLast() } }
        return String(String.UnicodeScalarView(view))
    }

    /// The first character in upper case, the rest in lower case.
    func capitalizedFirst() -> String {
        guard let first = unicodeScalars.first else { return "" }
        return first.properties.uppercaseMapping
            + String(String.UnicodeScalarView(unicodeScalars.dropFirst())).lowercased()
    }

    /// Each word with its first letter in upper case. A word starts behind white space or a sign of ASCII.
    func titleCased() -> String {
        var result = ""
        var isInWord = false
        for scalar in unicodeScalars {
            result += isInWord ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
            isInWord = !Self.blanks.contains(scalar) && !Self.isSign(scalar)
        }
        return result
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
        default: false
        }
    }

    func escapedForHTML() -> String {
        var output: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// All occurrences of `old`, or the first `count`, replaced.
    func replacingText(_ old: String, with new: String, count: Int? = nil, limit: Int) throws(TemplateError) -> String {
        let bytes = Array(utf8)
        let part = Array(old.utf8)
        if part.isEmpty { return try insertingBetween(new, count: count, limit: limit) }
        var output: [UInt8] = []
        var index = 0
        var left = count ?? .max
        while left > 0, let found = ByteSearch.firstIndex(of: part, in: bytes, from: index) {
            output.append(contentsOf: bytes[index..<found])
            output.append(contentsOf: new.utf8)
            if output.count > limit { throw .tooLarge(limit) }
            index = found + part.count
            left -= 1
        }
        output.append(contentsOf: bytes[index...])
        return String(decoding: output, as: UTF8.self)
    }

    /// What replacing an empty string means: `new` before each character and at the end.
    private func insertingBetween(_ new: String, count: Int?, limit: Int) throws(TemplateError) -> String {
        var output: [UInt8] = []
        var left = count ?? .max
        for scalar in unicodeScalars {
            if left > 0 { output.append(contentsOf: new.utf8) }
            left -= 1
            output.append(contentsOf: String(scalar).utf8)
            if output.count > limit { throw .tooLarge(limit) }
        }
        if left > 0 { output.append(contentsOf: new.utf8) }
        return String(decoding: output, as: UTF8.self)
    }

    /// The parts between separators; without a separator, the words between white space.
    func splitText(_ separator: String?, limit: Int? = nil) -> [String] {
        guard let separator else { return splitWords(limit: limit) }
        let bytes = Array(utf8)
        let part = Array(separator.utf8)
        var result: [String] = []
        var index = 0
        while limit.map({ $0 < 0 || result.count < $0 }) ?? true,
            let found = ByteSearch.firstIndex(of: part, in: bytes, from: index)
        {
            result.append(String(decoding: bytes[index..<found], as: UTF8.self))
            index = found + part.count
        }
        result.append(String(decoding: bytes[index...], as: UTF8.self))
        return result
    }

    private func splitWords(limit: Int?) -> [String] {
        var result: [String] = []
        var rest = unicodeScalars[...]
        while true {
            while let first = rest.first, Self.blanks.contains(first) { rest.removeFirst() }
            if rest.isEmpty { return result }
            if let limit, limit >= 0, result.count == limit {
                result.append(String(String.UnicodeScalarView(rest)).trimmed(start: false))
                return result
            }
            let end = rest.firstIndex { Self.blanks.contains($0) } ?? rest.endIndex
            result.append(String(String.UnicodeScalarView(rest[..<end])))
            rest = rest[end...]
        }
    }

    /// The lines without their ends.
    func splitLines() -> [String] {
        if isEmpty { return [] }
        var lines = splitText("\n").map {
            $0.utf8.last == UInt8(ascii: "\r") ? String($0.unicodeScalars.dropLast()) : $0
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Each line but the first behind `prefix`. One line end at the end is dropped, as MiniJinja does.
    func indented(by prefix: String, first: Bool, blank: Bool, limit: Int) throws(TemplateError) -> String {
        var bytes = Array(utf8)
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        var output: [UInt8] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { output.append(UInt8(ascii: "\n")) }
            if index > 0 || first, !line.isEmpty || blank { output.append(contentsOf: prefix.utf8) }
            output.append(contentsOf: line)
            if output.count > limit { throw .tooLarge(limit) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Percent-encoded for a URL, with `/` kept.
    func percentEncoded() -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                output.append(byte)
            default: output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
