/// What the facts are about; the raw value is the key of an expected resolution.
enum FactKind: String, CaseIterable {
    case attributes
    case metrics
    case spans
    case events
    case entities
    case attributeGroups = "attribute_groups"

    /// The first segment of an id without what tells the kind: `http` of `span.http.server`.
    func rootNamespace(of id: String) -> Substring {
        let prefix =
            switch self {
            case .spans: "span."
            case .events: "event."
            case .entities: "entity."
            case .attributes, .metrics, .attributeGroups: ""
            }
        let name = id.hasPrefix(prefix) ? id.dropFirst(prefix.count) : Substring(id)
        return name.prefix { $0 != "." }
    }
}

/// The facts of one kind: a set of lines for each id, such as `unit s` or `attribute server.port opt_in`.
typealias Facts = [String: Set<String>]
