/// The progress of a run within its epoch.
public struct Progress: Equatable, Sendable {
    /// The epoch, counted from 1.
    public var epoch: Int
    /// The number of epochs in the whole run.
    public var epochs: Int
    /// The number of batches done in the epoch.
    public var batch: Int
    /// The number of batches in the epoch.
    public var batches: Int
    /// The loss of the newest batch, before its update.
    public var batchLoss: Double
    /// The running means over the epoch's batches so far.
    public var metrics: Metrics
    /// The number of samples trained a second in this epoch so far, pauses and pacing not counted.
    public var samplesPerSecond: Double
    /// The time that training took so far, pauses and pacing not counted.
    public var seconds: Double

    /// Puts it together.
    public init(
        epoch: Int, epochs: Int, batch: Int, batches: Int, batchLoss: Double, metrics: Metrics,
        samplesPerSecond: Double, seconds: Double
    ) {
        self.epoch = epoch
        self.epochs = epochs
        self.batch = batch
        self.batches = batches
        self.batchLoss = batchLoss
        self.metrics = metrics
        self.samplesPerSecond = samplesPerSecond
        self.seconds = seconds
    }

    /// The share of the whole run that is done, from 0 to 1.
    public var fraction: Double {
        guard epochs > 0, batches > 0 else { return 0 }
        return (Double(epoch - 1) + Double(batch) / Double(batches)) / Double(epochs)
    }
}
