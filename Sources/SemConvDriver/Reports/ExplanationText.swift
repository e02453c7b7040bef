internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvRendering

/// The explanation of one definition, as text.
struct ExplanationText {
    /// Where the texts of the labels begin.
    private static let indentation = 13

    private let definition: Definition
    private let definitions: [Definition]
    private let names: GeneratedNames

    /// - Parameter definitions: all of the registry, among which are those that refer to it.
    init(of definition: Definition, in definitions: [Definition], names: GeneratedNames) {
        self.definition = definition
        self.definitions = definitions
        self.names = names
    }

    var text: String {
        var lines = ["\(definition.id) (\(definition.kind.rawValue))"]
        for (label, text) in facts where !text.isEmpty { lines += labelled(label, text) }
        lines += section("attributes", definition.uses.sorted { order($0) < order($1) }.map(describe))
        lines += section("used by", usesByOthers)
        lines += section("refined by", definitions.filter(refinesThis).map(\.id))
        lines += section("associated with", definitions.filter(isAssociated).map { "\($0.id) (\($0.kind.rawValue))" })
        lines += section("new name of", definitions.filter(isRenamedToThis).map(\.id))
        return lines.joined(separator: "\n") + "\n"
    }

    private var facts: [(label: String, text: String)] {
        var facts = [(label: "defined in", text: String(describing: definition.location))]
        if let dependency = definition.dependency { facts.append(("registry", dependency)) }
        facts.append(("Swift", names.symbols(of: definition).map(describe).joined(separator: "\n")))
        facts += definition.details
        facts.append(("stability", definition.stability?.rawValue ?? "not given"))
        if let deprecated = definition.deprecated {
            let target = deprecated.renamedTo.map { " to \($0)" } ?? ""
            facts.append(
                ("deprecated", deprecated.reason + target + (deprecated.note.isEmpty ? "" : ": ") + deprecated.note)
            )
        }
        if let refined = definition.refines { facts.append(("refines", refined)) }
        facts.append(("brief", definition.brief))
        facts.append(("note", definition.note))
        return facts
    }

    private func describe(_ symbol: SymbolIndex.Symbol) -> String {
        let text = "\(symbol.path): \(symbol.type), in \(symbol.file)"
        guard names.isGenerated(symbol) else { return text + " (left out by the settings)" }
        return text + (symbol.trait.map { " (with the trait \($0))" } ?? "")
    }

    /// A label with its text; further lines of the text stand below its first.
    private func labelled(_ label: String, _ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        return lines[..<end].enumerated().map { index, line in
            let start = index == 0 ? "  " + label : ""
            if line.isEmpty { return start }
            return start + String(repeating: " ", count: Self.indentation - start.count) + line
        }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["  \(title) (\(lines.count))"] + lines.map { "    " + $0 }
    }

    // MARK: References

    /// The strongest requirement first.
    private func order(_ use: AttributeUse) -> (RequirementLevel.Kind, String) {
        (use.requirementLevel.kind, use.id)
    }

    private func describe(_ use: AttributeUse) -> String {
        "\(use.id): \(conditions(of: use))"
    }

    /// Where an attribute is used, and what that use says otherwise than the definition.
    private var usesByOthers: [String] {
        guard definition.kind == .attribute else { return [] }
        return definitions.flatMap { user in
            user.uses.filter { $0.id == definition.id }.map { use in
                "\(user.id) (\(user.kind.rawValue)): \(conditions(of: use))"
            }
        }
    }

    private func conditions(of use: AttributeUse) -> String {
        var parts = [use.requirementLevel.kind.rawValue]
        if let role = use.role { parts.append(role.rawValue) }
        if use.isSamplingRelevant { parts.append("sampling relevant") }
        let overrides = overrides(of: use)
        return parts.joined(separator: ", ") + (overrides.isEmpty ? "" : "; own " + overrides.joined(separator: ", "))
    }

    private func overrides(of use: AttributeUse) -> [String] {
        let attribute = use.attribute
        var names: [String] = []
        if use.brief != attribute.brief { names.append("brief") }
        if use.note != attribute.note { names.append("note") }
        if use.examples != attribute.examples { names.append("examples") }
        if use.stability != attribute.stability { names.append("stability") }
        if use.deprecated != attribute.deprecated { names.append("deprecation") }
        if use.annotations != attribute.annotations { names.append("annotations") }
        return names
    }

    private func refinesThis(_ other: Definition) -> Bool {
        other.refines == definition.id
    }

    private func isAssociated(_ other: Definition) -> Bool {
        guard definition.kind == .entity else { return false }
        return other.associations.contains { $0.names(definition) }
    }

    private func isRenamedToThis(_ other: Definition) -> Bool {
        guard let target = other.deprecated?.renamedTo, other.kind == definition.kind else { return false }
        return target == definition.id || definition.names.contains(target)
    }
}

extension EntityAssociation {
    /// Whether the association, or a part of it, is to this entity.
    fileprivate func names(_ entity: Definition) -> Bool {
        switch self {
        case .entity(let name): name == entity.id || entity.names.contains(name)
        case .oneOf(let inner), .allOf(let inner): inner.contains { $0.names(entity) }
        }
    }
}
