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

        /// The set of this state alone.
        var asSet: StateSet {
            switch self {
            case .absent: .absent
            case .open: .open
            case .gated: .gated
            }
        }

        /// Whether code in `state` can use a declaration of this one.
        func isVisible(from state: State) -> Bool {
            switch self {
            case .absent: false
            case .open: true
            case .gated: state == .gated
            }
        }
    }

    /// The states that occur somewhere.
    struct StateSet: OptionSet, Sendable {
        let rawValue: UInt8

        static let absent = StateSet(rawValue: 1)
        static let open = StateSet(rawValue: 2)
        static let gated = StateSet(rawValue: 4)
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
    private let options: RenderOptions
    private var names: SwiftNameTableBuilder
    private var entries: [KindPlan.Entry] = []

    init(
        _ kind: DeclarationKind,
        options: RenderOptions,
        layout: SwiftNameTable.Layout,
        naming: SwiftNaming,
        capacity: Int
    ) {
        self.kind = kind
        self.options = options
        names = SwiftNameTableBuilder(layout: layout, naming: naming, capacity: capacity)
        entries.reserveCapacity(capacity)
    }

    /// Whether, and where, the options want a definition.
    func state(of name: String, _ stability: Stability?) -> KindPlan.State {
        guard options.stability.contains(stability), options.namespaces.contains(name) else { return .absent }
        return options.gate != nil && !stability.isSettled ? .gated : .open
    }

    /// Adds a definition that has to get a name; one that is excluded from code generation only where the options want
    /// such.
    ///
    /// - Parameter place: where the definition stands in the registry.
    mutating func add(_ outline: DefinitionOutline, place: Int, state: KindPlan.State? = nil) {
        if !outline.isExcluded {
            names.add(outline.name, id: outline.id)
        } else if options.stability.includesExcluded {
            names.holdBack(outline.item(key: outline.id))
        } else {
            return
        }
        let state = state ?? self.state(of: outline.name, outline.stability)
        entries.append(KindPlan.Entry(place: place, state: state))
    }

    /// Settles the names of what is not excluded.
    ///
    /// - Parameter outline: that of the definition at a place of the registry, for a diagnostic.
    mutating func settle(
        _ diagnostics: inout DiagnosticCollector,
        outline: (_ place: Int) -> DefinitionOutline
    ) {
        var own = DiagnosticCollector(future: diagnostics.future)
        names.settle(&own) { [entries] in outline(entries[$0].place).item(key: $1) }
        // What is wrong with a name that nobody asked for is no concern of this run.
        for diagnostic in own.diagnostics {
            if let entry = diagnostic.subject.flatMap(names.place), entries[entry].state == .absent { continue }
            diagnostics.report(diagnostic)
        }
    }

    /// The names of the namespaces of what is not excluded.
    var namespaceNames: Set<String> { names.namespaceNames }

    /// Gives what is excluded the names that are left.
    ///
    /// - Parameter types: types at module level that no namespace may hide.
    mutating func nameExcluded(besides types: SwiftEnumNames? = nil) {
        names.addHeldBack(besides: types)
    }

    consuming func finish() -> KindPlan {
        KindPlan(kind: kind, entries: entries, table: names.finish())
    }
}
