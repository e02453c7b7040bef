internal import Synchronization

/// A name as a number, so that a field is found by comparing integers and never by hashing its name.
///
/// Numbers belong to the process: shapes and compiled templates made anywhere agree on them. They never show in
/// output, so their order, which depends on who came first, does not matter.
package struct TemplateSymbol: Hashable, Sendable {
    let id: UInt32

    /// A symbol that was made before.
    init(id: UInt32) {
        self.id = id
    }

    init(_ name: String) {
        id = symbolTable.withLock { $0.number(of: name) }
    }

    /// The symbol of a name that some shape or template already has; `nil` for all others, which need no number.
    init?(existing name: String) {
        guard let number = symbolTable.withLock({ $0.numbers[name] }) else { return nil }
        id = number
    }

    var name: String {
        symbolTable.withLock { $0.names[Int(id)] }
    }
}

/// The names that have numbers.
private struct SymbolTable {
    var names: [String] = []
    private(set) var numbers: [String: UInt32] = [:]

    mutating func number(of name: String) -> UInt32 {
        if let number = numbers[name] { return number }
        let number = UInt32(truncatingIfNeeded: names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}

private let symbolTable = Mutex(SymbolTable())
