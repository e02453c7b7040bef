internal import SemConvDefinitions
internal import SemConvDiagnostics

/// Which definitions of a kind become declarations, under which names, and whether a trait guards them.
final class KindPlan: Sendable {
    /// A definition that has a name, whether it is generated or not.
    struct Entry: Sendable {
        /// Where the definition stands in the registry's list of its kind.
        let place: Int
        let state: State
    }

    enum State: Hashable, Sendable {
        /// The options leave it out.
        case absent
        /// It compiles always.
        case open
        /// It compiles with the trait alone.
        case gated

        /// Whether code in `state` can use a declaration of this one.
        func isVisible(from state: State) -> Bool {
            switch self {
            case .absent: false
            case .open: true
            case .gated: state == .gated
            }
        }
    }

    let kind: DeclarationKind
    /// In the order of the table's items.
    let entries: [Entry]
    let table: SwiftNameTable

    init(kind: DeclarationKind, entries: [Entry], table: SwiftNameTable) {
        self.kind = kind
        self.entries = entries
        self.table = table
    }

    /// The entry and name of a definition by its key, where it is generated.
    func generated(_ key: String) -> (entry: Entry, name: SwiftName)? {
        guard let place = table.place(of: key), entries[place].state != .absent, let name = table.names[place] else {
            return nil
        }
        return (entries[place], name)
    }
}

/// Makes the plan of a kind, definition by definition.
///
/// Every definition gets its name before the options leave any out: a name does not depend on what else is generated.
struct KindPlanBuilder {
    let kind: DeclarationKind
    let options: RenderOptions
    private var items: [SwiftNameTable.Item] = []
    private var entries: [KindPlan.Entry] = []
    private var keys: Set<String> = []

    init(_ kind: DeclarationKind, options: RenderOptions, capacity: Int) {
        self.kind = kind
        self.options = options
        items.reserveCapacity(capacity)
        entries.reserveCapacity(capacity)
    }

    /// Whether, and where, the options want a definition.
    func state(of name: String, _ stability: Stability?) -> KindPlan.State {
        guard options.stability.contains(stability), options.namespaces.contains(name) else { return .absent }
        return options.gate != nil && !stability.isSettled ? .gated : .open
    }

    mutating func add(_ item: SwiftNameTable.Item, place: Int, state: KindPlan.State) {
        items.append(item)
        entries.append(KindPlan.Entry(place: place, state: state))
    }

    /// A key that no other definition of the kind has: the name on the wire, or else the group's id.
    mutating func key(name: String, id: String) -> String {
        keys.insert(name).inserted ? name : id
    }

    func finish(
        _ layout: SwiftNameTable.Layout,
        naming: SwiftNaming,
        diagnostics: inout DiagnosticCollector
    ) -> KindPlan {
        var own = DiagnosticCollector(future: diagnostics.future)
        let table = SwiftNameTable.make(items, layout: layout, naming: naming, diagnostics: &own)
        // What is wrong with a name that nobody asked for is no concern of this run.
        for diagnostic in own.diagnostics where isGenerated(diagnostic.subject, table) {
            diagnostics.report(diagnostic)
        }
        return KindPlan(kind: kind, entries: entries, table: table)
    }

    private func isGenerated(_ subject: String?, _ table: SwiftNameTable) -> Bool {
        guard let place = subject.flatMap({ table.place(of: $0) }) else { return true }
        return entries[place].state != .absent
    }
}
