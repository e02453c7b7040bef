import Synchronization
import Testing

@testable import SemConvDriver

@Suite("Progress on a terminal")
struct ProgressTests {
    /// Keeps what was written.
    private final class Screen: Sendable {
        private let texts = Mutex<[String]>([])

        func write(_ text: String) {
            texts.withLock { $0.append(text) }
        }

        var all: [String] { texts.withLock { $0 } }
    }

    @Test("work that is quick shows nothing")
    func quick() async throws {
        let screen = Screen()
        let progress = Progress(stage: "reading") { screen.write($0) }
        progress.start(delay: .seconds(60))
        progress.finish()
        #expect(screen.all.isEmpty)
    }

    @Test("work that takes long shows its stage, and wipes it away at the end")
    func slow() async throws {
        let screen = Screen()
        let progress = Progress(stage: "starting") { screen.write($0) }
        progress.enter("reading model")
        progress.start(delay: .zero, interval: .milliseconds(1))
        // As long as it takes on a machine that is busy.
        while screen.all.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        progress.finish()
        let shown = screen.all
        // How many seconds passed before the task came to run is the machine's affair.
        let first = try #require(shown.first)
        #expect(first.hasPrefix("\r\u{1B}[Kreading model (") && first.hasSuffix(" s)"))
        #expect(shown.last == "\r\u{1B}[K")
        try await Task.sleep(for: .milliseconds(20))
        #expect(screen.all == shown)
    }
}
