/// The words that a generated name must not be, or only in backticks.
package enum SwiftReservedWords {
    /// Whether a declaration of the name needs backticks. After a period none does.
    package static func needsBackticks(_ name: String) -> Bool {
        keywords.contains(name)
    }

    /// The name as a declaration has it.
    package static func declaration(of name: String) -> String {
        needsBackticks(name) ? "`\(name)`" : name
    }

    /// Whether a member of the name would compile and could not be used: `N.init` is a call, `N.self` the metatype.
    static func isUnusableMember(_ name: NameBuffer) -> Bool {
        name.count == 4 && (name == "init" || name == "self")
    }

    /// Whether a member of an enumeration cannot have the name: `custom` is the way to a value of one's own, and
    /// `.none` means `Optional.none` wherever the value is optional; the compiler only warns there, and the value is
    /// lost.
    static func isUnusableEnumMember(_ name: NameBuffer) -> Bool {
        switch name.count {
        case 4: isUnusableMember(name) || name == "none"
        case 6: name == "custom"
        default: false
        }
    }

    /// Names that a namespace cannot have: `N.Type` and `N.Protocol` are metatypes, and the others are types that the
    /// generated code mentions, which the namespace would hide from everything inside it.
    static let unusableNamespaces = WordList(namespaceWords)

    private static let namespaceWords = [
        "Type", "Protocol", "Self", "Any", "Swift", "String", "Int", "Double", "Bool", "Array", "AttributeKey",
        "AttributeKeyTemplate", "AttributeValue", "EnumValue", "MetricDescriptor", "SpanDescriptor", "EventDescriptor",
        "EntityDescriptor", "ViewPreset", "TelemetryAPI",
    ]

    /// Names that a type at module level should not have, because a user of the module commonly has another one of
    /// the name in scope: those of the standard library, of Foundation and the system, and of our own modules.
    static let unusableTypes = WordList(
        namespaceWords + [
            // Swift
            "Actor", "AnyObject", "Character", "Clock", "Collection", "CollectionDifference", "CommandLine",
            "Comparable",
            "ContiguousArray", "Codable", "CodingKey", "Decoder", "Dictionary", "Duration", "Encoder", "Equatable",
            "Error", "Executor", "Float", "Hashable", "Hasher", "Identifiable", "Instant", "Int8", "Int16", "Int32",
            "Int64", "Iterator", "KeyPath", "Mirror", "Never", "ObjectIdentifier", "Optional", "Range", "Result",
            "Sendable", "Sequence", "Set", "Slice", "Span", "StaticString", "Substring", "SystemRandomNumberGenerator",
            "Task", "TaskGroup", "TaskPriority", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Unicode", "Void",
            "Mutex", "Atomic", "Regex",
            // Foundation and the system
            "Bundle", "Calendar", "Data", "Date", "DateInterval", "Decimal", "Dimension", "FileHandle", "FileManager",
            "Formatter", "Host", "IndexPath", "IndexSet", "JSONDecoder", "JSONEncoder", "Locale", "Lock", "Measurement",
            "Message", "Notification", "NotificationCenter", "OSStatus", "OSType", "Operation", "OperationQueue",
            "Pipe", "Port", "Process", "ProcessInfo", "Progress", "Scanner", "Stream", "Thread", "TimeInterval",
            "TimeZone",
            "Timer", "URL", "URLComponents", "URLRequest", "URLResponse", "URLSession", "UUID", "Unit", "UserDefaults",
            // The runtime and its neighbours
            "AttributeArrayElement", "AttributeMap", "AttributeRequirementLevel", "AttributeUsage",
            "AttributeUsageList",
            "AttributeValueConvertible", "Baggage", "Context", "Counter", "EntityAttributeRole", "EnumRawValue",
            "Gauge",
            "Histogram", "HTTPClient", "HTTPMethod", "Instrument", "InstrumentKind", "LogRecord", "Logger", "Logging",
            "Meter", "Metric", "MetricValueType", "Resource", "SemanticConventions", "ServiceContext", "SpanKind",
            "Stability", "Tracer", "Tracing", "View",
        ]
    )

    /// The reserved words of Swift 6, those of expressions and patterns too; contextual words need no backticks.
    private static let keywords = WordList([
        "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript",
        "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ])
}
