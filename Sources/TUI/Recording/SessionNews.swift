import Training

/// News of long work as a session file has it.
///
/// Some of it comes from the file alone, for the machine decides it: how far loading is, how fast training goes. For
/// the rest whoever replays waits until it has come true there, too.
enum SessionNews: Equatable, Sendable {
    /// Loading has come so far; it is done; it has failed, for a reason.
    case loading(Double)
    case loaded
    case loadingFailed(String)
    /// A download has come so far; it is done; it has failed, for a reason, or was given up.
    case fetching(Double)
    case fetched
    case fetchingFailed(String?)
    /// Of a run, by its number.
    case run(Int, Run)
    /// Something was said that no key had asked for.
    case notice(String)
    case complaint(String)

    /// News of a run.
    enum Run: Equatable, Sendable {
        case started
        /// An epoch has ended; how long it took, where that is to be said.
        case epoch(Int, seconds: Double?)
        case progress(RunProgress)
        case paused, resumed
        /// The experiment was changed, or can't be.
        case tuned(TimedEdit)
        case refused(String)
        /// The loss is no number any more.
        case noNumber
        /// A callback stepped in.
        case callback
        /// All epochs are done; how long each took, where that is to be said.
        case finished(seconds: Double?)
        case stopped
        case failed(String)
        /// The weights after so many epochs and batches have arrived.
        case weights(epochs: Int, batches: Int)
        /// The test samples are measured.
        case tested
    }

    /// The progress of a run, in numbers alone: the run knows which metrics they belong to.
    struct RunProgress: Equatable, Sendable {
        var epoch: Int
        var epochs: Int
        var batch: Int
        var batches: Int
        var batchLoss: Double
        /// The running means: the loss, then the metrics.
        var means: [Double]
        var samplesPerSecond: Double
        var seconds: Double
    }
}
