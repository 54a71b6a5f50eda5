import Dispatch
import Synchronization

@testable import Training

/// A clock that stands still until a test sets it.
final class HandClock: Sendable {
    private struct Call {
        let time: Duration
        let queue: DispatchQueue
        let body: @Sendable () -> Void
    }

    private let state = Mutex((now: Duration.zero, calls: [Call]()))

    var clock: FlushClock {
        FlushClock(
            now: { [self] in state.withLock(\.now) },
            call: { [self] time, queue, body in
                state.withLock { $0.calls.append(Call(time: time, queue: queue, body: body)) }
            })
    }

    /// The time of the next call that is wanted; `nil` where none is.
    var next: Duration? { state.withLock { $0.calls.map(\.time).min() } }

    /// Sets the time; calls wait for ``callDue()``.
    func set(to time: Duration) { state.withLock { $0.now = max($0.now, time) } }

    /// Makes the calls whose time has come.
    func callDue() {
        let due = state.withLock { state in
            let now = state.now
            defer { state.calls.removeAll { $0.time <= now } }
            return state.calls.filter { $0.time <= now }
        }
        for call in due { call.queue.async(execute: call.body) }
    }
}
