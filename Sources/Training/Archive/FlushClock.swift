import Dispatch

/// The clock that pauses between flushes are measured by.
struct FlushClock: Sendable {
    /// The time that has passed since some moment.
    var now: @Sendable () -> Duration
    /// Calls something on a queue once a time has come.
    var call:
        @Sendable (_ time: Duration, _ queue: DispatchQueue, _ body: @escaping @Sendable () -> Void) -> Void

    /// The system's, which stands still while the machine sleeps.
    static let system = FlushClock(
        now: { .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds)) },
        call: { time, queue, body in
            let nanoseconds = UInt64(max(0, time / .nanoseconds(1)))
            queue.asyncAfter(deadline: DispatchTime(uptimeNanoseconds: nanoseconds), execute: body)
        })
}
