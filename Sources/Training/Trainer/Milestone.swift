/// An event of a run that must be heard of; each carries its facts.
public enum Milestone: Equatable, Sendable {
    /// Training has begun.
    case started(epochs: Int, batchesPerEpoch: Int)
    /// The run continues from the place of another, with its epochs and the changes made in them; told before it has
    /// started.
    case continued(History, changes: [TimedEdit] = [])
    /// An epoch has ended, validation included.
    case epoch(EpochRecord)
    /// The run waits between two batches.
    case paused
    /// The run continues.
    case resumed
    /// The experiment was changed, and from when on that holds.
    case tuned(TimedEdit)
    /// A change can't be made now; the reason says what to do.
    case refused(String)
    /// The loss is no longer a number; told once, at the first such batch, counted from 1. The run continues.
    case lossBecameNaN(epoch: Int, batch: Int)
    /// A callback stepped in.
    case intervened(Intervention)
    /// All epochs are done, or a callback ended the run.
    case finished(History)
    /// The run was ended before its last epoch.
    case stopped(History)
    /// The run can't continue; the reason says what to do.
    case failed(reason: String)
}

/// Something that a callback did to a run.
public enum Intervention: Equatable, Sendable, CustomStringConvertible {
    /// No further epoch is trained.
    case stop(reason: String)
    /// The weights of the end of an epoch, counted from 1, are back.
    case restore(epoch: Int)
    /// Steps are of another size from the next batch on.
    case learningRate(Double, reason: String)

    /// One sentence that says what happened, and why.
    public var description: String {
        switch self {
        case .stop(let reason), .learningRate(_, let reason): reason
        case .restore(let epoch): "The weights of epoch \(epoch) are back."
        }
    }
}
