/// Where the links of a registry's texts lead that are not whole URLs.
package struct DocLinks: Hashable, Sendable {
    /// What comes before a link that starts with `/`, such as
    /// `https://github.com/open-telemetry/semantic-conventions/blob/v1.44.0`; without it such links become plain text.
    package let root: String?
    /// The folder of the page that a text stands on, as a URL. Without it relative links become plain text.
    package let folder: String?

    package init(root: String? = nil, folder: String? = nil) {
        self.root = root.map(Self.withoutFinalSlash)
        self.folder = folder.map(Self.withoutFinalSlash)
    }

    /// Where a link leads.
    enum Destination {
        case nowhere
        /// To a whole URL: this text, and the link from a byte on.
        case url(start: String, rest: Int)
    }

    /// Finds where a link leads.
    func resolve(_ target: Span<UInt8>) -> Destination {
        guard !target.isEmpty, target[0] != UInt8(ascii: "#") else { return .nowhere }
        if Self.hasScheme(target) { return .url(start: "", rest: 0) }
        guard target[0] == UInt8(ascii: "/") else { return folder.map { Self.join($0, target) } ?? .nowhere }
        if target.count > 1, target[1] == UInt8(ascii: "/") { return .url(start: "https:", rest: 0) }
        return root.map { .url(start: $0, rest: 0) } ?? .nowhere
    }

    private static func withoutFinalSlash(_ url: String) -> String {
        url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Whether a link starts with a scheme, such as `https:`.
    private static func hasScheme(_ target: Span<UInt8>) -> Bool {
        guard target[0].isASCIILetter else { return false }
        var place = 1
        while place < target.count {
            let byte = target[place]
            if byte == UInt8(ascii: ":") { return true }
            let isInScheme =
                byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            if !isInScheme { return false }
            place += 1
        }
        return false
    }

    /// Joins a relative path to a folder, unless it climbs out of the host.
    private static func join(_ folder: String, _ target: Span<UInt8>) -> Destination {
        var base = Array(folder.utf8)
        var place = 0
        while place < target.count, target[place] == UInt8(ascii: ".") {
            let dots = place + 1 < target.count && target[place + 1] == UInt8(ascii: ".") ? 2 : 1
            guard place + dots < target.count, target[place + dots] == UInt8(ascii: "/") else { break }
            place += dots + 1
            if dots == 1 { continue }
            guard let slash = base.lastIndex(of: UInt8(ascii: "/")), slash > 0, base[slash - 1] != UInt8(ascii: "/")
            else { return .nowhere }
            base.removeSubrange(slash...)
        }
        return .url(start: String(decoding: base, as: UTF8.self) + "/", rest: place)
    }
}
