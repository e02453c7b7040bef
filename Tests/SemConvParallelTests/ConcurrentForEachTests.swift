import SemConvParallel
import Synchronization
import Testing

@Suite struct ConcurrentForEachTests {
    @Test("Every call is made once, and all are done at the end", arguments: [-1, 0, 1, 7, 15, 16, 1000])
    func calls(count: Int) {
        let calls = Mutex<[Int: Int]>([:])
        concurrentForEach(count: count) { index in
            calls.withLock { $0[index, default: 0] += 1 }
        }
        let made = calls.withLock { $0 }
        #expect(made.keys.sorted() == Array(0..<max(count, 0)))
        #expect(made.values.allSatisfy { $0 == 1 })
    }

    @Test("A short list is done in order")
    func shortList() {
        let calls = Mutex<[Int]>([])
        concurrentForEach(count: 9, leastPerThread: 5) { index in calls.withLock { $0.append(index) } }
        #expect(calls.withLock { $0 } == Array(0..<9))
    }
}
