/// What happened in a run and must be heard of; each carries its facts.
public enum Milestone: Equatable, Sendable {
    /// Training has begun.
    case started(epochs: Int, batchesPerEpoch: Int)
    /// An epoch has ended, validation included.
    case epoch(EpochRecord)
    /// The run waits between two batches.
    case paused
    /// The run goes on.
    case resumed
    /// The learning rate is another from the next batch on.
    case learningRateChanged(Double)
    /// The loss is no longer a number; told once a run, at the first such batch, counted from 1. Training goes on.
    case lossBecameNaN(epoch: Int, batch: Int)
    /// All epochs are done.
    case finished(History)
    /// The run was ended before its last epoch.
    case stopped(History)
    /// The run can't go on; the reason says what to do.
    case failed(reason: String)
}
