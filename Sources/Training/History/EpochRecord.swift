/// The results of an epoch.
public struct EpochRecord: Equatable, Sendable {
    /// The number of the epoch, counted from 1.
    public var index: Int
    /// The running means over the epoch's batches, each measured before its own update, as Keras reports them.
    public var training: Metrics
    /// The validation samples, measured at the epoch's end, where there are any.
    public var validation: Metrics?
    /// The time of the epoch's batches and validation, in seconds; pauses and pacing are not counted.
    public var seconds: Double
    /// The size of a step at the epoch's end.
    public var learningRate: Double
    /// The health of each layer with weights.
    public var layers: [LayerHealth]
    /// The mean loss of each batch in order, measured before its own update; empty where nobody kept them.
    public var batchLosses: [Float]

    /// Puts a record together.
    public init(
        index: Int, training: Metrics, validation: Metrics?, seconds: Double, learningRate: Double,
        layers: [LayerHealth] = [], batchLosses: [Float] = []
    ) {
        self.index = index
        self.training = training
        self.validation = validation
        self.seconds = seconds
        self.learningRate = learningRate
        self.layers = layers
        self.batchLosses = batchLosses
    }
}
