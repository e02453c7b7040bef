internal import Synchronization

/// Says on a terminal what a run is at, once it has taken a second; wipes that away at the end.
///
/// The work itself is not slowed down: a task of its own looks at the clock, and only where there is a terminal.
final class Progress: Sendable {
    private struct State {
        var stage: String
        var isShown = false
        var isFinished = false
    }

    private let state: Mutex<State>
    private let write: @Sendable (String) -> Void

    /// - Parameter write: puts text on the terminal.
    init(stage: String, write: @escaping @Sendable (String) -> Void) {
        state = Mutex(State(stage: stage))
        self.write = write
    }

    /// Begins to watch the clock.
    func start(delay: Duration = .seconds(1), interval: Duration = .milliseconds(250)) {
        Task.detached { [self] in
            let start = ContinuousClock.now
            try? await Task.sleep(for: delay)
            while show(elapsed: start.duration(to: .now)) {
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// Names the part of the work that begins now.
    func enter(_ stage: String) {
        state.withLock { $0.stage = stage }
    }

    /// - Returns: `false` once the work is done.
    private func show(elapsed: Duration) -> Bool {
        state.withLock { state in
            if state.isFinished { return false }
            state.isShown = true
            write("\r\u{1B}[K\(state.stage) (\(elapsed.components.seconds) s)")
            return true
        }
    }

    /// Ends it. Nothing is written after this returns.
    func finish() {
        state.withLock { state in
            if state.isShown, !state.isFinished { write("\r\u{1B}[K") }
            state.isFinished = true
        }
    }
}
