internal import Dispatch
internal import Synchronization

/// Calls a function for each number from 0, on as many threads as the machine has processors, the caller's among them,
/// and returns when all calls are done.
///
/// Each thread takes the next number that is free, so that a long call holds up no other. Short lists stay on the
/// caller's thread, where they cost less than waking another. Results are for `body` to keep by their number: a
/// generic map would not be specialised for the callers, which are other modules.
///
/// - Parameters:
///   - count: how many calls to make.
///   - leastPerThread: below twice as many, all are made on the caller's thread, in order.
///   - body: may be called on several threads at once, in any order.
package func concurrentForEach(count: Int, leastPerThread: Int = 8, _ body: @Sendable (Int) -> Void) {
    let threads = min(count / max(leastPerThread, 1), mostThreads)
    guard threads > 1 else {
        for index in 0..<max(count, 0) { body(index) }
        return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { break }
            body(index)
        }
    }
}

/// More threads than this wait for the allocator, and each has memory of its own.
private let mostThreads = 8
