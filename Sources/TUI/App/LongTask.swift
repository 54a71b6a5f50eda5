/// Work that takes its time: the share that is done, and the time that it began.
struct LongTask: Equatable, Sendable {
    /// The share that is done, from 0 to 1.
    var share = 0.0
    /// The time at which it began, in seconds since the start.
    var began = 0.0

    /// Estimates the seconds left at the present speed; `nil` as long as nobody can say.
    func secondsLeft(at now: Double) -> Double? {
        let passed = now - began
        guard share > 0.01, share < 1, passed > 0.3 else { return nil }
        return passed / share * (1 - share)
    }
}
