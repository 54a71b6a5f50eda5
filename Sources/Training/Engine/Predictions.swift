import Datasets

/// A network's predictions for every sample of a split, and their loss and metrics.
public struct Predictions: Equatable, Sendable {
    /// Loss and metrics over the split.
    public var metrics: Metrics
    /// The likeliest class of each sample, `[samples]`.
    public var classes: [Int32]
}
