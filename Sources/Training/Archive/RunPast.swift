/// A run up to the end of an epoch: where it was, and how it came there.
public struct RunPast: Sendable {
    /// The end of the epoch, with all that decides how the run continues.
    public let checkpoint: Checkpoint
    /// The epochs until then.
    public let history: History

    /// Joins the two.
    public init(checkpoint: Checkpoint, history: History) {
        self.checkpoint = checkpoint
        self.history = history
    }
}
