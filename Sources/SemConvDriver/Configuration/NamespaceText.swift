/// What may be the name of a namespace, such as `http` or `messaging.kafka`.
package enum NamespaceText {
    /// Letters, digits and `_`.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Why the text is no namespace; `nil` where it is one.
    package static func problem(_ text: String) -> String? {
        if text.isEmpty { return "it is empty" }
        if text.hasSuffix(".*") { return "write '\(text.dropLast(2))', which has all that is in it" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.contains(where: \.isEmpty) { return "it has an empty part" }
        // Ids are not restricted by the rules of registries, so only what can never be part of one is refused.
        let isRefused: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "*") }
        return text.utf8.contains(where: isRefused) ? "it has a blank, a comma or a star" : nil
    }
}
