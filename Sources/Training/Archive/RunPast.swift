/// A run up to the end of an epoch: where it was, and how it came there.
public struct RunPast: Sendable {
    /// Where it was.
    public let checkpoint: Checkpoint
    /// The epochs until then.
    public let history: History

    /// Joins the two.
    public init(checkpoint: Checkpoint, history: History) {
        self.checkpoint = checkpoint
        self.history = history
    }
}
