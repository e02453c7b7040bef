import Synchronization

/// Counts calls of a closure that has to be sendable.
final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    /// - Returns: 1 for the first call, 2 for the second.
    func next() -> Int {
        value.add(1, ordering: .relaxed).newValue
    }
}
