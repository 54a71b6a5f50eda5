/// How far a run is within its epoch.
public struct Progress: Equatable, Sendable {
    /// The epoch, counted from 1.
    public var epoch: Int
    /// How many epochs there will be.
    public var epochs: Int
    /// How many batches of the epoch are done.
    public var batch: Int
    /// How many batches an epoch has.
    public var batches: Int
    /// The loss of the newest batch, before its update.
    public var batchLoss: Double
    /// The running means over the epoch's batches so far.
    public var metrics: Metrics
    /// How many samples were trained a second in this epoch so far, pauses and pacing not counted.
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
