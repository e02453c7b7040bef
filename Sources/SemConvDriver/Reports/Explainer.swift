internal import SemConvDefinitions
package import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvRendering

extension RuleID {
    /// The registry has nothing of the name that the user asks for.
    package static let unknownID: RuleID = "unknown-id"
}

/// Says all that a registry knows about an id.
struct Explainer {
    /// How many near misses are listed.
    private static let mostSuggestions = 8

    private let definitions: [Definition]
    private let names: GeneratedNames

    init(_ registry: Registry, names: GeneratedNames) {
        definitions = Definition.all(of: registry)
        self.names = names
    }

    /// The explanation of everything that has this id, this name on the wire, or this generated name.
    ///
    /// - Returns: empty where there is nothing.
    func explain(_ id: String) -> String {
        let found = definitions.filter { definition in
            definition.id == id || definition.names.contains(id)
                || names.symbols(of: definition).contains { $0.path == id }
        }
        return found.map { ExplanationText(of: $0, in: definitions, names: names).text }.joined(separator: "\n")
    }

    /// What to say where nothing has the id: the nearest one, what is in a namespace of that name, or what ends alike.
    func unknown(_ id: String) -> Diagnostic {
        let names = Set(definitions.flatMap { [$0.id] + $0.names })
        let message = "the registry has nothing called '\(id)'"
        if let help = Suggestion.didYouMean(id, in: names) {
            return Diagnostic(.error, .unknownID, message, subject: id, help: help)
        }
        let inside = names.filter { $0.hasPrefix(id + ".") }
        if !inside.isEmpty {
            let help = "'\(id)' is a namespace; in it are \(list(inside))"
            return Diagnostic(.error, .unknownID, message, subject: id, help: help)
        }
        let alike = names.filter { $0.contains(id) || $0.hasSuffix("." + lastPart(of: id)) }
        let help = alike.isEmpty ? nil : "like it are \(list(alike))"
        return Diagnostic(.error, .unknownID, message, subject: id, help: help)
    }

    private func lastPart(of id: String) -> Substring {
        id.lastIndex(of: ".").map { id[id.index(after: $0)...] } ?? Substring(id)
    }

    private func list(_ names: Set<String>) -> String {
        let shown = names.sorted().prefix(Self.mostSuggestions).joined(separator: ", ")
        return names.count > Self.mostSuggestions
            ? "\(shown) and \(names.count - Self.mostSuggestions) more" : shown
    }
}
