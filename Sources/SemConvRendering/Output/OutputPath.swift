/// Decides whether a path that a template asks for is safe to write below the output folder, on any file system.
enum OutputPath {
    /// What is wrong with `path`, in words that follow "the output path '...'"; `nil` for a good one.
    static func problem(with path: String) -> String? {
        if isPlain(Array(path.utf8)) { return nil }
        if path.isEmpty { return "is empty" }
        if path.utf8.count > 1_024 { return "is longer than 1024 bytes" }
        if path.utf8.first == UInt8(ascii: "/") { return "is absolute" }
        for scalar in path.unicodeScalars {
            if scalar.isASCII ? scalar.value < 0x20 || scalar.value == 0x7F : scalar.isHidden {
                return "has a control character"
            }
            // A separator, a drive or a stream on Windows, and never needed in the name of a source file.
            if scalar == "\\" || scalar == ":" { return "has the character '\(scalar)'" }
        }
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if let problem = problem(withPart: part) { return problem }
        }
        return nil
    }

    /// Whether a path is one of letters, digits and a few signs, with nothing else to look at: nearly all are.
    private static func isPlain(_ path: [UInt8]) -> Bool {
        if path.count > 255 { return false }
        // What stands before the first part ends one as well.
        var previous = UInt8(ascii: "/")
        for byte in path {
            switch byte {
            case _ where byte.isASCIILetter || byte.isASCIIDigit, UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "+"):
                break
            case UInt8(ascii: "."), UInt8(ascii: "/"):
                if previous == UInt8(ascii: "/") || previous == UInt8(ascii: ".") { return false }
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "/") && previous != UInt8(ascii: ".")
    }

    private static func problem(withPart part: Substring.UTF8View) -> String? {
        if part.isEmpty { return "has an empty part" }
        if part.elementsEqual(".".utf8) { return "has a part '.'" }
        if part.elementsEqual("..".utf8) { return "leaves the output folder" }
        if part.count > 255 { return "has a part of more than 255 bytes" }
        // Windows drops these silently, so that two paths would be one file.
        if part.last == UInt8(ascii: ".") || part.last == UInt8(ascii: " ") {
            return "has a part that ends in '.' or ' '"
        }
        return nil
    }

    /// The form in which two paths are compared: file systems of macOS and Windows do not tell cases apart.
    static func comparisonKey(_ path: String) -> String {
        var bytes = Array(path.utf8)
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[index] |= 0x20
            case 0x80...: return path.lowercased()
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension OutputPath {
    /// The path as a message can show it: control characters as escapes, and not endless.
    static func printable(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars.prefix(200) {
            result += scalar.isHidden ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return result.utf8.count < path.utf8.count && path.unicodeScalars.count > 200 ? result + "..." : result
    }
}
