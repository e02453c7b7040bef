import SemConvDefinitions
import SemConvDiagnostics

extension Resolver {
    /// Takes over the definitions of dependencies that `imports` ask for.
    mutating func importGroups() {
        var taken: Set<String> = []
        for wish in imports {
            let pattern: GlobPattern
            do {
                pattern = try GlobPattern(wish.pattern)
            } catch {
                diagnostics.report(
                    Diagnostic(
                        .error,
                        .invalidWildcard,
                        "'\(wish.pattern)' is no pattern",
                        at: wish.location,
                        subject: wish.pattern,
                        help: "close every '[' and '{'; ranges go from low to high"
                    )
                )
                continue
            }
            importGroups(matching: pattern, wish, &taken)
        }
    }

    private mutating func importGroups(matching pattern: GlobPattern, _ wish: ImportPattern, _ taken: inout Set<String>)
    {
        var isMatched = false
        var hidden: ResolvedGroup?
        for dependency in dependencies {
            for group in dependency.groups where group.definition.kind == wish.kind {
                guard group.definition.refines == nil || wish.kind != .attributeGroup else { continue }
                guard Self.names(of: group).contains(where: pattern.matches) else { continue }
                if group.definition.kind == .attributeGroup, group.definition.visibility == .internal { continue }
                if group.isHidden {
                    hidden = group
                    continue
                }
                isMatched = true
                take(group, from: dependency, &taken)
            }
        }
        if let hidden, !isMatched {
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
        } else if !isMatched {
            let kind = wish.kind
            let names = dependencies.lazy.flatMap(\.groups).filter { $0.definition.kind == kind }.map(
                \.definition.bareID
            )
            diagnostics.report(
                Diagnostic(
                    .warning,
                    .unmatchedImport,
                    "no dependency has a \(kind.rawValue) '\(wish.pattern)'",
                    at: wish.location,
                    subject: wish.pattern,
                    help: Suggestion.didYouMean(wish.pattern, in: names) ?? "remove the import"
                )
            )
        }
    }

    private mutating func take(_ group: ResolvedGroup, from dependency: ResolvedRegistry, _ taken: inout Set<String>) {
        if groupIndex[group.definition.id] != nil { return }
        guard taken.insert(group.definition.id).inserted else { return }
        imported.append(group.imported(from: dependency.identity ?? ""))
    }

    /// What a pattern is compared with: the id, the name on the wire, the id without its kind.
    private static func names(of group: ResolvedGroup) -> [String] {
        var names = [group.definition.id, group.definition.bareID]
        if let name = group.name { names.append(name) }
        if group.definition.kind == .attributeGroup {
            for prefix in ["registry.", "group.", "attribute_group."] where group.definition.id.hasPrefix(prefix) {
                names.append(String(group.definition.id.dropFirst(prefix.count)))
            }
        }
        return names
    }
}
