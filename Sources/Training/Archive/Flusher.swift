import Dispatch
import Synchronization

/// A thread that does one flush after another, with a pause so that the disk is not busy with nothing else.
///
/// From the end of an epoch until it is on the disk it takes no longer than one interval and a flush, or two flushes
/// where these take longer: 110 ms where a flush takes 50. With less than 125 ms, the epochs that a power cut takes are
/// one, or no more than 250 ms of training: two need an epoch that is shorter than these 125 ms.
final class Flusher: Sendable {
    /// The time from the beginning of one flush to that of the next.
    private let interval: Duration
    private let clock: FlushClock
    private let queue = DispatchQueue(label: "nnboard.flusher", qos: .utility)
    private let state = Mutex(State())
    /// Left when it is idle.
    private let activity = DispatchGroup()

    init(interval: Duration = .milliseconds(60), clock: FlushClock = .system) {
        self.interval = interval
        self.clock = clock
    }

    /// Tells whether nothing is flushed, and nothing waits to be flushed.
    var isIdle: Bool { !state.withLock(\.isBusy) }

    private struct State {
        var isBusy = false
        /// Tells whether it was begun again since it last looked.
        var mustLook = false
    }

    /// Flushes until nothing is left to be flushed.
    ///
    /// - Parameter next: Does a flush, and says whether there was one to be done.
    func begin(_ next: @escaping @Sendable () -> Bool) {
        let mustBegin = state.withLock { state in
            state.mustLook = true
            guard !state.isBusy else { return false }
            state.isBusy = true
            activity.enter()
            return true
        }
        if mustBegin { queue.async { [self] in turn(next) } }
    }

    private func turn(_ next: @escaping @Sendable () -> Bool) {
        let began = clock.now()
        state.withLock { $0.mustLook = false }
        guard next() else {
            let mustLook = state.withLock { state in
                state.isBusy = state.mustLook
                if !state.isBusy { activity.leave() }
                return state.mustLook
            }
            if mustLook { queue.async { [self] in turn(next) } }
            return
        }
        clock.call(began + interval, queue) { [self] in turn(next) }
    }

    /// Does something after the flush that is under way, without a pause.
    func now(_ body: () -> Void) { queue.sync(execute: body) }

    /// Flushes until nothing is left, without a pause.
    func finish(_ next: () -> Bool) {
        queue.sync { while next() {} }
        activity.wait()
    }
}
