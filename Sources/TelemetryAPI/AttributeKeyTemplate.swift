/// A family of attributes whose names share a prefix and end with a key of the user's, such as
/// `http.request.header.<key>`.
///
/// ```swift
/// Attributes.HTTP.Request.header("Content-Type").name  // "http.request.header.content-type"
/// ```
@frozen
public struct AttributeKeyTemplate<Value: AttributeValueConvertible>: Sendable {
    /// What happens to the letters of a key.
    @frozen
    public enum KeyCasing: Hashable, Sendable {
        /// The key is used as given. This is the rule wherever a convention does not say otherwise.
        case asGiven
        /// ASCII letters of the key become lower case, as conventions on header and metadata names ask.
        case lowercased
    }

    /// The name up to the key, without the period between them.
    public let prefix: String
    /// What happens to the letters of a key.
    public let keyCasing: KeyCasing

    /// Makes a template from the name of the convention, such as `http.request.header`.
    @inlinable
    public init(_ prefix: String, _ keyCasing: KeyCasing = .asGiven) {
        self.prefix = prefix
        self.keyCasing = keyCasing
    }

    /// The attribute of one key. It costs a string; keep it where it is used often.
    ///
    /// - Parameter key: used as given but for the casing rule; other characters, `-` and `.` too, stay as they are.
    public func callAsFunction(_ key: String) -> AttributeKey<Value> {
        switch keyCasing {
        case .asGiven: AttributeKey("\(prefix).\(key)")
        case .lowercased: AttributeKey("\(prefix).\(key.lowercasedASCII)")
        }
    }
}

extension AttributeKeyTemplate: Hashable {
    /// Whether both are the same.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        left.keyCasing == right.keyCasing && left.prefix.hasSameBytes(as: right.prefix)
    }

    /// Feeds what `==` compares to a hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(prefix)
        hasher.combine(keyCasing)
    }
}

extension AttributeKeyTemplate: CustomStringConvertible {
    /// The form of the conventions' own texts: `http.request.header.<key>`.
    public var description: String { "\(prefix).<key>" }
}
