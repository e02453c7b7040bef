internal import SemConvDiagnostics

extension TreeBuilder {
    private static let corePrefix = "tag:yaml.org,2002:"

    /// Lets a tag decide how the text of a scalar, `bytes`, is read.
    mutating func apply(_ tag: String, to node: inout ArenaNode, _ bytes: UnsafeBufferPointer<UInt8>) {
        let value = unsafe CoreSchema.scalar(Span(_unsafeElements: bytes))
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        let fits: Bool
        switch tag {
        case Self.corePrefix + "str", "!":
            node.isInterpreted = false
            return
        case Self.corePrefix + "null": fits = value == .null
        case Self.corePrefix + "bool": if case .bool = value { fits = true } else { fits = false }
        case Self.corePrefix + "int": fits = Self.isInteger(value, text)
        case Self.corePrefix + "float":
            switch value {
            case .int, .double: fits = true
            default: fits = false
            }
            node.isFloat = true
        case Self.corePrefix + "seq", Self.corePrefix + "map":
            report(.tagMismatch(Self.shortened(tag), "a scalar", at: location(node.position)))
            return
        default:
            report(.unknownTag(Self.shortened(tag), at: location(node.position)))
            return
        }
        node.isInterpreted = fits
        if !fits {
            report(.tagMismatch(Self.shortened(tag), "'\(text)'", at: location(node.position)))
        }
    }

    /// Checks the tag of a collection.
    mutating func checkTag(_ tag: String, of kind: ArenaNode.Kind, at position: SourcePosition) {
        let own = kind == .sequence ? "seq" : "map"
        if tag == Self.corePrefix + own || tag == "!" { return }
        let core = ["str", "null", "bool", "int", "float", "seq", "map"]
        if core.contains(where: { tag == Self.corePrefix + $0 }) {
            let what = kind == .sequence ? "a sequence" : "a mapping"
            report(.tagMismatch(Self.shortened(tag), what, at: location(position)))
        } else {
            report(.unknownTag(Self.shortened(tag), at: location(position)))
        }
    }

    /// An integer, or a text that is one and only too large for 64 bits.
    private static func isInteger(_ value: YAMLScalar?, _ text: String) -> Bool {
        switch value {
        case .int: true
        case .double:
            !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
                || text.hasPrefix("0x")
        default: false
        }
    }

    /// A tag as files write it: `!!int` for `tag:yaml.org,2002:int`.
    private static func shortened(_ tag: String) -> String {
        tag.hasPrefix(corePrefix) ? "!!" + tag.dropFirst(corePrefix.count) : tag
    }
}
