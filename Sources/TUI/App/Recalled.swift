import Training

/// An earlier time of a run, whose weights all panes show in place of the newest.
struct Recalled: Equatable, Sendable {
    /// Whose.
    var run: RunID
    /// When.
    var moment: Moment
    /// The weights, once they are there; until then those of the time that was looked at before.
    var snapshot: Snapshot?
    /// Tells whether they are on their way.
    var isPending = true
}
