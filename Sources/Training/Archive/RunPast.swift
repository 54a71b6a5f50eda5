/// A run up to the end of an epoch: where it was, and how it came there.
public struct RunPast: Sendable {
    /// The end of the epoch, with all that decides how the run continues.
    public let checkpoint: Checkpoint
    /// The epochs until then.
    public let history: History
    /// The end that the run had come to there, where it had: whoever takes it over trains no more.
    public let ending: RunEnding?

    /// The epoch whose weights a callback may want back; `nil` where none does.
    var keptEpoch: Int? {
        var callbacks = RunningCallbacks(checkpoint.experiment.callbacks)
        return callbacks.watch(history)
    }

    /// Joins them.
    public init(checkpoint: Checkpoint, history: History, ending: RunEnding? = nil) {
        self.checkpoint = checkpoint
        self.history = history
        self.ending = ending
    }
}
