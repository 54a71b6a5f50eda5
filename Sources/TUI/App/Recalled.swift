import Training

/// An earlier time of a run, whose weights all panes show in place of the newest.
struct Recalled: Equatable, Sendable {
    /// The run whose weights are shown.
    var run: RunID
    /// The time in training.
    var moment: Moment
    /// The weights, once they have arrived; until then those of the time that was looked at before.
    var snapshot: Snapshot?
    /// Tells whether they are on their way.
    var isPending = true
}
