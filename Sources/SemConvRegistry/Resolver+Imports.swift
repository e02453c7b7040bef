internal import SemConvDefinitions
internal import SemConvDiagnostics

extension Resolver {
    /// Takes over the definitions of dependencies that `imports` ask for.
    mutating func importGroups() {
        if imports.isEmpty { return }
        var offers: [GroupKind: ImportOffers] = [:]
        var taken: Set<String> = []
        for wish in imports {
            do {
                let pattern = try GlobPattern(wish.pattern)
                let offered = offers[wish.kind] ?? ImportOffers(of: wish.kind, from: dependencies)
                offers[wish.kind] = offered
                importGroups(matching: pattern, wish, offered, &taken)
            } catch {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .invalidWildcard,
                        "'\(wish.pattern)' is no pattern: \(error.explanation)",
                        at: wish.location,
                        subject: wish.pattern,
                        help: error.help
                    )
                )
            }
        }
    }

    private mutating func importGroups(
        matching pattern: GlobPattern,
        _ wish: ImportPattern,
        _ offers: ImportOffers,
        _ taken: inout Set<String>
    ) {
        var isMatched = false
        var hidden: ResolvedGroup?
        for offer in offers.matching(pattern) {
            if offer.group.isHidden {
                hidden = offer.group
                continue
            }
            isMatched = true
            take(offer, &taken)
        }
        if isMatched { return }
        if let hidden {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .excluded,
                    "the dependency keeps '\(wish.pattern)' to itself",
                    at: wish.location,
                    subject: wish.pattern,
                    help: "remove the import",
                    notes: [.init("excluded here", at: hidden.definition.location)]
                )
            )
            return
        }
        diagnostics.report(
            Diagnostic(
                .warning,
                .unmatchedImport,
                "no dependency has \(wish.kind.titleWithArticle) '\(wish.pattern)'",
                at: wish.location,
                subject: wish.pattern,
                help: suggest(wish.pattern, in: offers.bareIDs) ?? "remove the import"
            )
        )
    }

    private mutating func take(_ offer: ImportOffers.Offer, _ taken: inout Set<String>) {
        let id = offer.group.definition.id
        if groupIndex[id] != nil { return }
        guard taken.insert(id).inserted else { return }
        imported.append(offer.group.imported(from: offer.registry ?? ""))
    }
}

/// What the dependencies have of one kind, under every name that an import may use.
struct ImportOffers {
    struct Offer {
        let group: ResolvedGroup
        /// The registry that has it.
        let registry: String?
        /// The id, the name on the wire, the id without its kind.
        let names: [String]
    }

    private var offers: [Offer] = []
    /// Positions by name, for patterns that stand for one name.
    private var positions: [String: [Int]] = [:]

    var bareIDs: [String] { offers.map(\.group.definition.bareID) }

    init(of kind: GroupKind, from dependencies: [ResolvedRegistry]) {
        for dependency in dependencies {
            for group in dependency.groups where group.definition.kind == kind {
                if kind == .attributeGroup, group.definition.visibility == .internal { continue }
                let names = Self.names(of: group)
                for name in names { positions[name, default: []].append(offers.count) }
                offers.append(Offer(group: group, registry: dependency.identity, names: names))
            }
        }
    }

    func matching(_ pattern: GlobPattern) -> [Offer] {
        if let literal = pattern.literal { return (positions[literal] ?? []).map { offers[$0] } }
        return offers.filter { $0.names.contains(where: pattern.matches) }
    }

    private static func names(of group: ResolvedGroup) -> [String] {
        var names: Set<String> = [group.definition.id, group.definition.bareID]
        if let name = group.name { names.insert(name) }
        if group.definition.kind == .attributeGroup {
            for prefix in ["registry.", "group.", "attribute_group."] where group.definition.id.hasPrefix(prefix) {
                names.insert(String(group.definition.id.dropFirst(prefix.count)))
            }
        }
        return names.sorted()
    }
}

extension GlobPattern.Problem {
    fileprivate var explanation: String {
        switch self {
        case .tooLong: "it is too long"
        case .unclosedSet: "a '[' is not closed"
        case .unclosedChoice: "a '{' is not closed"
        case .unopenedChoice: "a '}' was not opened"
        case .nestedTooDeep: "its choices are nested too deep"
        case .emptyRange: "a range goes from high to low"
        case .danglingEscape: "nothing follows the last '\\'"
        }
    }

    fileprivate var help: String {
        switch self {
        case .tooLong, .nestedTooDeep: "write several shorter patterns"
        case .unclosedSet: "add ']', or write '[[]' for the character"
        case .unclosedChoice: "add '}', or write '[{]' for the character"
        case .unopenedChoice: "remove it, or write '[}]' for the character"
        case .emptyRange: "put the lower character first"
        case .danglingEscape: "remove it, or write '[\\]' for the character"
        }
    }
}

extension GroupKind {
    /// The kind as a sentence says it.
    var title: String {
        switch self {
        case .attributeGroup: "attribute group"
        case .metricGroup: "metric group"
        case .undefined: "group"
        default: rawValue
        }
    }

    var titleWithArticle: String {
        switch self {
        case .attributeGroup, .event, .entity: "an \(title)"
        default: "a \(title)"
        }
    }
}
