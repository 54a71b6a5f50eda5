/// Work that takes its time: how far it is, and how long it will go on.
struct LongTask: Equatable, Sendable {
    /// The share that is done, from 0 to 1.
    var share = 0.0
    /// When it began, in seconds since the start.
    var began = 0.0

    /// How many seconds are left if it goes on like this; `nil` as long as nobody can say.
    func secondsLeft(at now: Double) -> Double? {
        let passed = now - began
        guard share > 0.01, share < 1, passed > 0.3 else { return nil }
        return passed / share * (1 - share)
    }
}
