internal import SemConvDiagnostics
internal import SemConvRegistry

/// Finds options that cannot work, before any template sees them.
struct OptionChecks {
    let options: RenderOptions
    let registry: Registry

    func report(to diagnostics: inout DiagnosticCollector) {
        checkNamespaces(&diagnostics)
        for (option, name) in options.roots.all {
            checkName(name, option: "the root name '\(option)'", &diagnostics)
        }
        checkRootsDiffer(&diagnostics)
        if let gate = options.gate { checkName(gate, option: "the gate", &diagnostics) }
        for module in options.imports { checkName(module, option: "an import", &diagnostics) }
    }

    private func checkNamespaces(_ diagnostics: inout DiagnosticCollector) {
        let chosen = options.namespaces.include + options.namespaces.exclude
        if chosen.isEmpty { return }
        let names =
            registry.attributes.map(\.id) + registry.metrics.map(\.name) + registry.spans.map(\.publicName)
            + registry.events.map(\.name) + registry.entities.map(\.name)
        for namespace in chosen where !names.contains(where: { NamespaceSelection.covers(namespace, $0) }) {
            let roots = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
            diagnostics.report(
                Diagnostic(
                    .error,
                    .unknownNamespace,
                    "the registry has nothing in the namespace '\(namespace)'",
                    subject: namespace,
                    help: Suggestion.didYouMean(namespace, in: roots)
                )
            )
        }
    }

    private func checkName(_ name: String, option: String, _ diagnostics: inout DiagnosticCollector) {
        let isIdentifier =
            !name.isEmpty && name.utf8.first?.isASCIIDigit == false
            && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
        if isIdentifier, !SwiftReservedWords.needsBackticks(name) { return }
        diagnostics.report(
            Diagnostic(
                .error,
                .invalidOption,
                "\(option) cannot be '\(name)'",
                subject: name,
                help: "a name has ASCII letters, digits and '_', and is no reserved word of Swift"
            )
        )
    }

    private func checkRootsDiffer(_ diagnostics: inout DiagnosticCollector) {
        var seen: Set<String> = []
        for (option, name) in options.roots.all where !seen.insert(name).inserted {
            diagnostics.report(
                Diagnostic(
                    .error,
                    .invalidOption,
                    "the root name '\(option)' is '\(name)', as another one is",
                    subject: name
                )
            )
        }
    }
}
