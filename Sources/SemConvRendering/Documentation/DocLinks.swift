/// Where the links of a registry's texts lead that are not whole URLs.
package struct DocLinks: Hashable, Sendable {
    /// What comes before a link that starts with `/`, such as
    /// `https://github.com/open-telemetry/semantic-conventions/blob/v1.44.0`; without it such links become plain text.
    package var root: String?
    /// The folder of the page that a text stands on, as a URL. Without it relative links become plain text.
    package var folder: String?

    package init(root: String? = nil, folder: String? = nil) {
        self.root = root.map(Self.withoutFinalSlash)
        self.folder = folder.map(Self.withoutFinalSlash)
    }

    /// The whole URL of a link, or `nil` where it leads nowhere.
    func resolve(_ target: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = target.first, first != UInt8(ascii: "#") else { return nil }
        if Self.hasScheme(target) { return target }
        if target.starts(with: "//".utf8) { return "https:".utf8 + target }
        if first == UInt8(ascii: "/") { return root.map { $0.utf8 + target } }
        return folder.flatMap { Self.join($0, target) }
    }

    private static func withoutFinalSlash(_ url: String) -> String {
        url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Whether a link starts with a scheme, such as `https:`.
    private static func hasScheme(_ target: ArraySlice<UInt8>) -> Bool {
        guard target.first?.isASCIILetter == true else { return false }
        for byte in target where !byte.isASCIILetter {
            if byte == UInt8(ascii: ":") { return true }
            if !byte.isASCIIDigit, byte != UInt8(ascii: "+"), byte != UInt8(ascii: "-"), byte != UInt8(ascii: ".") {
                return false
            }
        }
        return false
    }

    /// Joins a relative path to a folder; `nil` where it climbs out of the host.
    private static func join(_ folder: String, _ target: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var base = Array(folder.utf8)
        var rest = target
        while true {
            if rest.starts(with: "./".utf8) {
                rest = rest.dropFirst(2)
            } else if rest.starts(with: "../".utf8) {
                rest = rest.dropFirst(3)
                guard let slash = base.lastIndex(of: UInt8(ascii: "/")), slash > 0,
                    base[slash - 1] != UInt8(ascii: "/")
                else { return nil }
                base.removeSubrange(slash...)
            } else {
                return base[...] + [UInt8(ascii: "/")] + rest
            }
        }
    }
}
