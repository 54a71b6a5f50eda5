import Dispatch
import Synchronization
import Testing

/// Runs each test on a thread of its own, several at a time.
///
/// These tests wait for programs. All other tests share as many threads as there are processors, and a thread that waits
/// would be one less for them; without a limit, all programs would start at once.
struct ProgramsTrait: SuiteTrait, TestTrait, TestScoping {
    /// The number of tests with running programs: enough for the processors while some of the programs wait.
    private static let places = Places(4)

    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Self.places.take()
        defer { Self.places.giveBack() }
        try await withTaskExecutorPreference(OwnThread()) { try await function() }
    }
}

extension Trait where Self == ProgramsTrait {
    /// The tests start programs and wait for them.
    static var programs: Self { Self() }
}

/// A thread for one test; it blocks no other.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "nnboard.tests.own-thread")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// A number of places; who finds none waits in a line.
private final class Places: Sendable {
    private struct State {
        var free: Int
        var line: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    func take() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.line.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.line.isEmpty else { return state.line.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
